import { TZDateMini } from '@date-fns/tz/date/mini';
import { writePattern } from './pattern';
import type { ReadDate } from './read-date';
import { asUtc, type Day, type Time } from './wall';

/** How a date is to be written. */
export interface DateForm {
  /**
   * `date-time` is what Obsidian's *Date & time* property holds (`2024-03-14T08:21:56`), `date` its *Date*; `utc` ends in `Z`,
   * `offset` in `+08:00`; `custom` is `pattern`.
   */
  readonly form: 'date-time' | 'date' | 'utc' | 'offset' | 'custom';
  /** A pattern of date-fns (Unicode TR 35), for `custom`. */
  readonly pattern: string;
}

const DATE = 'yyyy-MM-dd';
const PATTERNS = {
  'date-time': "yyyy-MM-dd'T'HH:mm:ss",
  date: DATE,
  utc: "yyyy-MM-dd'T'HH:mm:ss'Z'",
  offset: "yyyy-MM-dd'T'HH:mm:ssxxx",
} as const;

/** The date-fns pattern of a form. */
function patternOf({ form, pattern }: DateForm): string {
  return form === 'custom' ? pattern : PATTERNS[form];
}

/** `system` as the name that the system gives its zone. */
export function zoneName(zone: string): string {
  return zone === 'system' ? Intl.DateTimeFormat().resolvedOptions().timeZone : zone;
}

/** Whether the system knows a zone of this name. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/**
 * Writes a date in a form. A value with an offset is shown in the zone (an IANA name); one without stays what the wall
 * showed, but for `utc` and `offset`, which take it as a time of the zone. No time of day is invented.
 */
export function writeDate(date: ReadDate, form: DateForm, zone: string): string {
  const { day, time, offset } = date;
  if (time === null) return writeDay(day, form);
  if (form.form === 'date-time' && offset === null) return `${isoDay(day)}T${isoTime(time)}`;
  const instant = instantOf(date, zone);
  if (form.form === 'utc') return `${new Date(instant).toISOString().slice(0, 19)}Z`;
  if (offset === null && !asksZone(form)) {
    return writePattern(new TZDateMini(asUtc(day, time), 'UTC'), patternOf(form));
  }
  return writePattern(new TZDateMini(instant, zone), patternOf(form));
}

/** The instant of a date, in milliseconds since 1970; one without an offset is taken as the zone's wall time. */
export function instantOf({ day, time, offset }: ReadDate, zone: string): number {
  if (offset !== null) return asUtc(day, time) - offset * 60_000;
  const { hour, minute, second } = time ?? { hour: 0, minute: 0, second: 0 };
  return new TZDateMini(day.year, day.month - 1, day.day, hour, minute, second, zone).getTime();
}

/** The date that a clock in the zone showed at an instant. */
export function dateAt(instant: number, zone: string): ReadDate {
  const date = new TZDateMini(instant, zone);
  return {
    kind: 'date',
    day: { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() },
    time: { hour: date.getHours(), minute: date.getMinutes(), second: date.getSeconds() },
    offset: null,
  };
}

function asksZone({ form, pattern }: DateForm): boolean {
  return form === 'offset' || (form === 'custom' && /[Xx]/.test(pattern.replace(/'[^']*'/g, '')));
}

function writeDay(day: Day, { form, pattern }: DateForm): string {
  const timed = form !== 'custom' || /[aHhmsSXx]/.test(pattern.replace(/'[^']*'/g, ''));
  return timed ? isoDay(day) : writePattern(new TZDateMini(asUtc(day, null), 'UTC'), pattern);
}

function isoDay({ year, month, day }: Day): string {
  return `${year}-${two(month)}-${two(day)}`;
}

function isoTime({ hour, minute, second }: Time): string {
  return `${two(hour)}:${two(minute)}:${two(second)}`;
}

function two(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}
