import type { ReadingState } from '../omnivore/reading-state';
import type { RepairId } from '../repairs';
import type { UnresolvedReason } from '../repairs/repair';

/** A finding that needs the user's attention. */
export interface AttentionItem {
  /** The repair that found it; null if it concerns the whole note. */
  readonly repair: RepairId | null;
  readonly reason: UnresolvedReason;
  /** The text of the finding in the note, shortened. */
  readonly text: string;
  /** The line of the finding in the note, counted from 0. */
  readonly line: number;
}

/** A saved article as the panel lists it. */
export interface ListedArticle {
  /** The note's path; in a note with several articles the path, a tab, and the article's index. */
  readonly key: string;
  readonly path: string;
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
  /** The first findings in its note that need the user's attention. Empty except for a note's first article. */
  readonly attention: readonly AttentionItem[];
  /** How many findings in its note need the user's attention. */
  readonly unresolved: number;
}
