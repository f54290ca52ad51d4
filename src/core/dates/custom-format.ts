import { TZDateMini } from '@date-fns/tz/date/mini';
import { format as formatDate, parse } from 'date-fns';
import { piecesOf, type Field } from './format-tokens';
import { readDate } from './parse';
import { asUtc, type Day, type Time } from './plain-date';

/** A date format of the user's own that keeps the day it writes. */
export interface CustomFormat {
  /** For date-fns. */
  readonly pattern: string;
  readonly hasTime: boolean;
  readonly hasSeconds: boolean;
  readonly hasOffset: boolean;
  /** Where its dates can be read in two ways, as `03/04/2024`: whether it puts the day first; else null. */
  readonly dayFirst: boolean | null;
}

/** Why a format is not accepted; `token` is the part of it that is to blame. */
export type FormatProblem =
  /** Nothing, or more than fits into a property. */
  | { readonly problem: 'length' }
  /** Letters that stand for nothing, or for a week or a day of the year. */
  | { readonly problem: 'unknown'; readonly token: string }
  /** Two tokens for one field. */
  | { readonly problem: 'twice'; readonly token: string }
  /** No year, month or day. */
  | { readonly problem: 'missing'; readonly field: 'year' | 'month' | 'day' }
  /** A year of two digits. */
  | { readonly problem: 'short-year'; readonly token: string }
  /** Hours from 1 to 12 without AM or PM. */
  | { readonly problem: 'half' }
  /** What it writes reads back as another date, or not at all. */
  | { readonly problem: 'unclear'; readonly example: string };

const MAX_LENGTH = 60;
/** Numbers of one digit and of two in every place, before noon and after, and a day that is the other way round a month. */
const SAMPLES: readonly number[] = [
  Date.UTC(2024, 3, 5, 20, 21, 56, 789),
  Date.UTC(2024, 0, 11, 0, 5, 9),
  Date.UTC(2023, 10, 1, 12, 0, 0),
  Date.UTC(2021, 1, 3, 9, 10, 1),
  Date.UTC(1999, 11, 31, 23, 59, 59, 999),
];
const UTC = 'UTC';
/** 5 September 2024 and 9 May 2024 are Thursdays, so a weekday does not prove which is meant. */
const TWO_WAY_THURSDAY = new TZDateMini(2024, 8, 5, UTC);

/** Checks a format of date-fns or Moment and prepares it; says what is wrong with one that would lose or change dates. */
export function readFormat(text: string): CustomFormat | FormatProblem {
  if (text.trim() === '' || text.length > MAX_LENGTH || /[\n\r]/.test(text)) {
    return { problem: 'length' };
  }
  const split = piecesOf(text);
  if (split.kind === 'unknown') {
    const isShort = /^(?:yy|YY)$/.test(split.token);
    return { problem: isShort ? 'short-year' : 'unknown', token: split.token };
  }
  const fields = new Set<Field>();
  for (const { source, field } of split.pieces) {
    if (field === null) continue;
    if (fields.has(field)) return { problem: 'twice', token: source };
    fields.add(field);
  }
  for (const field of ['year', 'month', 'day'] as const) {
    if (!fields.has(field)) return { problem: 'missing', field };
  }
  if (fields.has('hour12') && !fields.has('half')) return { problem: 'half' };
  const pattern = split.pieces.map(({ source }) => source).join('');
  const example = firstUnclear(pattern, fields);
  if (example !== null) return { problem: 'unclear', example };
  return {
    pattern,
    hasTime: fields.has('hour') || fields.has('hour12'),
    hasSeconds: fields.has('second'),
    hasOffset: fields.has('offset'),
    dayFirst: orderOf(pattern),
  };
}

/** Whether a format is one that dates can be written in. */
export function isFormat(text: string): boolean {
  return !('problem' in readFormat(text));
}

/** The first of the samples that does not read back as the same date and time, as far as the format goes; null where all do. */
function firstUnclear(pattern: string, fields: ReadonlySet<Field>): string | null {
  const [last] = (['fraction', 'second', 'minute', 'hour', 'hour12'] as const).filter((field) =>
    fields.has(field),
  );
  const unit = last ? UNITS[last] : 86_400_000;
  for (const sample of SAMPLES) {
    const written = formatDate(new TZDateMini(sample, UTC), pattern);
    const truncated = sample - (sample % unit);
    if (readBack(written, pattern) !== truncated || isMisleading(written, truncated)) {
      return written;
    }
  }
  return null;
}

/** How long the finest field of a format lasts, in milliseconds. */
const UNITS = { fraction: 1, second: 1000, minute: 60_000, hour: 3_600_000, hour12: 3_600_000 };

/** The instant that a text says in a pattern, where one without an offset is UTC; null where it is not in it. */
function readBack(text: string, pattern: string): number | null {
  try {
    const instant = parse(text, pattern, new TZDateMini(2000, 0, 1, UTC)).getTime();
    return Number.isNaN(instant) ? null : instant;
  } catch {
    // date-fns throws where tokens exclude each other, as AM beside hours up to 24.
    return null;
  }
}

/** Whether the date repair itself, which knows no format, reads a text as another day or time. */
function isMisleading(text: string, meant: number): boolean {
  const reading = readDate(withoutBrackets(text));
  if (reading.kind === 'impossible') return true;
  return reading.kind === 'date' && asUtc(reading.day, reading.time) !== meant - (meant % 1000);
}

/** The order of day and month where what the pattern writes can be read in two ways; else null. */
function orderOf(pattern: string): boolean | null {
  const written = formatDate(TWO_WAY_THURSDAY, pattern);
  const reading = readDate(withoutBrackets(written));
  return reading.kind === 'ambiguous' ? reading.dayFirst.day.month === 9 : null;
}

/** `[[05/04/2024]]` is read as the date in it. */
function withoutBrackets(text: string): string {
  return text.startsWith('[[') && text.endsWith(']]') ? text.slice(2, -2) : text;
}

/** Writes a date as a clock shows it, with minutes east of Greenwich where the format has a place for them. */
export function writeCustom(
  { pattern }: CustomFormat,
  day: Day,
  time: Time | null,
  offset: number,
): string {
  const milliseconds = Math.floor(Number(`0${time?.fraction ?? ''}`) * 1000);
  const instant = asUtc(day, time) + milliseconds - offset * 60_000;
  return formatDate(new TZDateMini(instant, offsetName(offset)), pattern);
}

/** Whether a value is in a format already: it reads by it, and is written the same again. */
export function isInFormat(value: string, { pattern, hasOffset }: CustomFormat): boolean {
  const instant = readBack(value, pattern);
  if (instant === null) return false;
  const zones = hasOffset ? (value.match(/[+-]\d{2}:?(?:\d{2})?/g) ?? []).map(withColon) : [];
  return [UTC, ...zones].some((zone) => {
    const date = new TZDateMini(instant, zone);
    return !Number.isNaN(date.getTime()) && formatDate(date, pattern) === value;
  });
}

function withColon(offset: string): string {
  const digits = offset.replace(':', '');
  return `${digits.slice(0, 3)}:${digits.slice(3) || '00'}`;
}

/** `+08:00`, `-04:30`: minutes east of Greenwich as ISO 8601 writes them. */
export function offsetName(offset: number): string {
  const minutes = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** A number with at least two digits. */
export function two(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}
