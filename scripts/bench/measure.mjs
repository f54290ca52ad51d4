/** Returns the median. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** Returns how long a task takes, in milliseconds. */
export function millisecondsOf(task) {
  const start = process.hrtime.bigint();
  task();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/**
 * Returns the median time of each named task, in milliseconds. The rounds are interleaved and each starts with another task, so that
 * a slow moment of the machine affects all of them. A task is a function, or `{ before, task, after }`, of which only `task` is timed.
 */
export function medians(tasks, rounds) {
  const names = Object.keys(tasks);
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < names.length; i++) {
      const name = names[(i + round) % names.length];
      const { before, task, after } =
        typeof tasks[name] === 'function' ? { task: tasks[name] } : tasks[name];
      before?.();
      times[name].push(millisecondsOf(task));
      after?.();
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times[name])]));
}
