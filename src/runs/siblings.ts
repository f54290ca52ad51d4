import { votesOf } from '../repairs/day-or-month';
import type { RepairFinding } from '../repairs/plan';

/**
 * Gathers how a vault's notes write `25/07/2024`, so that `03/04/2024` can be read as its siblings are. Only values that the run
 * mends are heard: what stays as it is would decide alone in the next run.
 */
export class Siblings {
  #dayFirst = 0;
  #monthFirst = 0;

  /** Takes the votes of a note's dates. */
  hear(findings: readonly RepairFinding[]): void {
    for (const vote of votesOf(findings.filter(({ repair }) => repair === 'dates'))) {
      if (vote) this.#dayFirst++;
      else this.#monthFirst++;
    }
  }

  /** What all of them say; null where none spoke, or two disagree. */
  get dayFirst(): boolean | null {
    if (this.#dayFirst > 0 === this.#monthFirst > 0) return null;
    return this.#dayFirst > 0;
  }
}
