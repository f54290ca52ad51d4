import { expansionOf } from './expansion';
import { indexGroups, type Group, type GroupIndex } from './group-index';
import type { IndexedArticle } from './indexed-article';
import {
  countFilters,
  matchArticles,
  narrows,
  queryOf,
  type FilterCounts,
  type Matches,
  type Query,
} from './match-articles';
import { articlesPerMonth, type MonthCount } from './months';
import {
  compareGroups,
  compareNamesIn,
  nameRanker,
  sortArticles,
  type Compare,
  type ShownGroup,
} from './sort';
import type { Grouping, GroupRow, PanelRow, PanelView } from './view';

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
  /** The paths of the notes that match and need repair. */
  readonly needRepair: ReadonlySet<string>;
  /** How many notes of the whole library need repair. */
  readonly allNeedRepair: number;
  /** Matching articles by month, ignoring the filter's month. */
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
 * tag) decides how names are sorted.
 */
export type DeriveContents = (
  articles: readonly IndexedArticle[],
  view: PanelView,
  language: string,
) => PanelContents;

/**
 * Creates a function that derives the contents of the panel. The result depends only on its arguments. The
 * indexes of the last call are cached, so that a key press does not group all articles again. One more letter
 * searches only the last results.
 */
export function contentsDeriver(): DeriveContents {
  const indexOf = keepLast(indexGroups);
  const comparerOf = keepLast(compareNamesIn);
  const needRepairOf = keepLast(needRepairIn);
  const ranksOf = nameRanker();
  const matching = articleMatcher();
  return (articles, view, language) => {
    const { filter, grouping } = view;
    const query = queryOf(filter);
    const inAnyMonth = matching(articles, query);
    const matches = inMonth(articles, inAnyMonth, filter.month);
    const index = indexOf(articles, grouping);
    const compareNames = comparerOf(language);
    const ranks = grouping === 'month' ? null : ranksOf(index.byName.keys(), compareNames);
    const shown = matches ? [...matches] : articles;
    const rows = rowsOf(index, shown, matches, view, articles.length, {
      names: compareNames,
      groups: ranks ? (a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0) : compareMonths,
    });
    const allNeedRepair = needRepairOf(articles);
    return {
      rows,
      articles: shown.length,
      drafts: shown.filter(({ article }) => article.draft === true).length,
      groups: countGroups(rows, shown, grouping),
      paths: () => new Set(shown.map(({ article }) => article.path)),
      needRepair: matches ? needRepairIn(shown) : allNeedRepair,
      allNeedRepair: allNeedRepair.size,
      months: () => articlesPerMonth(articles, inAnyMonth),
      filterCounts: () => countFilters(articles, filter),
      words: query.words,
      group: (name) => index.byName.get(name),
      groupKeys: () => [...index.byName.values()].map(({ key }) => key),
      isShown: (article) => !matches || matches.has(article),
    };
  };
}

/** Returns the paths of the notes that need repair. */
export function needRepairIn(articles: Iterable<IndexedArticle>): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const { article } of articles) if (article.pendingRepairs > 0) paths.add(article.path);
  return paths;
}

function articleMatcher(): (articles: readonly IndexedArticle[], query: Query) => Matches {
  let last: { articles: readonly IndexedArticle[]; query: Query; matches: Matches } | null = null;
  return (articles, query) => {
    const cached = last?.articles === articles ? last : null;
    if (cached?.query.key === query.key) return cached.matches;
    const within = cached && narrows(query, cached.query) ? cached.matches : null;
    const matches = matchArticles(articles, query, within);
    last = { articles, query, matches };
    return matches;
  };
}

function inMonth(
  articles: readonly IndexedArticle[],
  matches: Matches,
  month: string | null,
): Matches {
  if (month === null) return matches;
  return new Set([...(matches ?? articles)].filter((article) => article.month === month));
}

/** Compares months so that the newest one comes first. */
function compareMonths(a: string, b: string): number {
  return a < b ? 1 : a > b ? -1 : 0;
}

function countGroups(
  rows: readonly PanelRow[],
  shown: readonly IndexedArticle[],
  grouping: Grouping,
): number {
  if (grouping === 'month') return new Set(shown.map(({ month }) => month).filter(Boolean)).size;
  return rows.filter((row) => row.kind === 'group' && row.depth === 0 && row.name).length;
}

function rowsOf(
  { grouping, top }: GroupIndex,
  shown: readonly IndexedArticle[],
  matches: Matches,
  view: PanelView,
  all: number,
  compare: { readonly names: Compare<string>; readonly groups: Compare<string> },
): readonly PanelRow[] {
  const rows: PanelRow[] = [];
  if (grouping === 'none') {
    return sortArticles(shown, view, compare.names).map(({ article }) => {
      return { kind: 'article', key: article.key, depth: 0, article };
    });
  }
  const isExpanded = expansionOf(view, all);
  const compareShown = compareGroups(view.groupOrder, compare.groups);
  const addLevel = (level: readonly Group[]): void => {
    const shown = level.map((group) => shownGroup(group, matches)).filter(({ count }) => count > 0);
    for (const { group, count, needRepair } of shown.sort(compareShown)) {
      const { key, name, depth } = group;
      const row: GroupRow = {
        ...{ kind: 'group', key, name, depth, count, needRepair, expanded: isExpanded(key) },
      };
      rows.push(row);
      if (!row.expanded) continue;
      addLevel(group.children);
      const own = matches ? group.articles.filter((one) => matches.has(one)) : group.articles;
      for (const { article } of sortArticles(own, view, compare.names)) {
        rows.push({ kind: 'article', key: `${key}\n${article.key}`, depth: depth + 1, article });
      }
    }
  };
  addLevel(top);
  return rows;
}

function shownGroup(group: Group, matches: Matches): ShownGroup {
  let [count, needRepair, newest] = [0, 0, ''];
  for (const member of group.members) {
    if (matches && !matches.has(member)) continue;
    // Members are sorted newest first.
    if (count++ === 0) newest = member.article.saved ?? '';
    if (member.article.pendingRepairs > 0) needRepair++;
  }
  return { group, count, needRepair, newest };
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
