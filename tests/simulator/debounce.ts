export interface Debouncer<T extends unknown[], V> {
  (...args: [...T]): this;
  cancel(): this;
  run(): V | void;
}

/**
 * Calls back once for many calls: the milliseconds after the first of them, or with `resetTimer`
 * after the last, with the arguments of the last.
 */
export function debounce<T extends unknown[], V>(
  callback: (...args: [...T]) => V,
  timeout = 0,
  resetTimer = false,
): Debouncer<T, V> {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let latest: [...T] | null = null;
  const stop = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const run = (): V | void => {
    stop();
    const args = latest;
    latest = null;
    return args ? callback(...args) : undefined;
  };
  const debounced = (...args: [...T]): Debouncer<T, V> => {
    latest = args;
    if (resetTimer) stop();
    timer ??= setTimeout(run, timeout);
    return debouncer;
  };
  const cancel = (): Debouncer<T, V> => {
    stop();
    latest = null;
    return debouncer;
  };
  const debouncer = Object.assign(debounced, { cancel, run }) as Debouncer<T, V>;
  return debouncer;
}
