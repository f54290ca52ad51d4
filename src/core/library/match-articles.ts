import type { ReadingState } from '../omnivore/reading-state';
import type { IndexedArticle } from './indexed-article';
import { parseSearch } from './search-query';
import { NO_FILTER, type Filter } from './view';

/** The articles that match, or null if all do. */
export type Matches = ReadonlySet<IndexedArticle> | null;

/** A filter without its month, ready to test articles. */
export interface Query {
  /** The same for two filters that match the same articles. */
  readonly key: string;
  readonly words: readonly string[];
  /** The conditions other than words. */
  readonly conditions: string;
  readonly matches: (article: IndexedArticle) => boolean;
}

/** Parses a filter, except for its month. */
export function queryOf(filter: Filter): Query {
  const { drafts, needsRepair, needsAttention, hasHighlights, states } = filter;
  const search = parseSearch(filter.text);
  const { words } = search;
  const conditions = JSON.stringify([
    ...[drafts, needsRepair, needsAttention, hasHighlights, states],
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
  return { key: JSON.stringify([words, conditions]), words, conditions, matches };
}

const EVERYTHING = queryOf(NO_FILTER);

/**
 * Returns the articles that match a query. If this query narrows an earlier one, `within` are the matches of
 * that one.
 */
export function matchArticles(
  articles: readonly IndexedArticle[],
  query: Query,
  within: Matches,
): Matches {
  if (query.key === EVERYTHING.key) return null;
  const found = new Set<IndexedArticle>();
  for (const article of within ?? articles) if (query.matches(article)) found.add(article);
  return found;
}

/** Counts the articles that would match with another condition, in addition to the active ones. */
export interface FilterCounts {
  readonly drafts: number;
  readonly needsRepair: number;
  readonly needsAttention: number;
  readonly hasHighlights: number;
  readonly states: Readonly<Record<ReadingState, number>>;
}

/** The counts of an empty library. */
export const NO_COUNTS: FilterCounts = {
  ...{ drafts: 0, needsRepair: 0, needsAttention: 0, hasHighlights: 0 },
  states: { unread: 0, reading: 0, read: 0, archived: 0 },
};

/** Counts what each entry of the filter menu would show. */
export function countFilters(articles: readonly IndexedArticle[], filter: Filter): FilterCounts {
  const count = (change: Partial<Filter>): number => {
    const { matches } = queryOf({ ...filter, ...change });
    const { month } = filter;
    return articles.filter((one) => (month === null || one.month === month) && matches(one)).length;
  };
  return {
    drafts: count({ drafts: true }),
    needsRepair: count({ needsRepair: true }),
    needsAttention: count({ needsAttention: true }),
    hasHighlights: count({ hasHighlights: true }),
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
