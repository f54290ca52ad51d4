import { getLanguage } from 'obsidian';

let days: Intl.DateTimeFormat | null = null;
let months: Intl.DateTimeFormat | null = null;

/** What was written before: many articles are of one day. */
const known = new Map<string, string>();

/** The day of an ISO 8601 date, as the user's language writes it. */
export function dayName(iso: string): string {
  const day = iso.slice(0, 10);
  const before = known.get(day);
  if (before !== undefined) return before;
  days ??= new Intl.DateTimeFormat(getLanguage(), { dateStyle: 'medium', timeZone: 'UTC' });
  const name = written(days, day);
  known.set(day, name);
  return name;
}

/** A month such as `2024-03`, as the user's language writes it. */
export function monthName(month: string): string {
  months ??= new Intl.DateTimeFormat(getLanguage(), {
    ...{ year: 'numeric', month: 'long', timeZone: 'UTC' },
  });
  return written(months, month);
}

function written(format: Intl.DateTimeFormat, iso: string): string {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? iso : format.format(time);
}
