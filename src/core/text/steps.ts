/**
 * Work on a long text, in steps that are short enough not to be noticed. Other work can be done wherever it yields. It
 * yields nothing; its result is what it returns.
 */
export type Steps<T> = Generator<void, T, void>;

/** How many UTF-16 code units are worked on in one step, at most a few milliseconds. */
export const STEP_LENGTH = 0x40000;

/** Returns whether work on a text is worth more than one step. */
export function isLong(text: string): boolean {
  return text.length > STEP_LENGTH;
}

/** Does all steps at once. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Does the steps, and waits for `pause` between them. */
export async function withPauses<T>(steps: Steps<T>, pause: () => Promise<void>): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await pause();
  }
}
