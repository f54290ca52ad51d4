import { normalizeForSearch } from './indexed-article';
import type { ListedArticle } from './listed-article';
import { FACETS, type Facet, type Grouping } from './view';

/** Facets that the groups say already. */
const SAID_BY_GROUPING: Readonly<Record<Grouping, Facet | null>> = {
  source: 'source',
  tag: 'tags',
  month: null,
  none: null,
};

/** Returns what a row shows besides the title. */
export interface RowFacets {
  readonly facets: readonly Facet[];
  /** Its tags; those that a search found come first. */
  readonly tags: readonly string[];
}

/**
 * Which facets a row shows: the chosen ones without what the grouping says, in their order. A facet that contains a word of the search
 * (normalized) which the title doesn't contain comes first, chosen or not: else the row would look wrong.
 */
export function rowFacets(
  article: ListedArticle,
  grouping: Grouping,
  chosen: readonly Facet[],
  words: readonly string[],
): RowFacets {
  const usual = FACETS.filter(
    (facet) => chosen.includes(facet) && facet !== SAID_BY_GROUPING[grouping],
  );
  const { tags } = article;
  if (words.length === 0) return { facets: usual, tags };
  const title = normalizeForSearch(article.title);
  const missing = words.filter((word) => !title.includes(word));
  if (missing.length === 0) return { facets: usual, tags };
  const hasMissing = (text: string | null): boolean => {
    const searched = normalizeForSearch(text ?? '');
    return missing.some((word) => searched.includes(word));
  };
  const matched: readonly Facet[] = [
    ...(hasMissing(article.author) ? (['author'] as const) : []),
    ...(hasMissing(article.source) && grouping !== 'source' ? (['source'] as const) : []),
    ...(tags.some(hasMissing) && grouping !== 'tag' ? (['tags'] as const) : []),
  ];
  const others = usual.filter((facet) => !matched.includes(facet));
  return {
    facets: [...matched, ...others],
    tags: [...tags.filter(hasMissing), ...tags.filter((tag) => !hasMissing(tag))],
  };
}
