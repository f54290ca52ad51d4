import { countFindings } from '../repairs/counts';
import type { Outcome } from '../runs/outcome';
import { copyString } from '../text/copy-string';
import { unresolvedItems, type RepairReport } from './json';

/** How much of a finding is reported, in UTF-16 code units. */
const TOLD = 400;

/** A report that is being filled. */
export type OpenReport = { -readonly [Key in keyof RepairReport]: Mutable<RepairReport[Key]> };
type Mutable<T> = T extends readonly (infer Item)[] ? Item[] : T;

/** Creates an empty report. */
export function newReport(): OpenReport {
  return { schema: 1, run: null, repaired: [], left: [], failed: [] };
}

/** Adds an outcome. Only as much of the note's text is kept as is reported. `run` is the ID for `undo`. */
export function addOutcome(report: OpenReport, outcome: Outcome, run: string | null): void {
  const { kind, path } = outcome;
  if (kind === 'failed') report.failed.push({ path, error: outcome.error });
  if (kind === 'left') report.left.push({ path, repair: null, reason: outcome.reason, was: '' });
  if (kind !== 'repaired' && kind !== 'fine') return;
  if (kind === 'repaired') {
    report.run = run;
    report.repaired.push({ path, findings: countFindings(outcome.findings) });
  }
  for (const { repair, reason, was } of unresolvedItems(outcome.findings)) {
    report.left.push({ path, repair, reason, was: copyString(was.slice(0, TOLD)) });
  }
}
