import type { NoteResult } from '../runs/note-result';
import type { RepairReport } from './json';
import { summaryOf, type NoteSummary } from './note-summary';

/** A report that is being filled. */
export type OpenReport = { -readonly [Key in keyof RepairReport]: Mutable<RepairReport[Key]> };
type Mutable<T> = T extends readonly (infer Item)[] ? Item[] : T;

/** Creates an empty report. */
export function newReport(): OpenReport {
  return { schema: 1, run: null, repaired: [], left: [], failed: [] };
}

/** Adds a note's result, and no more of its text than is shown. `run` is the id with which the run can be undone. */
export function addResult(report: OpenReport, note: NoteResult, run: string | null): void {
  const summary = summaryOf(note);
  if (summary !== null) addToReport(report, summary, run);
}

/** Adds the summary of a note's result. */
export function addToReport(report: OpenReport, note: NoteSummary, run: string | null): void {
  const { path } = note;
  if (note.kind === 'failed') {
    report.failed.push({ path, error: note.error });
    return;
  }
  if (note.skipped) {
    report.left.push({ path, repair: null, reason: note.skipped, was: '' });
    return;
  }
  if (note.isRepaired) {
    report.run = run;
    report.repaired.push({ path, findings: note.counts });
  }
  for (const item of note.unresolved) report.left.push({ path, ...item });
}
