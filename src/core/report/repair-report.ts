import { countFindings } from '../repairs/counts';
import { isUnrelated, skipReason, type NoteResult } from '../runs/note-result';
import { copyString } from '../text/copy-string';
import { unresolvedItems, type RepairReport } from './json';

/** How much of a finding's text is kept, in UTF-16 code units. */
const MAX_SHOWN_LENGTH = 400;

/** A report that is being filled. */
export type OpenReport = { -readonly [Key in keyof RepairReport]: Mutable<RepairReport[Key]> };
type Mutable<T> = T extends readonly (infer Item)[] ? Item[] : T;

/** Creates an empty report. */
export function newReport(): OpenReport {
  return { schema: 1, run: null, repaired: [], left: [], failed: [] };
}

/** Adds a note's result, and no more of its text than is shown. `run` is the id with which the run can be undone. */
export function addResult(report: OpenReport, note: NoteResult, run: string | null): void {
  const { path } = note;
  if (note.kind === 'failed') {
    report.failed.push({ path, error: note.error });
    return;
  }
  if (isUnrelated(note)) return;
  const reason = skipReason(note);
  if (reason) {
    report.left.push({ path, repair: null, reason, was: '' });
    return;
  }
  const { findings } = note.plan;
  if (note.outcome === 'repaired') {
    report.run = run;
    report.repaired.push({ path, findings: countFindings(findings) });
  }
  for (const { repair, reason, was } of unresolvedItems(findings)) {
    report.left.push({ path, repair, reason, was: copyString(was.slice(0, MAX_SHOWN_LENGTH)) });
  }
}
