import { indexArticle, type IndexedArticle } from './indexed-article';
import type { ListedArticle } from './listed-article';

/** The saved articles of a vault by their notes, and the other notes with dead images. */
export class Library {
  readonly #notes = new Map<string, readonly IndexedArticle[]>();
  readonly #ownImages = new Map<string, number>();
  #articles: readonly IndexedArticle[] | null = null;
  #size = 0;

  /** How many articles there are. */
  get size(): number {
    return this.#size;
  }

  /** The paths of the notes of which anything is known. */
  get paths(): readonly string[] {
    return [...this.#notes.keys(), ...this.#ownImages.keys()];
  }

  /** How many images are behind the dead proxy, by the path of a note that is not a saved article. */
  get ownImages(): ReadonlyMap<string, number> {
    return this.#ownImages;
  }

  /** All articles, the newest first and those without a date last. The same array until something changes. */
  get articles(): readonly IndexedArticle[] {
    return (this.#articles ??= [...this.#notes.values()].flat().sort(byNewest));
  }

  /** Replaces what is known of a note; without articles and images the note is removed. */
  put(path: string, articles: readonly ListedArticle[], ownImages = 0): void {
    if (ownImages > 0) this.#ownImages.set(path, ownImages);
    else this.#ownImages.delete(path);
    const before = this.#notes.get(path) ?? [];
    if (before.length === 0 && articles.length === 0) return;
    const after = articles.map(indexArticle);
    if (after.length > 0) this.#notes.set(path, after);
    else this.#notes.delete(path);
    this.#size += after.length - before.length;
    // While a vault is read, thousands of notes come before anybody looks; later, one.
    if (this.#articles) this.#articles = replaced(this.#articles, before, after);
  }

  /** Moves the articles of a note to another path; nothing happens where the note is unknown. */
  rename(from: string, to: string): void {
    const images = this.#ownImages.get(from) ?? 0;
    const articles = this.of(from).map((article) => ({
      ...article,
      path: to,
      key: to + article.key.slice(from.length),
    }));
    if (articles.length === 0 && images === 0) return;
    this.put(from, []);
    this.put(to, articles, images);
  }

  /** The articles of a note; empty where the note is unknown. */
  of(path: string): readonly ListedArticle[] {
    return (this.#notes.get(path) ?? []).map(({ article }) => article);
  }
}

function byNewest(a: IndexedArticle, b: IndexedArticle): number {
  const [savedA, savedB] = [a.article.saved ?? '', b.article.saved ?? ''];
  if (savedA !== savedB) return savedA > savedB ? -1 : 1;
  return a.article.key < b.article.key ? -1 : 1;
}

/** A sorted array with some articles taken out and others put in. */
function replaced(
  sorted: readonly IndexedArticle[],
  before: readonly IndexedArticle[],
  after: readonly IndexedArticle[],
): readonly IndexedArticle[] {
  const gone = new Set(before);
  const kept = gone.size === 0 ? [...sorted] : sorted.filter((article) => !gone.has(article));
  for (const article of after) kept.splice(placeIn(kept, article), 0, article);
  return kept;
}

function placeIn(sorted: readonly IndexedArticle[], article: IndexedArticle): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (byNewest(sorted[middle] as IndexedArticle, article) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
