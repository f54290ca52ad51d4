import { median } from './measure.mjs';

/** How many of the last runs are compared with. */
const RUNS = 10;
/** With fewer runs before, nothing is reported: one of them alone may have been unlucky. */
const MIN_RUNS = 3;
/** What is worse than the median by more than this share is a regression. */
const MAX_SHARE = 0.2;

/**
 * Compares a run with the median of the ten runs before. A run is `{ rows: [{ id, value }] }`; lower values are better, and null is a
 * value that was not measured. Returns the regressions as `{ id, value, before, share }`; a share of 0.25 is a quarter worse.
 */
export function regressionsOf(history, latest) {
  const recent = history.slice(-RUNS);
  return latest.rows.flatMap(({ id, value }) => {
    const before = recent.flatMap(({ rows }) => {
      const earlier = rows.find((row) => row.id === id)?.value ?? null;
      return earlier === null ? [] : [earlier];
    });
    if (value === null || before.length < MIN_RUNS) return [];
    const usual = median(before);
    const share = value / usual - 1;
    return usual > 0 && share > MAX_SHARE ? [{ id, value, before: usual, share }] : [];
  });
}
