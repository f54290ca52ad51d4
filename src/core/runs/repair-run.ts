import { fingerprint } from '../text/hash';
import type { OpenJournal, Step } from './journal';
import type { NoteStore } from './note-store';
import { messageOf, type Outcome } from './outcome';
import { outcomeOf } from './outcome-of';
import { plannedNotes, type Planned, type PlannerMaker } from './plan-notes';

/** So many notes share one journal write; a crash in between leaves lines of notes that were never written, which undo knows. */
const BATCH = 16;
/** And no more text than this, in UTF-16 code units, is held for it. */
const BATCH_TEXT = 1_000_000;

type Due = Planned & { readonly kind: 'planned' };

/**
 * Repairs notes and says what became of each. What leads back is on disk before a note is written. The consumer cancels by asking
 * for no more: the note in hand is finished, no other is touched. A failed journal write ends the run before any note is written.
 * `seen` holds the fingerprints of notes as the user saw them; one that is another now is left.
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
      if (seen.has(path) && seen.get(path) !== fingerprint(text)) {
        yield { kind: 'left', path, reason: 'changed-after-preview' };
        continue;
      }
      due.push(planned);
      held += text.length;
      if (due.length < BATCH && held < BATCH_TEXT) continue;
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
  if (due.length === 0) return;
  await journal.write(due.map((note) => stepOf(note, store)));
  try {
    for (const { path, text, plan } of due) yield await writeOne(path, text, plan, store);
  } finally {
    // Also where the consumer asked for no more: what it was told is repaired must stay so.
    await store.flush?.();
  }
}

function stepOf({ path, text, plan }: Due, store: NoteStore): Step {
  const print = (of: string): string => store.fingerprint?.(path, of) ?? fingerprint(of);
  return { path, was: print(text), left: print(plan.after), undo: plan.undo };
}

async function writeOne(
  path: string,
  text: string,
  { after, findings }: Due['plan'],
  store: NoteStore,
): Promise<Outcome> {
  try {
    const replaced = await store.replace(path, text, after);
    if (replaced === 'replaced') return { kind: 'repaired', path, findings };
    return { kind: 'left', path, reason: replaced };
  } catch (error) {
    return { kind: 'failed', path, error: messageOf(error) };
  }
}
