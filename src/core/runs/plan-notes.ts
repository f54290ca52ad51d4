import { plan, type Plan, type Planner } from '../repairs/plan';
import { messageOf } from './outcome';
import type { NoteStore } from './note-store';
import { VaultOrder } from './vault-date-order';

/** A note that was read and planned. It keeps the note's text in memory. */
export type Planned =
  | { readonly kind: 'planned'; readonly path: string; readonly text: string; readonly plan: Plan }
  | { readonly kind: 'invalid-utf8'; readonly path: string; readonly plan: Plan }
  | { readonly kind: 'failed'; readonly path: string; readonly error: string };

/** Creates a planner. `dayFirst` is how the vault's other notes write dates; null at first. */
export type PlannerMaker = (dayFirst: boolean | null) => Planner;

/**
 * Reads and plans notes one by one. Notes with an ambiguous date come last, when all others have been read.
 * The consumer cancels by not asking for more.
 */
export async function* plannedNotes(
  paths: Iterable<string>,
  store: Pick<NoteStore, 'read'>,
  plannerFor: PlannerMaker,
): AsyncGenerator<Planned> {
  const order = new VaultOrder();
  const postponed: string[] = [];
  const planner = plannerFor(null);
  for (const path of paths) {
    const planned = await readAndPlan(path, store, planner);
    if (planned.kind === 'failed') order.addUnreadable();
    else if (planned.plan.detection.kind === 'saved') {
      order.add(planned.plan.detection.articles);
      if (planned.kind === 'planned' && isAmbiguous(planned.plan)) {
        postponed.push(path);
        continue;
      }
    }
    yield planned;
  }
  const last = plannerFor(order.dayFirst);
  for (const path of postponed) yield await readAndPlan(path, store, last);
}

function isAmbiguous({ findings }: Plan): boolean {
  return findings.some(({ left }) => left === 'ambiguous-date');
}

/** Plans one note as a run over it alone would. */
export function planAlone(text: string, path: string, plannerFor: PlannerMaker): Plan {
  const first = plan(text, path, plannerFor(null));
  if (first.detection.kind !== 'saved' || !isAmbiguous(first)) return first;
  const order = new VaultOrder();
  order.add(first.detection.articles);
  return order.dayFirst === null ? first : plan(text, path, plannerFor(order.dayFirst));
}

async function readAndPlan(
  path: string,
  store: Pick<NoteStore, 'read'>,
  planner: Planner,
): Promise<Planned> {
  try {
    const { kind, text } = await store.read(path);
    const planned = plan(text, path, planner);
    return kind === 'text'
      ? { kind: 'planned', path, text, plan: planned }
      : { kind, path, plan: planned };
  } catch (error) {
    return { kind: 'failed', path, error: messageOf(error) };
  }
}
