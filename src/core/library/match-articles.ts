import type { ReadingState } from '../omnivore/reading-state';
import type { IndexedArticle } from './indexed-article';
import { isInMonths } from './month-range';
import { parseSearch } from './search-query';
import { NO_FILTER, type Filter } from './view';

/** The articles that match, in the order of all articles. */
interface FoundArticles {
  readonly articles: readonly IndexedArticle[];
  readonly has: (article: IndexedArticle) => boolean;
}

/** The articles that match, or null if all do. */
export type Matches = FoundArticles | null;

/** Returns matches. Builds the set only when it is needed, because a key press rarely needs it. */
export function foundArticles(articles: readonly IndexedArticle[]): FoundArticles {
  let set: ReadonlySet<IndexedArticle> | null = null;
  return { articles, has: (article) => (set ??= new Set(articles)).has(article) };
}

/** Returns the articles that are in several notes; see `duplicatesAmong`. */
export type DuplicatesOf = (articles: readonly IndexedArticle[]) => ReadonlySet<IndexedArticle>;

/** A filter without its months, ready to test articles. */
export interface Query {
  /** The same for two filters that match the same articles. */
  readonly key: string;
  readonly words: readonly string[];
  /** The conditions other than words. */
  readonly conditions: string;
  /** Whether only articles match that are in several notes. `matches` does not test this. */
  readonly duplicates: boolean;
  readonly matches: (article: IndexedArticle) => boolean;
}

/** Parses a filter, except for its months. */
export function queryOf(filter: Filter): Query {
  const { drafts, needsRepair, needsAttention, hasHighlights, duplicates, states } = filter;
  const search = parseSearch(filter.text);
  const { words } = search;
  const conditions = JSON.stringify([
    ...[drafts, needsRepair, needsAttention, hasHighlights, duplicates, states],
    search.conditions,
  ]);
  const matches = ({ article, searchText }: IndexedArticle): boolean => {
    if (drafts && article.draft !== true) return false;
    if (needsRepair && article.pendingRepairs === 0) return false;
    if (needsAttention && article.unresolved === 0) return false;
    if (hasHighlights && article.highlights === 0) return false;
    if (states.length > 0 && !states.includes(article.state ?? 'unread')) return false;
    return words.every((word) => searchText.includes(word)) && search.meetsConditions(article);
  };
  const key = JSON.stringify([words, conditions]);
  return { key, words, conditions, duplicates, matches };
}

const EVERYTHING = queryOf(NO_FILTER);

/**
 * Returns the articles that match a query. If this query narrows an earlier one, `within` are the matches of
 * that one. `duplicatesOf` returns the articles that are in several notes.
 */
export function matchArticles(
  articles: readonly IndexedArticle[],
  query: Query,
  within: Matches,
  duplicatesOf: DuplicatesOf,
): Matches {
  if (query.key === EVERYTHING.key) return null;
  const found: IndexedArticle[] = [];
  const searched = within?.articles ?? (query.duplicates ? duplicatesOf(articles) : articles);
  for (const article of searched) if (query.matches(article)) found.push(article);
  return found.length === articles.length ? null : foundArticles(found);
}

/** Counts the articles that would match with another condition, in addition to the active ones. */
export interface FilterCounts {
  readonly drafts: number;
  readonly needsRepair: number;
  readonly needsAttention: number;
  readonly hasHighlights: number;
  readonly duplicates: number;
  readonly states: Readonly<Record<ReadingState, number>>;
}

/** The counts of an empty library. */
export const NO_COUNTS: FilterCounts = {
  ...{ drafts: 0, needsRepair: 0, needsAttention: 0, hasHighlights: 0, duplicates: 0 },
  states: { unread: 0, reading: 0, read: 0, archived: 0 },
};

/** Counts what each entry of the filter menu would show. */
export function countFilters(
  articles: readonly IndexedArticle[],
  filter: Filter,
  duplicatesOf: DuplicatesOf,
): FilterCounts {
  const { months } = filter;
  const count = (change: Partial<Filter>): number => {
    const { matches, duplicates } = queryOf({ ...filter, ...change });
    let found = 0;
    for (const one of duplicates ? duplicatesOf(articles) : articles) {
      if ((months === null || isInMonths(one.month, months)) && matches(one)) found++;
    }
    return found;
  };
  return {
    drafts: count({ drafts: true }),
    needsRepair: count({ needsRepair: true }),
    needsAttention: count({ needsAttention: true }),
    hasHighlights: count({ hasHighlights: true }),
    duplicates: count({ duplicates: true }),
    states: {
      unread: count({ states: ['unread'] }),
      reading: count({ states: ['reading'] }),
      read: count({ states: ['read'] }),
      archived: count({ states: ['archived'] }),
    },
  };
}

/** Returns whether every match of a query also matches the other one, for example after one more letter. */
export function narrows(query: Query, other: Query): boolean {
  if (query.conditions !== other.conditions) return false;
  return other.words.every((had) => query.words.some((word) => word.includes(had)));
}
