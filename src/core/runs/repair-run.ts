import { hashInSteps } from './in-steps';
import type { OpenJournal } from './journal';
import type { NoteResult, PlannedNote } from './note-result';
import type { NoteStore } from './note-store';
import { planNotes } from './plan-notes';
import type { Planner } from '../repairs/plan';
import type { VaultOrder } from './vault-date-order';
import { NOTES_AT_ONCE, TEXT_AT_ONCE, writeNotes } from './write-notes';

/** The parts of a preview that a run must respect. */
export interface RunOptions {
  /**
   * Hashes of the notes as the user saw them, by path. A note that has changed since is skipped.
   */
  readonly seen?: ReadonlyMap<string, string>;
  /** The order of day and month in the preview; see `planNotes`. */
  readonly order?: VaultOrder | boolean | null;
  /** Notes that are read and reported, but never written. */
  readonly reportOnly?: ReadonlySet<string>;
}

/**
 * Repairs notes and reports the result for each. Writes the undo data of a note to the journal
 * before the note. If that fails, it rejects before it writes any note of the batch. The consumer
 * cancels by not asking for more: the current note is finished, and no other is changed.
 */
export async function* repairRun(
  paths: Iterable<string>,
  store: NoteStore,
  planner: Planner,
  journal: OpenJournal,
  { seen = new Map(), order, reportOnly = new Set() }: RunOptions = {},
): AsyncGenerator<NoteResult> {
  let batch: PlannedNote[] = [];
  let batchLength = 0;
  for await (const note of planNotes(paths, store, planner, order)) {
    if (note.kind === 'failed' || note.outcome !== 'repaired') {
      yield note;
      continue;
    }
    const { path, text } = note;
    if (reportOnly.has(path)) {
      yield { ...note, outcome: 'unchanged' };
      continue;
    }
    if (seen.has(path) && seen.get(path) !== (await hashInSteps(store, text))) {
      yield { ...note, outcome: 'changed-after-preview' };
      continue;
    }
    batch.push(note);
    batchLength += text.length;
    if (batch.length < NOTES_AT_ONCE && batchLength < TEXT_AT_ONCE) continue;
    yield* writeRepaired(batch, store, journal);
    batch = [];
    batchLength = 0;
  }
  yield* writeRepaired(batch, store, journal);
}

async function* writeRepaired(
  batch: readonly PlannedNote[],
  store: NoteStore,
  journal: OpenJournal,
): AsyncGenerator<NoteResult> {
  const changes = batch.map((note) => {
    const { path, text, plan } = note;
    return { path, before: text, after: plan.after, undo: plan.undo, note };
  });
  for await (const [{ path, note }, written] of writeNotes(changes, store, journal)) {
    if (written === 'replaced') yield note;
    else if (typeof written === 'string') yield { ...note, outcome: written };
    else yield { kind: 'failed', path, error: written.error };
  }
}

/**
 * Returns what a run would do. Works like `planNotes`, but a note that needs repair and can't be
 * written counts as failed.
 */
export async function* dryRun(
  paths: Iterable<string>,
  store: NoteStore,
  planner: Planner,
): AsyncGenerator<NoteResult> {
  for await (const note of planNotes(paths, store, planner)) {
    const isRepaired = note.kind === 'planned' && note.outcome === 'repaired';
    const problem = isRepaired ? store.writeProblem?.(note.path) : null;
    yield problem ? { kind: 'failed', path: note.path, error: problem } : note;
  }
}
