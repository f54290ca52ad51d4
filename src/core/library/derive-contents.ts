import { expansionOf } from './expansion';
import { indexGroups, type Group, type GroupIndex } from './group-index';
import { contentsOfGroups } from './group-contents';
import { duplicatesAmong } from './duplicates-among';
import type { IndexedArticle } from './indexed-article';
import {
  countFilters,
  foundArticles,
  matchArticles,
  type DuplicatesOf,
  narrows,
  queryOf,
  type FilterCounts,
  type Matches,
  type Query,
} from './match-articles';
import { isInMonths, type MonthRange } from './month-range';
import {
  articlesPerMonth,
  countByMonth,
  monthsOf,
  type CountsByMonth,
  type MonthCount,
} from './months';
import { compareGroups, compareNamesIn, nameRanker, sortArticles, type Compare } from './sort';
import type { PanelRow, PanelView } from './view';

/** What the panel shows of a library. */
export interface PanelContents {
  readonly rows: readonly PanelRow[];
  /** How many different articles match the filter. */
  readonly articles: number;
  /** How many of them are drafts. */
  readonly drafts: number;
  /** How many named groups are shown. Of nested tags, only the outermost count; of years, their months. */
  readonly groups: number;
  /** The paths of the notes that match. */
  readonly paths: () => ReadonlySet<string>;
  /** How many notes match and need repair. */
  readonly needRepair: number;
  /** How many notes of the whole library need repair. */
  readonly allNeedRepair: number;
  /** Matching articles by month, ignoring the filter's months. */
  readonly months: () => readonly MonthCount[];
  /** How many articles each entry of the filter menu would show. */
  readonly filterCounts: () => FilterCounts;
  /** The normalized words of the search, to be highlighted. */
  readonly words: readonly string[];
  /** Returns the group with a name. */
  readonly group: (name: string) => Group | undefined;
  /** The keys of all groups. */
  readonly groupKeys: () => readonly string[];
  readonly isShown: (article: IndexedArticle) => boolean;
}

/**
 * Derives the contents of the panel from articles (see `Library.articles`) and a view. `language` (a BCP 47
 * tag) decides how names are sorted. `clippings`: see `Library.clippings`.
 */
export type DeriveContents = (
  articles: readonly IndexedArticle[],
  view: PanelView,
  language: string,
  clippings?: ReadonlySet<string>,
) => PanelContents;

const NO_CLIPPINGS: ReadonlySet<string> = new Set();

/**
 * Creates a function that derives the contents of the panel. The result depends only on its arguments. The
 * indexes of the last call are cached, so that a key press does not group all articles again. One more letter
 * searches only the last results.
 */
export function contentsDeriver(): DeriveContents {
  const indexOf = keepLast(indexGroups);
  const comparerOf = keepLast(compareNamesIn);
  const countsOfAll = keepLast(countArticles);
  const countsOfShown = keepLast(countArticles);
  const allByMonth = keepLast(countByMonth);
  const shownByMonth = keepLast(countByMonth);
  const monthsOfAll = keepLast(monthsOf);
  const perMonth = keepLast(articlesPerMonth);
  const ranksOf = nameRanker();
  const duplicatesWith = keepLast(duplicatesAmong);
  const matching = articleMatcher();
  return (articles, view, language, clippings = NO_CLIPPINGS) => {
    const duplicatesOf: DuplicatesOf = (all) => duplicatesWith(all, clippings);
    const { filter, grouping } = view;
    const query = queryOf(filter);
    const inAnyMonth = matching(articles, query, clippings, duplicatesOf);
    const matches = inMonths(articles, inAnyMonth, filter.months);
    const index = indexOf(articles, grouping);
    const compareNames = comparerOf(language);
    const ranks = grouping === 'month' ? null : ranksOf(index.byName.keys(), compareNames);
    const shown = matches?.articles ?? articles;
    const rows = panelRows(index, shown, matches, view, articles.length, {
      names: compareNames,
      groups: ranks ? (a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0) : compareMonths,
    });
    const all = countsOfAll(articles);
    const { drafts, needRepair } = matches ? countsOfShown(shown) : all;
    const byMonthOf = (some: readonly IndexedArticle[]): CountsByMonth =>
      some === articles ? allByMonth(articles) : shownByMonth(some);
    return {
      rows,
      articles: shown.length,
      drafts,
      groups: grouping === 'month' ? monthsIn(byMonthOf(shown)) : countGroups(rows),
      paths: () => new Set(shown.map(({ article }) => article.path)),
      needRepair,
      allNeedRepair: all.needRepair,
      months: () =>
        perMonth(monthsOfAll(allByMonth(articles)), byMonthOf(inAnyMonth?.articles ?? articles)),
      filterCounts: () => countFilters(articles, filter, duplicatesOf),
      words: query.words,
      group: (name) => index.byName.get(name),
      groupKeys: () => [...index.byName.values()].map(({ key }) => key),
      isShown: (article) => !matches || matches.has(article),
    };
  };
}

/** Returns how many notes need repair. */
export function countNotesToRepair(articles: readonly IndexedArticle[]): number {
  return countArticles(articles).needRepair;
}

/** Counts drafts, and notes that need repair, in one pass: reading 50,000 articles takes longer than counting. */
function countArticles(articles: readonly IndexedArticle[]): {
  readonly drafts: number;
  readonly needRepair: number;
} {
  // Only a note with several articles can be met twice.
  const several = new Set<string>();
  let drafts = 0;
  let count = 0;
  for (const { article } of articles) {
    if (article.draft === true) drafts++;
    if (article.pendingRepairs === 0) continue;
    if (article.key === article.path) count++;
    else several.add(article.path);
  }
  return { drafts, needRepair: count + several.size };
}

interface LastMatches {
  readonly articles: readonly IndexedArticle[];
  readonly clippings: ReadonlySet<string>;
  readonly query: Query;
  readonly matches: Matches;
}

function articleMatcher(): (
  articles: readonly IndexedArticle[],
  query: Query,
  clippings: ReadonlySet<string>,
  duplicatesOf: DuplicatesOf,
) => Matches {
  let last: LastMatches | null = null;
  return (articles, query, clippings, duplicatesOf) => {
    const isSame = last?.articles === articles && last.clippings === clippings;
    const cached = isSame ? last : null;
    if (cached?.query.key === query.key) return cached.matches;
    const within = cached && narrows(query, cached.query) ? cached.matches : null;
    const matches = matchArticles(articles, query, within, duplicatesOf);
    last = { articles, clippings, query, matches };
    return matches;
  };
}

function inMonths(
  articles: readonly IndexedArticle[],
  matches: Matches,
  months: MonthRange | null,
): Matches {
  if (months === null) return matches;
  return foundArticles(
    (matches?.articles ?? articles).filter(({ month }) => isInMonths(month, months)),
  );
}

/** Compares months so that the newest one comes first. */
function compareMonths(a: string, b: string): number {
  return a < b ? 1 : a > b ? -1 : 0;
}

function monthsIn(counts: CountsByMonth): number {
  return counts.size - (counts.has('') ? 1 : 0);
}

function countGroups(rows: readonly PanelRow[]): number {
  return rows.filter((row) => row.kind === 'group' && row.depth === 0 && row.name).length;
}

function panelRows(
  index: GroupIndex,
  shown: readonly IndexedArticle[],
  matches: Matches,
  view: PanelView,
  all: number,
  compare: { readonly names: Compare<string>; readonly groups: Compare<string> },
): readonly PanelRow[] {
  const rows: PanelRow[] = [];
  if (index.grouping === 'none') {
    return sortArticles(shown, view, compare.names).map(({ article }) => {
      return { kind: 'article', key: article.key, depth: 0, article };
    });
  }
  const isExpanded = expansionOf(view, all);
  const compareShown = compareGroups(view.groupOrder, compare.groups);
  const contentsOf = contentsOfGroups(index, matches);
  const addLevel = (level: readonly Group[]): void => {
    for (const { group, count, own } of level.flatMap(contentsOf).sort(compareShown)) {
      const { key, name, depth } = group;
      const expanded = isExpanded(key);
      rows.push({ kind: 'group', key, name, depth, count, expanded });
      if (!expanded) continue;
      addLevel(group.children);
      for (const { article } of sortArticles(own, view, compare.names)) {
        rows.push({ kind: 'article', key: `${key}\n${article.key}`, depth: depth + 1, article });
      }
    }
  };
  addLevel(index.top);
  return rows;
}

/** Caches the last result of a function. Calling it again with the same arguments does not compute it again. */
export function keepLast<Args extends readonly unknown[], Result>(
  compute: (...args: Args) => Result,
): (...args: Args) => Result {
  let last: { readonly args: Args; readonly result: Result } | null = null;
  return (...args) => {
    const { result } =
      last && args.every((arg, i) => arg === last?.args[i])
        ? last
        : (last = { args, result: compute(...args) });
    return result;
  };
}
