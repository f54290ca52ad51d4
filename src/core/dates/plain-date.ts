/** A calendar day. Months and days count from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A time of day, with the precision it was written with. */
export interface Time {
  readonly hour: number;
  readonly minute: number;
  /** Null if the value has only hours and minutes. */
  readonly second: number | null;
  /** The text after the seconds, with its point (`.231`), or an empty string. */
  readonly fraction: string;
}

/** Days per month. `isDay` checks February 29 separately. */
const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Returns whether a day exists, in the years that a saved article can have. */
export function isDay({ year, month, day }: Day): boolean {
  if (year < 1000 || year > 9999 || day < 1 || day > (DAYS_IN_MONTH[month - 1] ?? 0)) return false;
  return month !== 2 || day < 29 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
}

/** Returns whether a time exists. 24:00 and leap seconds are rejected. */
export function isTime({ hour, minute, second }: Time): boolean {
  return hour < 24 && minute < 60 && (second ?? 0) < 60;
}

/**
 * Converts a local date and time to milliseconds since 1970, as if it were UTC. Fractions of a second are
 * ignored.
 */
export function asUtc(day: Day, time: Time | null): number {
  const { hour, minute, second } = time ?? { hour: 0, minute: 0, second: 0 };
  return Date.UTC(day.year, day.month - 1, day.day, hour, minute, second ?? 0);
}
