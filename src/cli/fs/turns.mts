import { setImmediate as nextTask } from 'node:timers/promises';

/** How long work may block signals and timers. */
const MAX_BLOCK_MS = 50;

/**
 * Creates a function to call between steps of some work. It lets signals and timers run when they have waited
 * long enough.
 */
export function createYielder(): () => Promise<void> {
  let sliceStart = Date.now();
  return async () => {
    if (Date.now() - sliceStart <= MAX_BLOCK_MS) return;
    await nextTask();
    sliceStart = Date.now();
  };
}
