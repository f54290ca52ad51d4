import { DEFINITE_PATTERNS, SWAPPABLE, TIME_AND_ZONE, splitWeekday } from './patterns';
import { asUtc, isDay, isTime, type Day, type Time } from './plain-date';

/** A parsed date. */
export interface ReadDate {
  readonly kind: 'date';
  readonly day: Day;
  /** Null if the value has no time of day. */
  readonly time: Time | null;
  /** Minutes east of Greenwich. Null if the value has no zone; then it is a local time. */
  readonly offset: number | null;
  /**
   * Set if day and month are two numbers before the year: which comes first, as shown by a number over 12 or
   * by the weekday. `same` if both are the same number.
   */
  readonly order?: 'day-first' | 'month-first' | 'same';
}

/** The result of parsing a value as a date. */
export type DateReading =
  | ReadDate
  /** The day and the month can be exchanged, and nothing shows which is which. */
  | { readonly kind: 'ambiguous'; readonly dayFirst: ReadDate; readonly monthFirst: ReadDate }
  /** The format is supported, but the day or time does not exist. */
  | { readonly kind: 'impossible' }
  /** A template token that was never filled in. */
  | { readonly kind: 'unrendered' }
  | { readonly kind: 'unreadable' };

/** Longer values are not parsed. */
const MAX_DATE_LENGTH = 80;
/**
 * Parts of a template: braces, or letters of a date format. Omnivore's date library left an unsupported year
 * token as it was (`Y.02.02`).
 */
const TEMPLATE_TOKENS = /\{\{|\}\}|(?:^|[^A-Za-z])(?:Y{1,4}|yyyy|MM|DD|dd|HH|hh|mm|ss)(?![A-Za-z])/;

/** Most values have this format, so it is tried first. */
const COMMON_FORMAT = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2}):(\d{2})$/;

/** Parses a date in any of the formats found in saved articles. `value` can have spaces around it. */
export function readDate(value: string): DateReading {
  const text = value.trim();
  if (text.length > MAX_DATE_LENGTH) return { kind: 'unreadable' };
  const common = COMMON_FORMAT.exec(text);
  if (common) return readCommonFormat(common);
  if (TEMPLATE_TOKENS.test(text)) return { kind: 'unrendered' };
  const { rest, weekday } = splitWeekday(text);
  for (const { pattern, read } of DEFINITE_PATTERNS) {
    const match = pattern.exec(rest);
    if (!match) continue;
    const { day, tail } = read(match);
    return checkWeekday(toDate(day, tail), weekday);
  }
  const swappable = SWAPPABLE.exec(rest);
  return swappable ? readSwappable(swappable, weekday) : { kind: 'unreadable' };
}

function readCommonFormat(match: RegExpExecArray): DateReading {
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  const [hour, minute, second] = [Number(match[4]), Number(match[5]), Number(match[6])];
  const time = { hour, minute, second, fraction: '' };
  if (!isDay(day) || !isTime(time)) return { kind: 'impossible' };
  return { kind: 'date', day, time, offset: null };
}

function toDate(day: Day, tail: string): DateReading {
  const clock = readTail(tail);
  if (!clock) return { kind: 'unreadable' };
  if (!isDay(day) || (clock.time && !isTime(clock.time))) return { kind: 'impossible' };
  return { kind: 'date', day, ...clock };
}

/** Parses the text after the day: nothing, or a time with or without a zone. Returns null for anything else. */
function readTail(tail: string): { time: Time | null; offset: number | null } | null {
  if (tail.trim() === '') return { time: null, offset: null };
  const match = TIME_AND_ZONE.exec(tail);
  if (!match) return null;
  const [, before = '', hour, minute, second, digits, after = '', zone = ''] = match;
  const hour24 = to24Hours(Number(hour), Number(minute), (before || after).toLowerCase());
  if (hour24 === null) return null;
  const time = {
    hour: hour24,
    minute: Number(minute),
    second: second === undefined ? null : Number(second),
    fraction: digits === undefined ? '' : `.${digits}`,
  };
  return { time, offset: zone === '' ? null : parseOffset(zone) };
}

/**
 * Converts to hours from 0 to 23. The Chinese words mean the hours that Moment's `zh-cn` locale uses them
 * for. Returns null if the hour is ambiguous, 99 if it contradicts the word.
 */
function to24Hours(hour: number, minute: number, word: string): number | null {
  const half = word.replace(/\./g, '');
  if (half === '') return hour;
  if (hour > 12) return ['下午', '晚上', 'pm'].includes(half) ? hour : 99;
  if (half === '中午') return hour < 3 ? hour + 12 : hour;
  if (['am', '上午', '早上', '凌晨'].includes(half)) return hour % 12;
  return half === '晚上' && hour === 12 && minute > 0 ? null : (hour % 12) + 12;
}

function parseOffset(zone: string): number {
  const match = /([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return match[1] === '-' ? -minutes : minutes;
}

/** Returns `impossible` if the day is not on that weekday. */
function checkWeekday(reading: DateReading, weekday: number | null): DateReading {
  if (weekday === null || reading.kind !== 'date') return reading;
  const actual = new Date(asUtc(reading.day, null)).getUTCDay();
  return actual === weekday ? reading : { kind: 'impossible' };
}

/**
 * Parses day and month before a year. The order is certain if one number is over 12, if both are equal, or if
 * the weekday shows it.
 */
function readSwappable(match: RegExpExecArray, weekday: number | null): DateReading {
  const [, first, , second, year, tail = ''] = match;
  const reading = (day: string | undefined, month: string | undefined): DateReading =>
    checkWeekday(
      toDate({ year: Number(year), month: Number(month), day: Number(day) }, tail),
      weekday,
    );
  const dayFirst = reading(first, second);
  const monthFirst = reading(second, first);
  if (dayFirst.kind === 'date' && monthFirst.kind === 'date') {
    const isSame = Number(first) === Number(second);
    return isSame ? { ...dayFirst, order: 'same' } : { kind: 'ambiguous', dayFirst, monthFirst };
  }
  if (dayFirst.kind === 'date') return { ...dayFirst, order: 'day-first' };
  return monthFirst.kind === 'date' ? { ...monthFirst, order: 'month-first' } : dayFirst;
}
