import { offsetName, readFormat, two, writeCustom, type CustomFormat } from './custom-format';
import type { ReadDate } from './parse';
import { asUtc, isDay, type Day, type Time } from './plain-date';
import { instantsOf, offsetAt } from './zone';

/** The date format that the user chose. */
export interface DateFormat {
  /**
   * `date-time` is what Obsidian's *Date & time* property holds (`2024-03-14T08:21:56`), `date` its *Date*; `utc` ends in `Z`,
   * `offset` in `+08:00`; `custom` is `pattern`.
   */
  readonly form: 'date-time' | 'date' | 'utc' | 'offset' | 'custom';
  /** A format of date-fns (Unicode TR 35) or Moment, for `custom`. */
  readonly pattern: string;
}

/** A date format that is ready to write. */
export type Format = Exclude<DateFormat['form'], 'custom'> | CustomFormat;

/** Why a date can't be written in a format. */
export type ZoneProblem =
  /** The format needs a zone that the date does not name, or has no place for the one that it names, and no zone was chosen. */
  | 'no-zone'
  /** The clocks of the zone skip or repeat this hour, so the result would be no instant, or could be one of two. */
  | 'clock-change'
  /** In the other zone it is a year that a saved article can't have. */
  | 'out-of-range';

/** A date as it is written, or why it can't be. */
export type Written =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'problem'; readonly problem: ZoneProblem };

/** The chosen format, ready to write. Throws an Error for a custom one that `readFormat` refuses. */
export function formatOf({ form, pattern }: DateFormat): Format {
  if (form !== 'custom') return form;
  const format = readFormat(pattern);
  if ('problem' in format) throw new Error(`Not a date format: ${pattern}`);
  return format;
}

/**
 * Writes a date in a format. `zone` is an IANA name; null: a date keeps the zone that it names. A date without a zone stays the
 * local time that it is, unless the format asks for a zone. What the format asks for and the date does not have, a time of day
 * or seconds, is not invented: then the date is written as ISO 8601, as precise as it is.
 */
export function writeDate(date: ReadDate, format: Format, zone: string | null): Written {
  const { day, time, offset } = date;
  if (time === null) return text(writeDay(day, format));
  if (offset === null && !asksZone(format)) return text(writeLocal(day, time, format));
  if (zone !== null) return inZone(date, time, format, zone);
  if (offset === null) return problem('no-zone');
  if (format === 'utc') return writeInstant(instantOf(date), 0, kept(time, offset === 0), format);
  if (format === 'date-time' || asksZone(format))
    return text(writeZoned(day, time, offset, format));
  return problem('no-zone');
}

/** The instant of a date, in milliseconds since 1970; one without an offset is read as UTC. */
export function instantOf({ day, time, offset }: ReadDate): number {
  return asUtc(day, time) - (offset ?? 0) * 60_000;
}

/** The local date at an instant, in milliseconds since 1970; null as the zone: in UTC, which it names then. */
export function dateAt(instant: number, zone: string | null): ReadDate {
  const offset = zone === null ? 0 : offsetAt(instant, zone);
  return { kind: 'date', ...localAt(instant, offset), offset: zone === null ? 0 : null };
}

/** The date with seconds, :00 where it has hours and minutes only. */
export function withSeconds(date: ReadDate): ReadDate {
  const { time } = date;
  return time?.second === null ? { ...date, time: { ...time, second: 0 } } : date;
}

const ISO_WITH_ZONE =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Whether a text is an ISO 8601 date and time with its zone, which every program reads as the same instant. */
export function isIsoWithZone(value: string): boolean {
  return ISO_WITH_ZONE.test(value);
}

/** Writes an instant, or a local time that must be one, as the clocks of the zone show it. */
function inZone(date: ReadDate, time: Time, format: Format, zone: string): Written {
  const { day, offset } = date;
  const instants = offset === null ? instantsOf(day, time, zone) : [instantOf(date)];
  const [instant] = instants;
  if (instant === undefined || instants.length > 1) return problem('clock-change');
  if (format === 'utc') return writeInstant(instant, 0, kept(time, offset === 0), format);
  const there = offsetAt(instant, zone);
  const isSame = offset === null || (offset === there && asksZone(format));
  const local = localAt(instant, there);
  const isUnclear =
    hasTime(format) && !asksZone(format) && instantsOf(local.day, local.time, zone).length > 1;
  if (isUnclear) return problem('clock-change');
  return writeInstant(instant, there, kept(time, isSame), format);
}

/** The precision of a time, without its fraction unless the clock's hands stay where they were. */
function kept({ second, fraction }: Time, isSame: boolean): Pick<Time, 'second' | 'fraction'> {
  return { second, fraction: isSame ? fraction : '' };
}

function writeInstant(
  instant: number,
  offset: number,
  { second, fraction }: Pick<Time, 'second' | 'fraction'>,
  format: Format,
): Written {
  const { day, time } = localAt(instant, offset);
  if (!isDay(day)) return problem('out-of-range');
  const precise = { ...time, second: second === null ? null : time.second, fraction };
  return text(
    asksZone(format) ? writeZoned(day, precise, offset, format) : writeLocal(day, precise, format),
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

/** Writes a local time in a format without a zone. */
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

function asksZone(format: Format): boolean {
  return typeof format === 'string' ? format === 'utc' || format === 'offset' : format.hasOffset;
}

function hasTime(format: Format): boolean {
  return typeof format === 'string' ? format !== 'date' : format.hasTime;
}

function isoDay({ year, month, day }: Day): string {
  return `${year}-${two(month)}-${two(day)}`;
}

function isoTime(day: Day, { hour, minute, second, fraction }: Time): string {
  const seconds = second === null ? '' : `:${two(second)}${fraction}`;
  return `${isoDay(day)}T${two(hour)}:${two(minute)}${seconds}`;
}

function text(written: string): Written {
  return { kind: 'text', text: written };
}

function problem(why: ZoneProblem): Written {
  return { kind: 'problem', problem: why };
}
