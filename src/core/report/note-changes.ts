import { REPAIR_IDS } from '../repairs';
import { agree } from '../repairs/conflicts';
import type { Plan } from '../repairs/plan';
import type { RepairId } from '../repairs/repair';
import type { Edits } from '../text/edits';
import { markedChanges, type MarkedChange } from './marked-changes';

/** The lines of a note that a repair changes. */
export interface RepairChanges {
  /** Null where several repairs change the same lines: what was hidden by escaping. */
  readonly repair: RepairId | null;
  readonly changes: readonly MarkedChange[];
}

/** So many changed places of a repair are shown. */
const SHOWN = 1000;

/** A note's lines before and after, repair by repair. Un-escaping moves what the other repairs look at: then all are shown together. */
export function noteChanges(
  text: string,
  { findings, edits }: Pick<Plan, 'findings' | 'edits'>,
): readonly RepairChanges[] {
  const of = (id: RepairId): Edits =>
    agree(
      text,
      findings.filter(({ repair }) => repair === id),
    ).edits;
  const shown = (repair: RepairId | null, its: Edits): readonly RepairChanges[] =>
    its.length === 0 ? [] : [{ repair, changes: markedChanges(text, its, SHOWN) }];
  if (of('escaped-text').length > 0) return shown(null, edits);
  return REPAIR_IDS.flatMap((id) => shown(id, of(id)));
}
