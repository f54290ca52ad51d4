import { hash } from '../text/hash';
import type { OpenJournal } from './journal';
import type { NoteStore } from './note-store';
import type { Outcome } from './outcome';
import { outcomeOf } from './outcome-of';
import { plannedNotes, type Planned, type PlannerMaker } from './plan-notes';
import { NOTES_AT_ONCE, TEXT_AT_ONCE, writeNotes } from './write-notes';

type Due = Planned & { readonly kind: 'planned' };

/**
 * Repairs notes and yields the outcome of each. The data for undo is on disk before a note is written. The
 * consumer cancels by not asking for more; then no other note is changed. If the journal can't be written,
 * the run ends before any note is written. `seen` has hashes of the notes as the user saw them; a note that
 * has changed since is skipped.
 */
export async function* repairRun(
  paths: Iterable<string>,
  store: NoteStore,
  plannerFor: PlannerMaker,
  journal: OpenJournal,
  seen: ReadonlyMap<string, string> = new Map(),
): AsyncGenerator<Outcome> {
  let due: Due[] = [];
  let held = 0;
  for await (const planned of plannedNotes(paths, store, plannerFor)) {
    if (planned.kind === 'planned' && planned.plan.edits.length > 0) {
      const { path, text } = planned;
      if (seen.has(path) && seen.get(path) !== hash(text)) {
        yield { kind: 'left', path, reason: 'changed-after-preview' };
        continue;
      }
      due.push(planned);
      held += text.length;
      if (due.length < NOTES_AT_ONCE && held < TEXT_AT_ONCE) continue;
      yield* write(due, store, journal);
      due = [];
      held = 0;
    } else yield outcomeOf(planned);
  }
  yield* write(due, store, journal);
}

async function* write(
  due: readonly Due[],
  store: NoteStore,
  journal: OpenJournal,
): AsyncGenerator<Outcome> {
  const changes = due.map(({ path, text, plan: { after, undo, findings } }) => {
    return { path, before: text, after, undo, findings };
  });
  for await (const [{ path, findings }, written] of writeNotes(changes, store, journal)) {
    if (written === 'replaced') yield { kind: 'repaired', path, findings };
    else if (typeof written === 'string') yield { kind: 'left', path, reason: written };
    else yield { kind: 'failed', path, error: written.error };
  }
}
