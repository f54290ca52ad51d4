import type { Article } from '../omnivore/article';
import type { SignalId } from '../omnivore/match-template';
import type { RepairFinding } from '../repairs/plan';

/** Why a whole note was skipped. */
export type SkipReason = 'invalid-utf8' | 'changed-meanwhile' | 'changed-after-preview';

/** A saved note with its articles and findings. */
export interface SavedNote {
  readonly path: string;
  readonly articles: readonly Article[];
  readonly template: string;
  readonly signal: SignalId;
  readonly findings: readonly RepairFinding[];
}

/** The result of checking a note. */
export type Surveyed =
  | ({ readonly kind: 'saved' } & SavedNote)
  | ({ readonly kind: 'unwritable'; readonly reason: SkipReason } & SavedNote)
  /** A note that is not a saved article but has dead images. Only if the planner looks for them (`ownNotes`). */
  | {
      readonly kind: 'own';
      readonly path: string;
      readonly findings: readonly RepairFinding[];
      readonly reason: SkipReason | null;
    }
  | { readonly kind: 'other'; readonly path: string }
  | { readonly kind: 'failed'; readonly path: string; readonly error: string };

/** What a run did with a note. */
export type Outcome =
  | {
      readonly kind: 'repaired';
      readonly path: string;
      readonly findings: readonly RepairFinding[];
    }
  /** Nothing was changed. Its findings, if any, need attention. */
  | { readonly kind: 'fine'; readonly path: string; readonly findings: readonly RepairFinding[] }
  | { readonly kind: 'left'; readonly path: string; readonly reason: SkipReason }
  | { readonly kind: 'other'; readonly path: string }
  | { readonly kind: 'failed'; readonly path: string; readonly error: string };

/** Returns the first line of an error's message. */
export function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n')[0] ?? message;
}
