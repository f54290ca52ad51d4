/** Reading state, as Omnivore named it. */
export type ReadingState = (typeof READING_STATES)[number];

/** All states, in the order in which an article goes through them. */
export const READING_STATES = ['inbox', 'reading', 'completed', 'archived'] as const;

/** A saved article as the panel lists it. */
export interface ListedArticle {
  /** The note's path; in a note with several articles the path, a tab, and the article's index. */
  readonly key: string;
  readonly path: string;
  /** The line its text starts at, from 0; null where the article is the whole note. */
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
  readonly state: ReadingState | null;
  /** How many kinds of repairs its note needs. */
  readonly pendingRepairs: number;
  /** How many findings in its note the repairs leave to the user. */
  readonly unresolved: number;
}
