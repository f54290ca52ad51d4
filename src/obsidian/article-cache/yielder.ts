/**
 * How long work may block the page, in milliseconds. Less than half a frame, because the current note is
 * finished first and garbage may be collected.
 */
const SLICE_MS = 6;

/**
 * Creates a function to await between steps of some work. It resolves at once until the time slice is over,
 * then lets the page run.
 */
export function createYielder(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE_MS) return;
    await nextTask();
    since = performance.now();
  };
}

/** Filters items in time slices. */
export async function filterInSlices<T>(
  items: Iterable<T>,
  meets: (item: T) => boolean,
): Promise<readonly T[]> {
  const yieldIfNeeded = createYielder();
  const met: T[] = [];
  for (const item of items) {
    await yieldIfNeeded();
    if (meets(item)) met.push(item);
  }
  return met;
}

/**
 * Lets the page run other tasks. Timers would not do: in a hidden window, browsers delay them to once per
 * second, later once per minute.
 */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
