import { TZDateMini } from '@date-fns/tz/date/mini';
import { format as formatDate, parse } from 'date-fns';
import { piecesOf, type DatePart } from './format-tokens';
import { readDate } from './parse';
import { asUtc, type Day, type Time } from './plain-date';

/** A custom date format. It always contains year, month and day. */
export interface CustomFormat {
  /** In the tokens of date-fns. */
  readonly pattern: string;
  readonly hasTime: boolean;
  readonly hasSeconds: boolean;
  readonly hasOffset: boolean;
  /**
   * Whether the day comes first, if the dates that the format writes are ambiguous (`03/04/2024`); otherwise
   * null.
   */
  readonly dayFirst: boolean | null;
}

/** Why a format is rejected. `token` is the part that causes the problem. */
export type FormatProblem =
  /** The format is empty, too long or has several lines. */
  | { readonly problem: 'length' }
  /** The letters are not a token, or are a token for a week or a day of the year. */
  | { readonly problem: 'unknown'; readonly token: string }
  /** Two tokens mean the same field. */
  | { readonly problem: 'twice'; readonly token: string }
  /** The year, the month or the day is missing. */
  | { readonly problem: 'missing'; readonly field: 'year' | 'month' | 'day' }
  /** The year has two digits. */
  | { readonly problem: 'short-year'; readonly token: string }
  /** The hours count from 1 to 12, and AM or PM is missing. */
  | { readonly problem: 'half' }
  /** A date in this format reads back as a different date, or can't be read. */
  | { readonly problem: 'unclear'; readonly example: string };

const MAX_FORMAT_LENGTH = 60;
/**
 * They cover numbers of one and two digits in every field, both halves of the day, and days that could be
 * months.
 */
const SAMPLES: readonly number[] = [
  Date.UTC(2024, 3, 5, 20, 21, 56, 789),
  Date.UTC(2024, 0, 11, 0, 5, 9),
  Date.UTC(2023, 10, 1, 12, 0, 0),
  Date.UTC(2021, 1, 3, 9, 10, 1),
  Date.UTC(1999, 11, 31, 23, 59, 59, 999),
];
const UTC = 'UTC';

/** Parses a format written for date-fns or Moment. Rejects formats that would lose or change dates. */
export function readFormat(text: string): CustomFormat | FormatProblem {
  if (text.trim() === '' || text.length > MAX_FORMAT_LENGTH || /[\n\r]/.test(text)) {
    return { problem: 'length' };
  }
  const split = piecesOf(text);
  if (split.kind === 'unknown') {
    const isShort = /^(?:yy|YY)$/.test(split.token);
    return { problem: isShort ? 'short-year' : 'unknown', token: split.token };
  }
  const fields = new Set<DatePart>();
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
    dayFirst: orderOfPattern(pattern),
  };
}

/** Returns whether dates can be written in this format. */
export function isFormat(text: string): boolean {
  return !('problem' in readFormat(text));
}

/**
 * Returns the first sample that does not read back as the same instant, at the precision of the format; null
 * if all do.
 */
function firstUnclear(pattern: string, fields: ReadonlySet<DatePart>): string | null {
  const [last] = (['fraction', 'second', 'minute', 'hour', 'hour12'] as const).filter((field) =>
    fields.has(field),
  );
  const unit = last ? FIELD_MS[last] : 86_400_000;
  for (const sample of SAMPLES) {
    const written = formatDate(new TZDateMini(sample, UTC), pattern);
    const truncated = sample - (sample % unit);
    if (readBack(written, pattern) !== truncated || isMisleading(written, truncated)) {
      return written;
    }
  }
  return null;
}

/** The duration of each time field, in milliseconds. */
const FIELD_MS = { fraction: 1, second: 1000, minute: 60_000, hour: 3_600_000, hour12: 3_600_000 };

/**
 * Reads a text by a pattern. Returns milliseconds since 1970, or null if the text does not match. A text
 * without an offset is read as UTC.
 */
function readBack(text: string, pattern: string): number | null {
  try {
    const instant = parse(text, pattern, new TZDateMini(2000, 0, 1, UTC)).getTime();
    return Number.isNaN(instant) ? null : instant;
  } catch {
    // date-fns throws if two tokens exclude each other, such as AM and hours up to 24.
    return null;
  }
}

/** Returns whether the dates repair, which does not know the format, would read a different day or time. */
function isMisleading(text: string, meant: number): boolean {
  const reading = readDate(withoutBrackets(text));
  if (reading.kind === 'impossible') return true;
  return reading.kind === 'date' && asUtc(reading.day, reading.time) !== meant - (meant % 1000);
}

/** Returns whether the day comes first, if dates in this pattern are ambiguous; otherwise null. */
function orderOfPattern(pattern: string): boolean | null {
  // 5 September 2024 and 9 May 2024 are both Thursdays, so the weekday does not show which is meant.
  const written = formatDate(new TZDateMini(2024, 8, 5, UTC), pattern);
  const reading = readDate(withoutBrackets(written));
  return reading.kind === 'ambiguous' ? reading.dayFirst.day.month === 9 : null;
}

/** The dates repair reads `[[05/04/2024]]` as the date inside the brackets. */
function withoutBrackets(text: string): string {
  return text.startsWith('[[') && text.endsWith(']]') ? text.slice(2, -2) : text;
}

/**
 * Writes a local date and time. `offset` is in minutes east of Greenwich; it is written if the format
 * contains an offset.
 */
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

/** Returns whether a value already has this format: parsing it and writing it again gives the same text. */
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

/** Writes minutes east of Greenwich as ISO 8601 does: `+08:00`, `-04:30`. */
export function offsetName(offset: number): string {
  const minutes = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

/** Pads a number to two digits. */
export function twoDigits(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}
