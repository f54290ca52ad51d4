/** How long work may go on before the page gets its turn, in milliseconds: under half a frame, for the note in hand is still ended, and memory may be cleaned up meanwhile. */
const SLICE = 6;

/** Answers at once until a slice of time is used up; then lets the page do what waits, and begins the next slice. */
export function createYielder(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE) return;
    await nextTask();
    since = performance.now();
  };
}

/** The items that meet a test, looked at in slices of time. */
export async function filterInSlices<T>(
  items: Iterable<T>,
  meets: (item: T) => boolean,
): Promise<readonly T[]> {
  const yieldIfDue = createYielder();
  const met: T[] = [];
  for (const item of items) {
    await yieldIfDue();
    if (meets(item)) met.push(item);
  }
  return met;
}

/** Lets the page do what waits. Not by a timer: in a window that is hidden, a browser lets one run once a second, later once a minute. */
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
