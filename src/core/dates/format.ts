import { offsetName, readFormat, twoDigits, writeCustom, type CustomFormat } from './custom-format';
import type { ReadDate } from './parse';
import { asUtc, isDay, type Day, type Time } from './plain-date';
import { instantsOf, offsetAt } from './zone';

/** The date format from the settings. */
export interface DateFormat {
  /**
   * `date-time` is the format of Obsidian's *Date & time* properties (`2024-03-14T08:21:56`), `date` that of
   * its *Date* properties. `utc` ends in `Z`, `offset` in an offset such as `+08:00`. `custom` uses
   * `pattern`.
   */
  readonly format: 'date-time' | 'date' | 'utc' | 'offset' | 'custom';
  /** Used by `custom`: a format for date-fns (Unicode TR 35) or Moment. */
  readonly pattern: string;
}

/** A parsed date format. */
export type Format = Exclude<DateFormat['format'], 'custom'> | CustomFormat;

/** Why a date can't be written in a format. */
export type ZoneProblem =
  /**
   * No zone is configured, and the format needs one that the date does not have, or has no place for the one
   * it has.
   */
  | 'no-zone'
  /** Clocks in the zone skip or repeat this hour, so the result would match no instant, or two. */
  | 'clock-change'
  /** In the configured zone, the year is outside the years that a saved article can have. */
  | 'out-of-range';

/** A formatted date, or why it can't be formatted. */
export type Written =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'problem'; readonly problem: ZoneProblem };

/** Parses the format from the settings. Throws an Error for a custom format that `readFormat` rejects. */
export function formatOf({ format, pattern }: DateFormat): Format {
  if (format !== 'custom') return format;
  const custom = readFormat(pattern);
  if ('problem' in custom) throw new Error(`Not a date format: ${pattern}`);
  return custom;
}

/**
 * Writes a date in a format. `zone` is an IANA name; null keeps the zone of the date. A date without a zone
 * stays a local time unless the format needs a zone. Missing precision is never invented: a date without a
 * time of day or without seconds is written as ISO 8601 with the precision it has.
 */
export function writeDate(date: ReadDate, format: Format, zone: string | null): Written {
  const { day, time, offset } = date;
  if (time === null) return writtenText(writeDay(day, format));
  if (offset === null && !needsZone(format)) return writtenText(writeLocal(day, time, format));
  if (zone !== null) return inZone(date, time, format, zone);
  if (offset === null) return zoneProblem('no-zone');
  if (format === 'utc')
    return writeInstant(instantOf(date), 0, precisionOf(time, offset === 0), format);
  if (format === 'date-time' || needsZone(format))
    return writtenText(writeZoned(day, time, offset, format));
  return zoneProblem('no-zone');
}

/** Converts a date to milliseconds since 1970. A date without an offset is read as UTC. */
export function instantOf({ day, time, offset }: ReadDate): number {
  return asUtc(day, time) - (offset ?? 0) * 60_000;
}

/** Converts milliseconds since 1970 to the local date in a zone. Without a zone, returns a date in UTC. */
export function dateAt(instant: number, zone: string | null): ReadDate {
  const offset = zone === null ? 0 : offsetAt(instant, zone);
  return { kind: 'date', ...localAt(instant, offset), offset: zone === null ? 0 : null };
}

/** Adds `:00` to a time that has only hours and minutes. */
export function withSeconds(date: ReadDate): ReadDate {
  const { time } = date;
  return time?.second === null ? { ...date, time: { ...time, second: 0 } } : date;
}

const ISO_WITH_ZONE =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * Returns whether a value is an ISO 8601 date and time with a zone, which every program reads as the same
 * instant.
 */
export function isIsoWithZone(value: string): boolean {
  return ISO_WITH_ZONE.test(value);
}

/** Writes an instant, or a local time in `zone`, as the clocks in `zone` show it. */
function inZone(date: ReadDate, time: Time, format: Format, zone: string): Written {
  const { day, offset } = date;
  const instants = offset === null ? instantsOf(day, time, zone) : [instantOf(date)];
  const [instant] = instants;
  if (instant === undefined || instants.length > 1) return zoneProblem('clock-change');
  if (format === 'utc') return writeInstant(instant, 0, precisionOf(time, offset === 0), format);
  const zoneOffset = offsetAt(instant, zone);
  const isSame = offset === null || (offset === zoneOffset && needsZone(format));
  const local = localAt(instant, zoneOffset);
  const isUnclear =
    hasTime(format) && !needsZone(format) && instantsOf(local.day, local.time, zone).length > 1;
  if (isUnclear) return zoneProblem('clock-change');
  return writeInstant(instant, zoneOffset, precisionOf(time, isSame), format);
}

/** Returns the precision to write. Converting a time to another offset drops its fraction. */
function precisionOf(
  { second, fraction }: Time,
  isSame: boolean,
): Pick<Time, 'second' | 'fraction'> {
  return { second, fraction: isSame ? fraction : '' };
}

function writeInstant(
  instant: number,
  offset: number,
  { second, fraction }: Pick<Time, 'second' | 'fraction'>,
  format: Format,
): Written {
  const { day, time } = localAt(instant, offset);
  if (!isDay(day)) return zoneProblem('out-of-range');
  const precise = { ...time, second: second === null ? null : time.second, fraction };
  return writtenText(
    needsZone(format) ? writeZoned(day, precise, offset, format) : writeLocal(day, precise, format),
  );
}

function localAt(instant: number, offset: number): { readonly day: Day; readonly time: Time } {
  const date = new Date(instant + offset * 60_000);
  return {
    day: { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() },
    time: {
      hour: date.getUTCHours(),
      minute: date.getUTCMinutes(),
      second: date.getUTCSeconds(),
      fraction: '',
    },
  };
}

function writeDay(day: Day, format: Format): string {
  if (typeof format === 'string' || format.hasTime || format.hasOffset) return isoDay(day);
  return writeCustom(format, day, null, 0);
}

/** Writes a local time without a zone. */
function writeLocal(day: Day, time: Time, format: Format): string {
  if (format === 'date') return isoDay(day);
  if (typeof format === 'string' || lacksSeconds(time, format)) return isoTime(day, time);
  return writeCustom(format, day, time, 0);
}

/** Writes a local time with its zone. */
function writeZoned(day: Day, time: Time, offset: number, format: Format): string {
  if (typeof format === 'string' || lacksSeconds(time, format)) {
    const isZ = offset === 0 && format !== 'offset';
    return `${isoTime(day, time)}${isZ ? 'Z' : offsetName(offset)}`;
  }
  return writeCustom(format, day, time, offset);
}

function lacksSeconds({ second }: Time, { hasSeconds }: CustomFormat): boolean {
  return hasSeconds && second === null;
}

function needsZone(format: Format): boolean {
  return typeof format === 'string' ? format === 'utc' || format === 'offset' : format.hasOffset;
}

function hasTime(format: Format): boolean {
  return typeof format === 'string' ? format !== 'date' : format.hasTime;
}

function isoDay({ year, month, day }: Day): string {
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

function isoTime(day: Day, { hour, minute, second, fraction }: Time): string {
  const seconds = second === null ? '' : `:${twoDigits(second)}${fraction}`;
  return `${isoDay(day)}T${twoDigits(hour)}:${twoDigits(minute)}${seconds}`;
}

function writtenText(written: string): Written {
  return { kind: 'text', text: written };
}

function zoneProblem(why: ZoneProblem): Written {
  return { kind: 'problem', problem: why };
}
