import type { ReadingState } from '../omnivore/reading-state';
import type { AttentionItem } from './attention';

/** Returns the key of an article of a note, which has `count` articles. `index` is its place among them. */
export function keyOfArticle(path: string, index: number, count: number): string {
  return count === 1 ? path : `${path}\t${index}`;
}

/** A saved article as the panel lists it. */
export interface ListedArticle {
  /** The note's path; in a note with several articles the path, a tab, and the article's index. */
  readonly key: string;
  readonly path: string;
  /** Omnivore's ID; null if the note does not have it. */
  readonly id: string | null;
  /** The line where its text starts, from 0. Null if the article is the whole note. */
  readonly line: number | null;
  readonly title: string;
  readonly author: string | null;
  /** Its original URL. */
  readonly url: string | null;
  readonly source: string | null;
  readonly tags: readonly string[];
  /** ISO 8601; compared as text. */
  readonly saved: string | null;
  readonly published: string | null;
  readonly draft: boolean | null;
  /** Null if the note has no state. The article then counts as unread. */
  readonly state: ReadingState | null;
  readonly highlights: number;
  /** How many minutes it takes to read; null if unknown. */
  readonly minutes: number | null;
  /** How many kinds of repairs its note needs. */
  readonly pendingRepairs: number;
  /** What needs the user's attention in its note. Empty except for a note's first article. */
  readonly attention: readonly AttentionItem[];
  /** What the user ignores in its note. Empty except for a note's first article. */
  readonly ignored: readonly AttentionItem[];
  /** How many items in its note need the user's attention. There may be more than are listed. */
  readonly unresolved: number;
}
