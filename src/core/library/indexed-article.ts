import type { ListedArticle } from './listed-article';
import type { Grouping } from './view';

/** An article with what search and grouping need of it, worked out once. */
export interface IndexedArticle {
  readonly article: ListedArticle;
  /** Title, author, source and tags, normalized as searches are. */
  readonly searchText: string;
  /** `2024-03`; empty without a date. */
  readonly month: string;
  /** Tags without empty levels (`a//b/` is `a/b`), each once; one empty tag where there is none. */
  readonly tags: readonly string[];
}

export function indexArticle(article: ListedArticle): IndexedArticle {
  const { title, author, source, saved } = article;
  const tags = new Set(article.tags.map(withoutEmptyLevels).filter((tag) => tag !== ''));
  return {
    article,
    searchText: normalizeForSearch([title, author ?? '', source ?? '', ...article.tags].join('\n')),
    month: saved?.slice(0, 7) ?? '',
    tags: tags.size > 0 ? [...tags] : [''],
  };
}

/** The names of the groups an article belongs to; a nested tag belongs to its parents too. */
export function groupNamesOf(
  { article, month, tags }: IndexedArticle,
  grouping: Grouping,
): readonly string[] {
  if (grouping === 'tag') return tags;
  return [grouping === 'month' ? month : (article.source ?? '')];
}

/** `a`, `a/b` and `a/b/c` for `a/b/c`. */
export function withParents(tag: string): readonly string[] {
  const levels = tag.split('/');
  return levels.map((_, i) => levels.slice(0, i + 1).join('/'));
}

/** Ignores case, and how accents and full-width letters are encoded. */
export function normalizeForSearch(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function withoutEmptyLevels(tag: string): string {
  return tag.includes('/') ? tag.split('/').filter(Boolean).join('/') : tag;
}
