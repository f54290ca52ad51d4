import { StoppedError, messageOf } from '../runs/error-message';
import type { NoteResult } from '../runs/note-result';
import { addResult, type OpenReport } from './repair-report';

/**
 * Adds the results of a repair run or a dry run to the report, until there are no more or
 * `isStopped`. `runId` returns the run's ID, or null if nothing was written yet. Resolves with the
 * error that ended the run early, or null.
 */
export async function collectResults(
  results: AsyncIterable<NoteResult>,
  report: OpenReport,
  runId: () => string | null,
  isStopped: () => boolean,
  onResult: (note: NoteResult) => void | Promise<void>,
): Promise<string | null> {
  try {
    for await (const note of results) {
      addResult(report, note, runId());
      await onResult(note);
      if (isStopped()) break;
    }
    return null;
  } catch (error) {
    return error instanceof StoppedError ? null : messageOf(error);
  }
}
