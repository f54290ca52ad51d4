import { DEFINITE_PATTERNS, SWAPPABLE, TIME_AND_ZONE, splitWeekday } from './patterns';
import { asUtc, isDay, isTime, type Day, type Time } from './plain-date';

/** A date that was understood. */
export interface ReadDate {
  readonly kind: 'date';
  readonly day: Day;
  /** Null where the value has no time of day. */
  readonly time: Time | null;
  /** Minutes east of Greenwich; null where the value names no zone: it is a local time then. */
  readonly offset: number | null;
  /**
   * Set where day and month stand side by side before the year: which comes first, proven by a number over 12 or by the weekday,
   * or `same` where both are the same number.
   */
  readonly order?: 'day-first' | 'month-first' | 'same';
}

/** What a value says as a date. */
export type DateReading =
  | ReadDate
  /** Both readings are days of the calendar, and the value does not tell which is meant. */
  | { readonly kind: 'ambiguous'; readonly dayFirst: ReadDate; readonly monthFirst: ReadDate }
  /** The form is known, but there is no such day or time. */
  | { readonly kind: 'impossible' }
  /** A template's token that was never filled in. */
  | { readonly kind: 'unrendered' }
  | { readonly kind: 'unreadable' };

/** Longer values are not dates. */
const LONGEST = 80;
/** Left over from a template: braces, a pattern's letters; `Y.02.02` is a year that the original plugin's library did not know. */
const TOKENS = /\{\{|\}\}|(?:^|[^A-Za-z])(?:Y{1,4}|yyyy|MM|DD|dd|HH|hh|mm|ss)(?![A-Za-z])/;

/** The form of nearly all values: read at once, others by trial. */
const USUAL = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2}):(\d{2})$/;

/** Reads a date in any of the forms that were seen in saved articles. `value` may have spaces around it. */
export function readDate(value: string): DateReading {
  const text = value.trim();
  if (text.length > LONGEST) return { kind: 'unreadable' };
  const usual = USUAL.exec(text);
  if (usual) return readUsual(usual);
  if (TOKENS.test(text)) return { kind: 'unrendered' };
  const { rest, weekday } = splitWeekday(text);
  for (const { pattern, read } of DEFINITE_PATTERNS) {
    const match = pattern.exec(rest);
    if (!match) continue;
    const { day, tail } = read(match);
    return onWeekday(complete(day, tail), weekday);
  }
  const swappable = SWAPPABLE.exec(rest);
  return swappable ? readSwappable(swappable, weekday) : { kind: 'unreadable' };
}

function readUsual(match: RegExpExecArray): DateReading {
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  const [hour, minute, second] = [Number(match[4]), Number(match[5]), Number(match[6])];
  const time = { hour, minute, second, fraction: '' };
  if (!isDay(day) || !isTime(time)) return { kind: 'impossible' };
  return { kind: 'date', day, time, offset: null };
}

function complete(day: Day, tail: string): DateReading {
  const clock = readTail(tail);
  if (!clock) return { kind: 'unreadable' };
  if (!isDay(day) || (clock.time && !isTime(clock.time))) return { kind: 'impossible' };
  return { kind: 'date', day, ...clock };
}

/** What stands behind the day: nothing, or a time, perhaps with a zone. */
function readTail(tail: string): { time: Time | null; offset: number | null } | null {
  if (tail.trim() === '') return { time: null, offset: null };
  const match = TIME_AND_ZONE.exec(tail);
  if (!match) return null;
  const [, before = '', hour, minute, second, digits, after = '', zone = ''] = match;
  const hour24 = onTwelveHours(Number(hour), Number(minute), (before || after).toLowerCase());
  if (hour24 === null) return null;
  const time = {
    hour: hour24,
    minute: Number(minute),
    second: second === undefined ? null : Number(second),
    fraction: digits === undefined ? '' : `.${digits}`,
  };
  return { time, offset: zone === '' ? null : offsetOf(zone) };
}

/** The hour of 24; the Chinese words stand for the hours that Moment's `zh-cn` locale gives them. */
function onTwelveHours(hour: number, minute: number, word: string): number | null {
  const half = word.replace(/\./g, '');
  if (half === '') return hour;
  if (hour > 12) return ['下午', '晚上', 'pm'].includes(half) ? hour : 99;
  if (half === '中午') return hour < 3 ? hour + 12 : hour;
  if (['am', '上午', '早上', '凌晨'].includes(half)) return hour % 12;
  return half === '晚上' && hour === 12 && minute > 0 ? null : (hour % 12) + 12;
}

function offsetOf(zone: string): number {
  const match = /([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return match[1] === '-' ? -minutes : minutes;
}

/** A weekday that the day does not fall on makes the value contradict itself. */
function onWeekday(reading: DateReading, weekday: number | null): DateReading {
  if (weekday === null || reading.kind !== 'date') return reading;
  const actual = new Date(asUtc(reading.day, null)).getUTCDay();
  return actual === weekday ? reading : { kind: 'impossible' };
}

/** Day and month before a year: certain where one is over 12, where both are the same, or where the weekday proves the order. */
function readSwappable(match: RegExpExecArray, weekday: number | null): DateReading {
  const [, first, , second, year, tail = ''] = match;
  const reading = (day: string | undefined, month: string | undefined): DateReading =>
    onWeekday(
      complete({ year: Number(year), month: Number(month), day: Number(day) }, tail),
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
