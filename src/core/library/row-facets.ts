import { normalizeForSearch } from './indexed-article';
import type { ListedArticle } from './listed-article';
import { FACETS, type Facet, type Grouping } from './view';

/** The facets that the group names show already. */
const SHOWN_BY_GROUPING: Readonly<Record<Grouping, Facet | null>> = {
  source: 'source',
  tag: 'tags',
  month: null,
  none: null,
};

/** What a row shows in addition to the title. */
export interface RowFacets {
  readonly facets: readonly Facet[];
  /** The tags of the article. Tags that match the search come first. */
  readonly tags: readonly string[];
}

/**
 * Returns the facets that a row shows: the chosen ones, in their order, except for the one that the
 * grouping shows already. If a (normalized) word of the search is missing in the title, the facet that
 * contains it comes first, even if it was not chosen. Otherwise, users would not see why the row matches.
 */
export function rowFacets(
  article: ListedArticle,
  grouping: Grouping,
  chosen: readonly Facet[],
  words: readonly string[],
): RowFacets {
  const usual = FACETS.filter(
    (facet) => chosen.includes(facet) && facet !== SHOWN_BY_GROUPING[grouping],
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
