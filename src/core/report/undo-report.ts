import type { FileUndoOutcome } from '../runs/undo-files';
import type { UndoOutcome } from '../runs/undo-run';
import type { UndoReport } from './json';

/** A report that is being filled. */
export interface OpenUndoReport extends UndoReport {
  readonly restored: string[];
  trashed?: string[];
  readonly left: { path: string; reason: string }[];
}

/** Creates an empty report. */
export function newUndoReport(run: string): OpenUndoReport {
  return { schema: 1, run, restored: [], left: [] };
}

/** Adds the outcome for a note or file. */
export function addUndoOutcome(
  report: OpenUndoReport,
  outcome: UndoOutcome | FileUndoOutcome,
): void {
  const { kind, path } = outcome;
  if (kind === 'restored') report.restored.push(path);
  if (kind === 'trashed') (report.trashed ??= []).push(path);
  if (kind === 'skipped') report.left.push({ path, reason: outcome.reason });
  if (kind === 'failed') report.left.push({ path, reason: outcome.error });
}
