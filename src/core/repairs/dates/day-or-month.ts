import type { DateReading, ReadDate } from '../../dates/parse';
import { instantOf } from '../../dates/format';

/** A date that can be read with the day or the month first. */
export type AmbiguousDate = DateReading & { readonly kind: 'ambiguous' };

/** The maximum distance between a reading and the timestamp that proves it: a day plus time zones. */
const NEAR_MS = 36 * 3_600_000;

/**
 * Returns whether an article's timestamps (in ms since 1970) prove that a saved date has the day first. The first
 * timestamp that is near exactly one reading decides. Null if there is none.
 */
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

/** Returns the reading of an ambiguous date with the day first, or with the month first. */
export function dateInOrder(
  { dayFirst, monthFirst }: AmbiguousDate,
  isDayFirst: boolean,
): ReadDate {
  return isDayFirst ? dayFirst : monthFirst;
}

/** What a set of dates has shown, as plain data that can be sent to another thread. */
export interface OrderTally {
  /** A date has the day first. */
  readonly isDayFirst: boolean;
  /** A date has the month first. */
  readonly isMonthFirst: boolean;
  /** A date proves that the set proves nothing. */
  readonly isMixed: boolean;
}

/**
 * Finds out whether a set of dates has the day or the month first. The set proves an order only if all its dates
 * have day and month next to each other, and none contradicts another.
 *
 * The first condition ensures that a second pass changes nothing. A repair writes dates with the year first, which
 * removes the proof from a note. If only some dates were repaired, because the run was stopped or a note could not
 * be written, the remaining dates could prove another order than the full set. So a set with a repaired date proves
 * nothing.
 */
export class OrderVotes {
  #isDayFirst = false;
  #isMonthFirst = false;
  #isMixed = false;

  /** Adds a date. `clocks` are the article's timestamps if it is the saved date, otherwise empty. */
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

  /** Adds a date that could not be read. */
  addUnknown(): void {
    this.#isMixed = true;
  }

  /** Adds what another set of dates has shown. The order in which sets are added does not matter. */
  addAll({ isDayFirst, isMonthFirst, isMixed }: OrderTally): void {
    this.#isDayFirst ||= isDayFirst;
    this.#isMonthFirst ||= isMonthFirst;
    this.#isMixed ||= isMixed;
  }

  /** What the dates have shown so far. */
  get tally(): OrderTally {
    const [isDayFirst, isMonthFirst, isMixed] = [
      this.#isDayFirst,
      this.#isMonthFirst,
      this.#isMixed,
    ];
    return { isDayFirst, isMonthFirst, isMixed };
  }

  /** Whether the result is null, whatever dates are added. */
  get isSettled(): boolean {
    return this.#isMixed || (this.#isDayFirst && this.#isMonthFirst);
  }

  /** Whether the day comes first; null if the dates prove neither. */
  get dayFirst(): boolean | null {
    return this.isSettled || this.#isDayFirst === this.#isMonthFirst ? null : this.#isDayFirst;
  }

  #vote(isDayFirst: boolean): void {
    if (isDayFirst) this.#isDayFirst = true;
    else this.#isMonthFirst = true;
  }
}
