import { indexArticle, type IndexedArticle } from './indexed-article';
import type { ListedArticle } from './listed-article';

/** The saved articles of a vault by their notes. */
export class Library {
  readonly #notes = new Map<string, readonly IndexedArticle[]>();
  #articles: readonly IndexedArticle[] | null = null;
  #size = 0;

  /** How many articles there are. */
  get size(): number {
    return this.#size;
  }

  /** The paths of the notes that hold articles. */
  get paths(): Iterable<string> {
    return this.#notes.keys();
  }

  /** All articles, the newest first and those without a date last. The same array until something changes. */
  get articles(): readonly IndexedArticle[] {
    return (this.#articles ??= [...this.#notes.values()].flat().sort(byNewest));
  }

  /** Replaces the articles of a note; an empty list removes the note. */
  put(path: string, articles: readonly ListedArticle[]): void {
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
    const articles = this.of(from).map((article) => ({
      ...article,
      path: to,
      key: to + article.key.slice(from.length),
    }));
    if (articles.length === 0) return;
    this.put(from, []);
    this.put(to, articles);
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
