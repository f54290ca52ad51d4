import type { ListedArticle } from './listed-article';
import type { Grouping } from './view';

/** An article with everything that searching and grouping need, computed once. */
export interface IndexedArticle {
  readonly article: ListedArticle;
  /** Title, author, source and tags, normalized for searching. */
  readonly searchText: string;
  /** `2024-03`; empty without a date. */
  readonly month: string;
  /** Empty if unknown. */
  readonly source: string;
  /** Tags without empty levels (`a//b/` is `a/b`), without duplicates. One empty tag if there are none. */
  readonly tags: readonly string[];
}

/**
 * Computes everything that searching and grouping need of an article. `shared` returns one string for all that are equal: in a
 * large library, comparing strings costs less then, because most of them are not read.
 */
export function indexArticle(
  article: ListedArticle,
  shared: (text: string) => string,
): IndexedArticle {
  const { title, author, source, saved } = article;
  const tags = new Set(article.tags.map(withoutEmptyLevels).filter((tag) => tag !== ''));
  return {
    article,
    searchText: normalizeForSearch([title, author ?? '', source ?? '', ...article.tags].join('\n')),
    month: shared(saved?.slice(0, 7) ?? ''),
    source: shared(source ?? ''),
    tags: tags.size > 0 ? Array.from(tags, shared) : [''],
  };
}

/** Returns the names of an article's groups. A nested tag belongs to its parents too. */
export function groupNamesOf(
  { source, month, tags }: IndexedArticle,
  grouping: Grouping,
): readonly string[] {
  if (grouping === 'none') return [];
  if (grouping === 'tag') return tags;
  return [grouping === 'month' ? month : source];
}

/**
 * Returns the names of a group and of its parents, the outermost first: `a`, `a/b` for the tag `a/b`;
 * `2024`, `2024-03` for a month.
 */
export function withParents(name: string, grouping: Grouping): readonly string[] {
  if (grouping === 'month') return name.length <= 4 ? [name] : [name.slice(0, 4), name];
  if (grouping !== 'tag') return [name];
  const levels = name.split('/');
  return levels.map((_, i) => levels.slice(0, i + 1).join('/'));
}

/** Normalizes a text for searching: ignores case, and how accents and full-width letters are encoded. */
export function normalizeForSearch(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function withoutEmptyLevels(tag: string): string {
  return tag.includes('/') ? tag.split('/').filter(Boolean).join('/') : tag;
}
