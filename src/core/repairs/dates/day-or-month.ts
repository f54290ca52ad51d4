import type { DateReading, ReadDate } from '../../dates/parse';
import { instantOf } from '../../dates/format';

/** A date in which day and month can be read either way round. */
export type AmbiguousDate = DateReading & { readonly kind: 'ambiguous' };

/** A clock decides between two readings only if one of them is this near: a day, and the distance between time zones. */
const NEAR_MS = 36 * 3_600_000;

/** Which reading of a saved date the first of an article's clocks proves that is near one of them alone; null without one. */
export function orderByClocks(
  { dayFirst, monthFirst }: AmbiguousDate,
  clocks: readonly number[],
): boolean | null {
  for (const clock of clocks) {
    const isNear = (date: ReadDate): boolean => Math.abs(instantOf(date) - clock) <= NEAR_MS;
    if (isNear(dayFirst) !== isNear(monthFirst)) return isNear(dayFirst);
  }
  return null;
}

/** The reading of an ambiguous date in an order. */
export function inOrder({ dayFirst, monthFirst }: AmbiguousDate, isDayFirst: boolean): ReadDate {
  return isDayFirst ? dayFirst : monthFirst;
}

/**
 * What a set of dates proves about the order of day and month. They answer only where every one of them has day and month side by
 * side and none contradicts another.
 *
 * The first condition is what makes a second pass change nothing. A repair writes dates with the year first, so it takes the proof
 * out of a note. Where some dates have been repaired and others not (the note could not be written, the run was stopped), those that
 * are left would answer alone, perhaps against what had been there. A set with a repaired date in it does not answer at all.
 */
export class OrderVotes {
  #isDayFirst = false;
  #isMonthFirst = false;
  #isMixed = false;

  /** Adds a date; `clocks` are the article's where the date is its saved date. */
  add(reading: DateReading, clocks: readonly number[]): void {
    if (reading.kind === 'ambiguous') {
      const byClocks = orderByClocks(reading, clocks);
      if (byClocks !== null) this.#vote(byClocks);
    } else if (reading.kind !== 'date' || reading.order === undefined) {
      this.#isMixed = true;
    } else if (reading.order !== 'same') {
      this.#vote(reading.order === 'day-first');
    }
  }

  /** Says that there are dates which could not be read. */
  addUnknown(): void {
    this.#isMixed = true;
  }

  /** True where no further date can lead to an answer. */
  get isSettled(): boolean {
    return this.#isMixed || (this.#isDayFirst && this.#isMonthFirst);
  }

  /** Whether the day comes first; null where the dates do not prove it. */
  get dayFirst(): boolean | null {
    return this.isSettled || this.#isDayFirst === this.#isMonthFirst ? null : this.#isDayFirst;
  }

  #vote(isDayFirst: boolean): void {
    if (isDayFirst) this.#isDayFirst = true;
    else this.#isMonthFirst = true;
  }
}
