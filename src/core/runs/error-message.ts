/** Thrown by a store after a request to stop. It ends the run; no note has failed. */
export class StoppedError extends Error {}

/** Returns a caught error's message in one line. */
export function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n')[0] ?? message;
}

/**
 * Returns why one note or file failed, in one line. Throws a `StoppedError` again, because it
 * concerns the whole run.
 */
export function failureOf(error: unknown): string {
  if (error instanceof StoppedError) throw error;
  return messageOf(error);
}
