import type { WriteStream } from 'node:tty';

/** Shows the progress of a run. */
export interface Progress {
  /** Counts one step. */
  readonly step: () => void;
  /** Counts several steps. */
  readonly stepBy: (count: number) => void;
  /** Removes it from the terminal. */
  readonly stop: () => void;
}

/** The bar is redrawn after this time, not at every step. */
const REDRAW_MS = 80;
const BAR_COLUMNS = 30;
/** Columns of a terminal that does not report its width. */
export const DEFAULT_COLUMNS = 80;
const ERASE_LINE = '\r\u001b[K';

/**
 * A progress bar on one line of a terminal. It never moves the cursor and sets no mode, so the program can
 * end at any moment. `hide` removes it before something else is printed.
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
  const stepBy = (count: number): void => {
    done += count;
    if (isStopped || now() - drawnAt < REDRAW_MS) return;
    drawnAt = now();
    isShown = true;
    stream.write(ERASE_LINE + barText(label, done, total, stream.columns));
  };
  stream.write(ERASE_LINE + barText(label, done, total, stream.columns));
  return {
    hide,
    step: () => stepBy(1),
    stepBy,
    stop() {
      isStopped = true;
      hide();
    },
  };
}

/**
 * Returns a text that is narrower than the terminal. A full line would wrap, and erasing would leave a part
 * of it.
 */
function barText(label: string, done: number, total: number, width: number | undefined): string {
  const columns = width || DEFAULT_COLUMNS;
  const filled = Math.round((BAR_COLUMNS * Math.min(done, total)) / total);
  const bar = '█'.repeat(filled) + '░'.repeat(BAR_COLUMNS - filled);
  const numbers = `${label} ${done}/${total}`;
  const whole = `${label} ${bar} ${done}/${total}`;
  return whole.length < columns ? whole : numbers.length < columns ? numbers : '';
}
