import { indexArticle, type IndexedArticle } from './indexed-article';
import type { ListedArticle } from './listed-article';
import type { ScanProgress } from './view';

/** The saved articles of a vault by their notes, and the other notes with dead images or a clipped page. */
export class Library {
  readonly #notes = new Map<string, readonly IndexedArticle[]>();
  readonly #ownImages = new Map<string, number>();
  readonly #clippings = new Map<string, string>();
  #clippingKeys: ReadonlySet<string> | null = null;
  #sorted: readonly IndexedArticle[] = [];
  /** Changes since `#sorted` was built. They are merged when `articles` is read. */
  readonly #removed = new Set<IndexedArticle>();
  readonly #added = new Set<IndexedArticle>();
  #size = 0;
  /** Each month, source and tag once. */
  readonly #names = new Map<string, string>();

  /** How many articles there are. */
  get size(): number {
    return this.#size;
  }

  /** The paths of all notes with articles, dead images or a clipped page. */
  get paths(): readonly string[] {
    return [...this.#notes.keys(), ...this.#ownImages.keys(), ...this.#clippings.keys()];
  }

  /**
   * The keys (see `urlKey`) of the pages that notes other than saved articles have clipped. The same set until
   * something changes.
   */
  get clippings(): ReadonlySet<string> {
    return (this.#clippingKeys ??= new Set(this.#clippings.values()));
  }

  /** How many dead images a note that is not a saved article has, by path. */
  get ownImages(): ReadonlyMap<string, number> {
    return this.#ownImages;
  }

  /** All articles, the newest first and those without a date last. The same array until something changes. */
  get articles(): readonly IndexedArticle[] {
    if (this.#removed.size > 0 || this.#added.size > 0) {
      this.#sorted =
        this.#removed.size + this.#added.size <= FEW_CHANGES
          ? withFewChanges(this.#sorted, this.#removed, this.#added)
          : mergeSorted(
              this.#sorted.filter((article) => !this.#removed.has(article)),
              [...this.#added].sort(byNewest),
            );
      this.#removed.clear();
      this.#added.clear();
    }
    return this.#sorted;
  }

  /** Replaces the articles of a note. Without articles, images and a clipped page, the note is removed. */
  put(
    path: string,
    articles: readonly ListedArticle[],
    ownImages = 0,
    clipping: string | null = null,
  ): void {
    if (clipping !== (this.#clippings.get(path) ?? null)) {
      if (clipping === null) this.#clippings.delete(path);
      else this.#clippings.set(path, clipping);
      this.#clippingKeys = null;
    }
    if (ownImages > 0) this.#ownImages.set(path, ownImages);
    else this.#ownImages.delete(path);
    const before = this.#notes.get(path) ?? [];
    if (before.length === 0 && articles.length === 0) return;
    const after = articles.map((article) => indexArticle(article, this.#shared));
    if (after.length > 0) this.#notes.set(path, after);
    else this.#notes.delete(path);
    this.#size += after.length - before.length;
    for (const article of before) if (!this.#added.delete(article)) this.#removed.add(article);
    for (const article of after) this.#added.add(article);
  }

  readonly #shared = (name: string): string => {
    const known = this.#names.get(name);
    if (known === undefined) this.#names.set(name, name);
    return known ?? name;
  };

  /** Moves the articles of a note to another path. Does nothing for an unknown note. */
  rename(from: string, to: string): void {
    const images = this.#ownImages.get(from) ?? 0;
    const clipping = this.#clippings.get(from) ?? null;
    const articles = this.of(from).map((article) => ({
      ...article,
      path: to,
      key: to + article.key.slice(from.length),
    }));
    if (articles.length === 0 && images === 0 && clipping === null) return;
    this.put(from, []);
    this.put(to, articles, images, clipping);
  }

  /** Returns the articles of a note, or an empty list. */
  of(path: string): readonly ListedArticle[] {
    return (this.#notes.get(path) ?? []).map(({ article }) => article);
  }
}

function byNewest(a: IndexedArticle, b: IndexedArticle): number {
  const [savedA, savedB] = [a.article.saved ?? '', b.article.saved ?? ''];
  if (savedA !== savedB) return savedA > savedB ? -1 : 1;
  if (a.article.key === b.article.key) return 0;
  return a.article.key < b.article.key ? -1 : 1;
}

/** With this many changes, searching for their places costs less than reading all articles. */
const FEW_CHANGES = 100;

/** Returns a copy of a sorted array without some of its articles, and with others. */
function withFewChanges(
  sorted: readonly IndexedArticle[],
  removed: Iterable<IndexedArticle>,
  added: Iterable<IndexedArticle>,
): readonly IndexedArticle[] {
  const changed = [...sorted];
  for (const article of removed) changed.splice(placeIn(changed, article), 1);
  for (const article of added) changed.splice(placeIn(changed, article), 0, article);
  return changed;
}

/** Returns the index of an article in a sorted array, or where it would be. */
function placeIn(sorted: readonly IndexedArticle[], article: IndexedArticle): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (byNewest(sorted[middle] as IndexedArticle, article) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Merges two sorted arrays. */
function mergeSorted(
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

/** The library that the panel shows, which is kept up to date. */
export interface LibrarySource {
  readonly library: Library;
  readonly progress: ScanProgress;
  /** Notes that could not be read when last tried, by path, each with the reason. */
  readonly unreadable: ReadonlyMap<string, string>;
  /**
   * Calls the listener when the library or the progress changes. Several changes may be combined. Returns an
   * unsubscribe function.
   */
  readonly onChange: (listener: () => void) => () => void;
  /** Reads the vault because the user asked: for the first time, again, or after a failure. */
  readonly scan: () => void;
}
