import { plan, type Plan, type Planner } from '../repairs/plan';
import { failureOf } from './error-message';
import type { NoteResult } from './note-result';
import type { NoteStore } from './note-store';
import { VaultOrder } from './vault-date-order';

/**
 * Reads and plans notes one by one. Notes with an ambiguous date come last, after all others have
 * voted on the order of day and month. The consumer cancels by not asking for more.
 *
 * `order` collects the votes; read it afterwards to learn what the notes prove. With a fixed order
 * (true: day first; null: unknown), notes don't vote.
 */
export async function* planNotes(
  paths: Iterable<string>,
  store: Pick<NoteStore, 'read'>,
  planner: Planner,
  order: VaultOrder | boolean | null = new VaultOrder(),
): AsyncGenerator<NoteResult> {
  if (typeof order !== 'object' || order === null) {
    for (const path of paths) yield await readAndPlan(path, store, planner, order);
    return;
  }
  const postponed: string[] = [];
  for (const path of paths) {
    const note = await readAndPlan(path, store, planner, null);
    if (note.kind === 'failed') order.addUnreadable();
    else if (note.plan.detection.kind === 'saved') {
      order.add(note.plan.detection.articles);
      if (note.outcome !== 'invalid-utf8' && isAmbiguous(note.plan)) {
        postponed.push(path);
        continue;
      }
    }
    yield note;
  }
  const { dayFirst } = order;
  for (const path of postponed) yield await readAndPlan(path, store, planner, dayFirst);
}

function isAmbiguous({ findings }: Plan): boolean {
  return findings.some(({ left }) => left === 'ambiguous-date');
}

/** Plans one note without the other notes of the vault. */
export function planAlone(text: string, path: string, planner: Planner): Plan {
  const first = plan(text, path, planner);
  if (first.detection.kind !== 'saved' || !isAmbiguous(first)) return first;
  const order = new VaultOrder();
  order.add(first.detection.articles);
  return order.dayFirst === null ? first : plan(text, path, planner, order.dayFirst);
}

async function readAndPlan(
  path: string,
  store: Pick<NoteStore, 'read'>,
  planner: Planner,
  vaultDayFirst: boolean | null,
): Promise<NoteResult> {
  try {
    const { kind, text } = await store.read(path);
    const planned = plan(text, path, planner, vaultDayFirst);
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
