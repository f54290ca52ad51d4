/** How long work may go on before the page gets its turn, in milliseconds. */
const SLICE = 12;

/** Answers at once until a slice of time is used up; then lets the page do what waits, and begins the next slice. */
export function turnTaker(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE) return;
    await nextTurn();
    since = performance.now();
  };
}

/** Lets the page do what waits. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => window.setTimeout(resolve, 0));
}
