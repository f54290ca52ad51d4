import { StoppedError, messageOf } from '../runs/error-message';

/**
 * Passes the results of a run or a dry run to `onResult`, which adds them to a report, until there are no
 * more or `isStopped`. Resolves with the error that ended the run early, or null.
 */
export async function collectResults<Result>(
  results: AsyncIterable<Result>,
  isStopped: () => boolean,
  onResult: (result: Result) => void | Promise<void>,
): Promise<string | null> {
  try {
    for await (const result of results) {
      await onResult(result);
      if (isStopped()) break;
    }
    return null;
  } catch (error) {
    return error instanceof StoppedError ? null : messageOf(error);
  }
}
