import { REPAIR_IDS, type RepairId } from './index';
import type { RepairFinding } from './plan';

/** How often each repair found something to mend. */
export type Counts = Readonly<Record<RepairId, number>>;

/** How many findings of each repair have edits. */
export function countFindings(findings: readonly RepairFinding[]): Counts {
  const counts = Object.fromEntries(REPAIR_IDS.map((id) => [id, 0])) as Record<RepairId, number>;
  for (const { repair, left } of findings) if (repair && !left) counts[repair]++;
  return counts;
}

/** The sum of several notes' counts. */
export function sumOf(all: readonly Counts[]): Counts {
  const entries = REPAIR_IDS.map((id) => [id, all.reduce((sum, counts) => sum + counts[id], 0)]);
  return Object.fromEntries(entries) as Counts;
}
