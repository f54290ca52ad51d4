/** A day of the calendar. Months and days count from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A time of day, as precise as it was written. */
export interface Time {
  readonly hour: number;
  readonly minute: number;
  /** Null where the value has hours and minutes only. */
  readonly second: number | null;
  /** What follows the seconds, with its point: `.231`; empty where there is nothing. */
  readonly fraction: string;
}

/** Days of each month; February's 29th is checked apart. */
const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether the calendar has such a day, in years that a saved article can have. */
export function isDay({ year, month, day }: Day): boolean {
  if (year < 1000 || year > 9999 || day < 1 || day > (LENGTHS[month - 1] ?? 0)) return false;
  return month !== 2 || day < 29 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
}

/** Whether a day has such a time; 24:00 and leap seconds are not accepted. */
export function isTime({ hour, minute, second }: Time): boolean {
  return hour < 24 && minute < 60 && (second ?? 0) < 60;
}

/** Milliseconds since 1970 of a local date and time, read as if it were UTC. Fractions of a second are ignored. */
export function asUtc(day: Day, time: Time | null): number {
  const { hour, minute, second } = time ?? { hour: 0, minute: 0, second: 0 };
  return Date.UTC(day.year, day.month - 1, day.day, hour, minute, second ?? 0);
}
