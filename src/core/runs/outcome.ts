import type { Article } from '../omnivore/article';
import type { SignalId } from '../omnivore/match-template';
import type { RepairFinding } from '../repairs/plan';

/** Why a whole note was left alone. */
export type SkipReason = 'invalid-utf8' | 'changed-meanwhile' | 'changed-after-preview';

/** What a saved article is known by beside its findings. */
export interface SavedNote {
  readonly path: string;
  readonly articles: readonly Article[];
  readonly template: string;
  readonly signal: SignalId;
  readonly findings: readonly RepairFinding[];
}

/** What a look at a note came to. */
export type Surveyed =
  | ({ readonly kind: 'saved' } & SavedNote)
  | ({ readonly kind: 'unwritable'; readonly reason: SkipReason } & SavedNote)
  /** A note of the user's own with images behind Omnivore's proxy; only where the planner looks for them (`ownNotes`). */
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
  /** A note in which nothing was changed; its findings, if any, are left to a person. */
  | { readonly kind: 'fine'; readonly path: string; readonly findings: readonly RepairFinding[] }
  | { readonly kind: 'left'; readonly path: string; readonly reason: SkipReason }
  | { readonly kind: 'other'; readonly path: string }
  | { readonly kind: 'failed'; readonly path: string; readonly error: string };

/** A caught error's message in one line. */
export function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n')[0] ?? message;
}
