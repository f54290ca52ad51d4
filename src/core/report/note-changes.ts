import { REPAIR_IDS, type RepairId } from '../repairs';
import { agree } from '../repairs/conflicts';
import type { Plan } from '../repairs/plan';
import type { Edits } from '../text/edits';
import { markedChanges, type MarkedChange } from './marked-changes';

/** The lines of a note that a repair changes. */
export interface RepairChanges {
  /** Null if several repairs change the same lines, because escaping hid what the others find. */
  readonly repair: RepairId | null;
  readonly changes: readonly MarkedChange[];
}

/** How many changed places of a repair are shown. */
const MAX_SHOWN_CHANGES = 1000;

/**
 * Returns a note's lines before and after, for each repair. If text is unescaped, all repairs are shown
 * together, because unescaping changes what the others find.
 */
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
    its.length === 0 ? [] : [{ repair, changes: markedChanges(text, its, MAX_SHOWN_CHANGES) }];
  if (of('escaped-text').length > 0) return shown(null, edits);
  return REPAIR_IDS.flatMap((id) => shown(id, of(id)));
}
