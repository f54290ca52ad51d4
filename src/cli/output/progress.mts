import type { WriteStream } from 'node:tty';

/** Shows how far a run has come. */
export interface Progress {
  readonly step: () => void;
  /** Takes it off the terminal for good. */
  readonly stop: () => void;
}

/** The bar is drawn again after so many milliseconds, not at every step. */
const REDRAW_MS = 80;
const CELLS = 30;
/** Where a terminal does not say how wide it is. */
const USUAL_WIDTH = 80;
const ERASE_LINE = '\r\u001b[K';

/**
 * A bar on one line of a terminal. It moves no cursor and sets no mode: it can be left at any moment, and `hide` takes it away before
 * something else is printed.
 */
export function progressBar(
  stream: Pick<WriteStream, 'write' | 'columns'>,
  total: number,
  label: string,
  now: () => number = Date.now,
): Progress & { readonly hide: () => void } {
  let done = 0;
  let drawnAt = now();
  let isShown = true;
  let isStopped = false;
  const hide = (): void => {
    if (isShown) stream.write(ERASE_LINE);
    isShown = false;
  };
  stream.write(ERASE_LINE + barText(label, done, total, stream.columns));
  return {
    hide,
    step() {
      done++;
      if (isStopped || now() - drawnAt < REDRAW_MS) return;
      drawnAt = now();
      isShown = true;
      stream.write(ERASE_LINE + barText(label, done, total, stream.columns));
    },
    stop() {
      isStopped = true;
      hide();
    },
  };
}

/** Never as wide as the terminal: a full line would be wrapped, and erasing would leave a part of it. */
function barText(label: string, done: number, total: number, width: number | undefined): string {
  const columns = width || USUAL_WIDTH;
  const filled = Math.round((CELLS * Math.min(done, total)) / total);
  const bar = '█'.repeat(filled) + '░'.repeat(CELLS - filled);
  const numbers = `${label} ${done}/${total}`;
  const whole = `${label} ${bar} ${done}/${total}`;
  return whole.length < columns ? whole : numbers.length < columns ? numbers : '';
}
