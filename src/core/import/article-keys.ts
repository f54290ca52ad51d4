import type { ExportedArticle } from '../export/metadata';
import type { Article } from '../omnivore/article';
import { slugOf } from '../omnivore/links';
import { urlKey } from '../omnivore/url-key';

/** The keys that identify an article, the most reliable one first. */
export interface ArticleKeys {
  readonly id: string | null;
  readonly slug: string | null;
  /** See `urlKey`. */
  readonly url: string | null;
}

/** Returns the keys of an article in an export. */
export function keysOfExported({ id, slug, url }: ExportedArticle): ArticleKeys {
  return { id, slug, url: url === null ? null : urlKey(url) };
}

/** Returns the keys of an article in a note. */
export function keysOfArticle({ id, omnivoreUrl, url }: Article): ArticleKeys {
  return {
    id,
    slug: omnivoreUrl === null ? null : slugOf(omnivoreUrl),
    url: url === null ? null : urlKey(url),
  };
}

/** Finds an export's article for a note: by ID, then by slug, then by URL. */
export class ExportIndex {
  readonly #ids = new Map<string, ExportedArticle>();
  readonly #slugs = new Map<string, ExportedArticle | null>();
  readonly #urls = new Map<string, ExportedArticle>();

  constructor(articles: readonly ExportedArticle[]) {
    for (const article of articles) {
      const { id, slug, url } = keysOfExported(article);
      if (id !== null) this.#ids.set(id, article);
      // A slug that two articles share identifies neither.
      if (slug !== null) this.#slugs.set(slug, this.#slugs.has(slug) ? null : article);
      if (url !== null && !this.#urls.has(url)) this.#urls.set(url, article);
    }
  }

  /** Returns null if the export does not have the article. */
  find({ id, slug, url }: ArticleKeys): ExportedArticle | null {
    return (
      (id !== null ? this.#ids.get(id) : null) ??
      (slug !== null ? this.#slugs.get(slug) : null) ??
      (url !== null ? this.#urls.get(url) : null) ??
      null
    );
  }
}
