import { indexArticle, type IndexedArticle } from './indexed-article';
import type { ListedArticle } from './listed-article';

/** The saved articles of a vault by their notes, and the other notes with dead images. */
export class Library {
  readonly #notes = new Map<string, readonly IndexedArticle[]>();
  readonly #ownImages = new Map<string, number>();
  #sorted: readonly IndexedArticle[] = [];
  /** What changed since `#sorted` was made: it is brought up to date when somebody looks. */
  readonly #removed = new Set<IndexedArticle>();
  readonly #added = new Set<IndexedArticle>();
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
    if (this.#removed.size > 0 || this.#added.size > 0) {
      this.#sorted = merge(
        this.#sorted.filter((article) => !this.#removed.has(article)),
        [...this.#added].sort(byNewest),
      );
      this.#removed.clear();
      this.#added.clear();
    }
    return this.#sorted;
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
    for (const article of before) if (!this.#added.delete(article)) this.#removed.add(article);
    for (const article of after) this.#added.add(article);
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

/** One sorted array of two. */
function merge(
  some: readonly IndexedArticle[],
  others: readonly IndexedArticle[],
): readonly IndexedArticle[] {
  if (others.length === 0) return some;
  const merged: IndexedArticle[] = [];
  let at = 0;
  for (const other of others) {
    for (let one = some[at]; one && byNewest(one, other) < 0; one = some[++at]) merged.push(one);
    merged.push(other);
  }
  for (; at < some.length; at++) merged.push(some[at] as IndexedArticle);
  return merged;
}
