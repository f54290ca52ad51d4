import { setTimeout as after } from 'node:timers/promises';

/** Resolves after this time, or when the signal aborts. */
export async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  await after(ms, undefined, { signal }).catch(() => undefined);
}
