import { TZDateMini } from '@date-fns/tz/date/mini';
import { lightFormat } from 'date-fns';
import { isDay, isTime } from './wall';

/** Quoted text, a run of one letter, or what stands between. */
const PART = /''|'(?:''|[^'])+'|([A-Za-z])\1*|[^A-Za-z']+/g;
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** A run of letters that stands for something: how it reads, and what it says where it says anything of its own. */
interface Token {
  readonly reads: string;
  readonly field?: 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'half' | 'offset';
  /** Where date-fns' `lightFormat` does not know it. */
  readonly write?: (date: Date) => string;
}

const NUMBER = String.raw`\d{1,2}`;
const TWO = String.raw`\d{2}`;
const OFFSET = String.raw`Z|[+-]\d{2}:?(?:\d{2})?`;

const TOKENS: Readonly<Record<string, Token>> = {
  yyyy: { reads: String.raw`\d{4}`, field: 'year' },
  M: { reads: NUMBER, field: 'month' },
  MM: { reads: TWO, field: 'month' },
  MMM: named(MONTHS, 3, (date) => date.getMonth(), 'month'),
  MMMM: named(MONTHS, Infinity, (date) => date.getMonth(), 'month'),
  d: { reads: NUMBER, field: 'day' },
  dd: { reads: TWO, field: 'day' },
  EEE: named(WEEKDAYS, 3, (date) => date.getDay()),
  EEEE: named(WEEKDAYS, Infinity, (date) => date.getDay()),
  H: { reads: NUMBER, field: 'hour' },
  HH: { reads: TWO, field: 'hour' },
  h: { reads: NUMBER, field: 'hour' },
  hh: { reads: TWO, field: 'hour' },
  a: { reads: 'AM|PM', field: 'half' },
  m: { reads: NUMBER, field: 'minute' },
  mm: { reads: TWO, field: 'minute' },
  s: { reads: NUMBER, field: 'second' },
  ss: { reads: TWO, field: 'second' },
  SSS: { reads: '000' },
  xxx: { reads: OFFSET, field: 'offset', write: (date) => offsetOf(date, ':') },
  xx: { reads: OFFSET, field: 'offset', write: (date) => offsetOf(date, '') },
  XXX: { reads: OFFSET, field: 'offset', write: (date) => orZ(date, ':') },
  XX: { reads: OFFSET, field: 'offset', write: (date) => orZ(date, '') },
};

function named(
  names: readonly string[],
  length: number,
  indexOf: (date: Date) => number,
  field?: 'month',
): Token {
  const shown = names.map((name) => name.slice(0, length));
  const write = (date: Date): string => shown[indexOf(date)] ?? '';
  return { reads: shown.join('|'), write, ...(field && { field }) };
}

function offsetOf(date: Date, colon: string): string {
  const minutes = -date.getTimezoneOffset();
  const [hour, minute] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${two(hour)}${colon}${two(minute)}`;
}

function orZ(date: Date, colon: string): string {
  return date.getTimezoneOffset() === 0 ? 'Z' : offsetOf(date, colon);
}

/**
 * Writes a date by a pattern of date-fns (Unicode TR 35), names in English. It shows what the date's own zone shows.
 * Throws a RangeError on letters that it does not know.
 */
export function writePattern(date: Date, pattern: string): string {
  const plain = pattern.replace(PART, (part) => {
    const write = TOKENS[part]?.write;
    return write ? `'${write(date)}'` : part;
  });
  return lightFormat(date, plain);
}

/** Whether every letter of a pattern is known, and it reads back what it wrote. */
export function isPattern(pattern: string): boolean {
  try {
    const written = writePattern(new TZDateMini(2024, 10, 23, 17, 45, 30, 'UTC'), pattern);
    return written !== '' && partsOf(pattern).every(isKnown) && isInPattern(written, pattern);
  } catch {
    return false;
  }
}

/** Whether a value already stands in a pattern: it reads by it, and is written the same again. */
export function isInPattern(value: string, pattern: string): boolean {
  const parts = partsOf(pattern);
  const match = new RegExp(`^${parts.map(reading).join('')}$`).exec(value);
  if (!match) return false;
  const said = new Map(parts.map((part, i) => [TOKENS[part]?.field, match[i + 1] ?? '']));
  const day = { year: number(said.get('year'), 2000), month: 1, day: number(said.get('day'), 1) };
  const month = said.get('month') ?? '1';
  const named = MONTHS.findIndex((name) => name.startsWith(month)) + 1;
  const whole = { ...day, month: named > 0 ? named : Number(month) };
  const half = said.get('half');
  const hour = number(said.get('hour'), 0);
  const time = {
    hour: half === undefined ? hour : (hour % 12) + (half === 'PM' ? 12 : 0),
    minute: number(said.get('minute'), 0),
    second: number(said.get('second'), 0),
  };
  if (!isDay(whole) || !isTime(time)) return false;
  const zone = said.get('offset')?.replace('Z', '+00:00') ?? 'UTC';
  const { year, day: dayOfMonth } = whole;
  const { minute, second } = time;
  const date = new TZDateMini(year, whole.month - 1, dayOfMonth, time.hour, minute, second, zone);
  return writePattern(date, pattern) === value;
}

function partsOf(pattern: string): readonly string[] {
  return pattern.match(PART) ?? [];
}

function isKnown(part: string): boolean {
  return TOKENS[part] !== undefined || !/^[A-Za-z]/.test(part);
}

/** What a part of a pattern reads, as a group of a regular expression. */
function reading(part: string): string {
  const token = TOKENS[part];
  if (token) return `(${token.reads})`;
  const text = part === "''" ? "'" : part.replace(/^'|'$/g, '').replace(/''/g, "'");
  return `(${text.replace(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`)})`;
}

function number(text: string | undefined, otherwise: number): number {
  return text === undefined ? otherwise : Number(text);
}

function two(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}
