/** Where reading stands, as Omnivore's states said it. */
export type ReadingState = (typeof READING_STATES)[number];

/** All of them, in the order in which an article goes through them. */
export const READING_STATES = ['inbox', 'reading', 'completed', 'archived'] as const;

/** A saved article as the panel lists it. */
export interface Listed {
  /** Its note's path; in a note of several articles, the path, a tab, and the article's place in it from 0. */
  readonly key: string;
  readonly path: string;
  readonly title: string;
  readonly author: string | null;
  /** Its original address. */
  readonly url: string | null;
  readonly source: string | null;
  readonly tags: readonly string[];
  /** ISO 8601; compared as text. */
  readonly saved: string | null;
  readonly published: string | null;
  readonly draft: boolean | null;
  readonly state: ReadingState | null;
  /** How many repairs are due in its note. */
  readonly due: number;
}
