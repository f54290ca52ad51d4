import { REPAIR_IDS } from '../repairs';
import type { Plan } from '../repairs/plan';
import type { RepairId } from '../repairs/repair';
import { compose, type Edits } from '../text/edit';
import { changedLines, type ChangedLines } from './changed-lines';

/** The lines of a note that a repair changes. */
export interface RepairChanges {
  /** Null where several repairs change the same lines: what was hidden by escaping. */
  readonly repair: RepairId | null;
  readonly changes: readonly ChangedLines[];
}

/** A note's lines before and after, repair by repair. Un-escaping moves what the other repairs look at: then all are shown together. */
export function noteChanges(
  text: string,
  { findings, edits }: Pick<Plan, 'findings' | 'edits'>,
): readonly RepairChanges[] {
  if (edits.length === 0) return [];
  const of = (id: RepairId): Edits =>
    compose(findings.flatMap((f) => (f.repair === id ? f.edits : []))).edits;
  if (of('escaped-text').length > 0) {
    return [{ repair: null, changes: changedLines(text, edits) }];
  }
  return REPAIR_IDS.map((repair) => ({ repair, changes: changedLines(text, of(repair)) })).filter(
    ({ changes }) => changes.length > 0,
  );
}
