import { REPAIR_IDS, type RepairId } from './index';
import type { RepairFinding } from './plan';

/** The number of findings with edits, by repair. */
export type Counts = Readonly<Record<RepairId, number>>;

/** Counts the findings of each repair that have edits. */
export function countFindings(findings: readonly RepairFinding[]): Counts {
  const counts = {} as Record<RepairId, number>;
  for (const id of REPAIR_IDS) counts[id] = 0;
  for (const { repair, unresolved } of findings) if (repair && !unresolved) counts[repair]++;
  return counts;
}

/** Adds up the counts of several notes. */
export function sumOf(all: readonly Counts[]): Counts {
  const entries = REPAIR_IDS.map((id) => [id, all.reduce((sum, counts) => sum + counts[id], 0)]);
  return Object.fromEntries(entries) as Counts;
}
