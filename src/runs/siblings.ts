import type { Article } from '../omnivore/article';
import { dayComesFirst } from '../repairs/dates';

/**
 * Gathers how a vault's notes write `25/07/2024`, so that `03/04/2024` can be read as its siblings are. Only values that the run
 * will mend are heard: what stays as it is would decide alone in the next run.
 */
export class Siblings {
  #dayFirst = 0;
  #monthFirst = 0;

  /** Takes the votes of a note's dates. */
  hear(articles: readonly Article[]): void {
    for (const { properties } of articles) {
      for (const { value, written } of properties) {
        if (!written || typeof value !== 'string' || value.length > 40) continue;
        const vote = dayComesFirst(value);
        if (vote === true) this.#dayFirst++;
        if (vote === false) this.#monthFirst++;
      }
    }
  }

  /** What all of them say; null where none spoke, or two disagree. */
  get dayFirst(): boolean | null {
    if (this.#dayFirst > 0 === this.#monthFirst > 0) return null;
    return this.#dayFirst > 0;
  }
}
