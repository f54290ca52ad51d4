import { planSteps, type Plan, type Planner } from '../repairs/plan';
import type { Steps } from '../text/steps';
import { failureOf } from './error-message';
import { inSteps } from './in-steps';
import type { NoteResult } from './note-result';
import type { NoteStore } from './note-store';
import { VaultOrder } from './vault-date-order';

/** The part of a store that reads notes. */
type ReadingStore = Pick<NoteStore, 'read' | 'readIfRelated' | 'yieldToEventLoop'>;

/** The plan of a note whose text was not read. */
const UNRELATED: Plan = {
  detection: { kind: 'other' },
  after: '',
  findings: [],
  edits: [],
  undo: [],
  skipped: [],
};

/**
 * Reads and plans notes one by one. Notes with an ambiguous date come last, after all others have
 * voted on the order of day and month. Notes that have nothing to do with Omnivore may have an empty
 * text. The consumer cancels by not asking for more.
 *
 * `order` collects the votes; read it afterwards to learn what the notes prove. With a fixed order
 * (true: day first; null: unknown), notes don't vote.
 */
export async function* planNotes(
  paths: Iterable<string>,
  store: ReadingStore,
  planner: Planner,
  order: VaultOrder | boolean | null = new VaultOrder(),
): AsyncGenerator<NoteResult> {
  if (typeof order !== 'object' || order === null) {
    for (const path of paths) yield await planNote(path, store, planner, order);
    return;
  }
  const postponed: string[] = [];
  for (const path of paths) {
    const note = await planNote(path, store, planner, null);
    if (isPostponed(note, order)) postponed.push(path);
    else yield note;
  }
  const { dayFirst } = order;
  for (const path of postponed) yield await planNote(path, store, planner, dayFirst);
}

/**
 * Lets a note vote on the order of day and month. Returns whether the note has to be planned again after all notes
 * have voted.
 */
export function isPostponed(note: NoteResult, order: VaultOrder): boolean {
  if (note.kind === 'failed') {
    order.addUnreadable();
    return false;
  }
  const { detection } = note.plan;
  if (detection.kind !== 'saved') return false;
  order.add(detection.articles);
  return note.outcome !== 'invalid-utf8' && isAmbiguous(note.plan);
}

function isAmbiguous({ findings }: Plan): boolean {
  return findings.some(({ unresolved }) => unresolved === 'ambiguous-date');
}

/** Plans one note without the other notes of the vault, in steps. */
export function* planAlone(text: string, path: string, planner: Planner): Steps<Plan> {
  const first = yield* planSteps(text, path, planner, null);
  if (first.detection.kind !== 'saved' || !isAmbiguous(first)) return first;
  const order = new VaultOrder();
  order.add(first.detection.articles);
  if (order.dayFirst === null) return first;
  return yield* planSteps(text, path, planner, order.dayFirst);
}

/** Reads and plans one note. `vaultDayFirst` is the order that all notes show; null if it is not known. */
export async function planNote(
  path: string,
  store: ReadingStore,
  planner: Planner,
  vaultDayFirst: boolean | null,
): Promise<NoteResult> {
  try {
    const read = await (store.readIfRelated ?? store.read)(path);
    if (read === null)
      return { kind: 'planned', path, text: '', plan: UNRELATED, outcome: 'unchanged' };
    const { kind, text } = read;
    const planned = await inSteps(store, planSteps(text, path, planner, vaultDayFirst));
    const outcome = planned.edits.length > 0 ? 'repaired' : 'unchanged';
    return {
      kind: 'planned',
      path,
      text,
      plan: planned,
      outcome: kind === 'text' ? outcome : kind,
    };
  } catch (error) {
    return { kind: 'failed', path, error: failureOf(error) };
  }
}
