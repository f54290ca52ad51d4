import { Board } from './board';
import type { Entry } from './entry';
import type { Listed } from './listed';

/** The saved articles of a vault by their notes. */
export class Library {
  readonly #notes = new Map<string, readonly Entry[]>();
  /** How the articles were last looked at. */
  readonly board = new Board(this.#notes);
  #size = 0;
  #version = 0;

  /** How many articles there are. */
  get size(): number {
    return this.#size;
  }

  /** Another number after each change. */
  get version(): number {
    return this.#version;
  }

  get paths(): Iterable<string> {
    return this.#notes.keys();
  }

  /** Takes what a note holds now in the place of what it held; nothing: the note is forgotten. */
  put(path: string, articles: readonly Listed[]): void {
    const before = this.#notes.get(path) ?? [];
    if (before.length === 0 && articles.length === 0) return;
    for (const entry of before) this.board.remove(entry);
    const entries = articles.map((article) => this.board.add(article));
    if (entries.length > 0) this.#notes.set(path, entries);
    else this.#notes.delete(path);
    this.#size += entries.length - before.length;
    this.#version++;
  }

  /** The note has another path; nothing happens where it is not known. */
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

  /** The articles of a note; none where it is not known. */
  of(path: string): readonly Listed[] {
    return (this.#notes.get(path) ?? []).map(({ article }) => article);
  }
}
