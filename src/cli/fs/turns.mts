import { setImmediate as nextTask } from 'node:timers/promises';

/** How long work may go on before signals and timers get their turn. */
const SLICE_MS = 50;

/** A function to call between the pieces of some work: it lets signals and timers have their turn as often as they need it. */
export function turns(): () => Promise<void> {
  let sliceStart = Date.now();
  return async () => {
    if (Date.now() - sliceStart <= SLICE_MS) return;
    await nextTask();
    sliceStart = Date.now();
  };
}
