import type { Planner } from '../../core/repairs/plan';
import type { UnresolvedItem } from '../../core/report/json';
import type { NoteStore } from '../../core/runs/note-store';
import { inSteps } from '../../core/runs/in-steps';
import { planAlone } from '../../core/runs/plan-notes';
import { lineCounter } from '../../core/text/lines';

/**
 * Returns the line of a finding that needs the user's attention in the note's current text, from 1. Returns 1
 * if it is no longer there, or can't be read.
 */
export async function findingLine(
  store: NoteStore,
  path: string,
  planner: Planner,
  { repair, reason, was }: UnresolvedItem,
): Promise<number> {
  try {
    const { text } = await store.read(path);
    const { findings } = await inSteps(store, planAlone(text, path, planner));
    const found = findings.find(
      (finding) =>
        finding.repair === repair &&
        finding.unresolved === reason &&
        finding.before.startsWith(was),
    );
    return found ? lineCounter(text)(found.from) : 1;
  } catch {
    return 1;
  }
}
