import { normalizeForSearch, type IndexedArticle } from './indexed-article';
import { NO_FILTER, type Filter } from './view';

/** The articles that match; null where all do. */
export type Matches = ReadonlySet<IndexedArticle> | null;

/** A filter without its month, ready to test articles. */
export interface Query {
  /** The same for two filters that match the same articles. */
  readonly key: string;
  readonly words: readonly string[];
  /** What is asked beside the words. */
  readonly conditions: string;
  readonly matches: (article: IndexedArticle) => boolean;
}

export function queryOf({ text, drafts, needsRepair, needsAttention, states }: Filter): Query {
  const words = normalizeForSearch(text).split(/\s+/).filter(Boolean);
  const conditions = JSON.stringify([drafts, needsRepair, needsAttention, states]);
  const matches = ({ article, searchText }: IndexedArticle): boolean => {
    if (drafts && article.draft !== true) return false;
    if (needsRepair && article.pendingRepairs === 0) return false;
    if (needsAttention && article.unresolved === 0) return false;
    if (states.length > 0 && (!article.state || !states.includes(article.state))) return false;
    return words.every((word) => searchText.includes(word));
  };
  return { key: JSON.stringify([words, conditions]), words, conditions, matches };
}

const EVERYTHING = queryOf(NO_FILTER);

/** The articles that match a query; `within` are those of a query that this one narrows, if there is one. */
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

/** Whether all articles that match a query match the other too: one more letter only narrows. */
export function narrows(query: Query, other: Query): boolean {
  if (query.conditions !== other.conditions) return false;
  return other.words.every((had) => query.words.some((word) => word.includes(had)));
}
