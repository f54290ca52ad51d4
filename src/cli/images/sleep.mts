import { setTimeout as after } from 'node:timers/promises';

/** Resolves after so many milliseconds, or when the signal says so. */
export async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  await after(ms, undefined, { signal }).catch(() => undefined);
}
