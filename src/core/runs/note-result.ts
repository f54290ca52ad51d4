import type { Plan } from '../repairs/plan';

/** Why a whole note was skipped. */
export type SkipReason = 'invalid-utf8' | 'changed-meanwhile' | 'changed-after-preview';

/** A note that was read and planned, and what a run did with it, or would do. */
export interface PlannedNote {
  readonly kind: 'planned';
  readonly path: string;
  /**
   * The text as it was read. Don't keep results longer than needed, because they keep this text in
   * memory.
   */
  readonly text: string;
  readonly plan: Plan;
  /** `unchanged`: there is nothing to repair, or only findings that need a decision. */
  readonly outcome: 'repaired' | 'unchanged' | SkipReason;
}

/** A note that could not be read or written. */
interface FailedNote {
  readonly kind: 'failed';
  readonly path: string;
  readonly error: string;
}

/** The result for a note. */
export type NoteResult = PlannedNote | FailedNote;

/** Returns whether the note contains saved articles. */
export function isSaved({ plan }: Pick<PlannedNote, 'plan'>): boolean {
  return plan.detection.kind === 'saved';
}

/**
 * Returns whether the note has nothing to do with Omnivore: neither saved articles nor findings.
 */
export function isUnrelated(note: Pick<PlannedNote, 'plan'>): boolean {
  return !isSaved(note) && note.plan.findings.length === 0;
}

/** Returns why the note was skipped; null if it was not. */
export function skipReason({ outcome }: Pick<PlannedNote, 'outcome'>): SkipReason | null {
  return outcome === 'repaired' || outcome === 'unchanged' ? null : outcome;
}
