import { urlKey } from '../omnivore/url-key';
import type { IndexedArticle } from './indexed-article';

/**
 * Returns the articles that are in several notes, in the given order: with the same ID, or the same URL; see `urlKey`.
 * `clippings` are the keys of the URLs that other notes have clipped.
 */
export function duplicatesAmong(
  articles: readonly IndexedArticle[],
  clippings: ReadonlySet<string>,
): ReadonlySet<IndexedArticle> {
  const first = new Map<string, IndexedArticle>();
  const found = new Set<IndexedArticle>();
  for (const indexed of articles) {
    const { id, url, path } = indexed.article;
    const normalized = url === null ? null : urlKey(url);
    if (normalized !== null && clippings.has(normalized)) found.add(indexed);
    for (const key of [id && `id ${id}`, normalized && `url ${normalized}`]) {
      if (!key) continue;
      const other = first.get(key);
      if (!other) first.set(key, indexed);
      else if (other.article.path !== path) found.add(other).add(indexed);
    }
  }
  return new Set(articles.filter((article) => found.has(article)));
}
