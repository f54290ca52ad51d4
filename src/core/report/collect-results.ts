import { StoppedError, messageOf } from '../runs/error-message';
import type { NoteResult } from '../runs/note-result';
import { addResult, type OpenReport } from './repair-report';

/**
 * Takes the results of a repair run or a dry run and adds them to the report, until there are no more or `isStopped`. `runId` gives the
 * id of the run as soon as it has written something, null before. Resolves with why the run could not go on; null if it could.
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
