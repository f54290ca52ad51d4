import { getLanguage } from 'obsidian';
import type { MonthRange } from '../../core/library/month-range';

let days: Intl.DateTimeFormat | null = null;
let months: Intl.DateTimeFormat | null = null;

/** Caches formatted days, because many articles share one. */
const formattedDays = new Map<string, string>();

/** Formats the day of an ISO 8601 date in the user's locale. */
export function dayName(iso: string): string {
  const day = iso.slice(0, 10);
  const cached = formattedDays.get(day);
  if (cached !== undefined) return cached;
  days ??= new Intl.DateTimeFormat(currentLocale(), { dateStyle: 'medium', timeZone: 'UTC' });
  const name = formatDate(days, day);
  formattedDays.set(day, name);
  return name;
}

/** Formats a month such as `2024-03` in the user's locale. Returns a year such as `2024` unchanged. */
export function monthName(month: string): string {
  return month.length <= 4 ? month : formatDate(monthFormat(), month);
}

/** Formats months in the user's locale: `March 2024`, or `March – May 2024`. */
export function monthsName({ from, to }: MonthRange): string {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  if (from === to || Number.isNaN(start) || Number.isNaN(end)) return monthName(from);
  return monthFormat().formatRange(start, end);
}

function monthFormat(): Intl.DateTimeFormat {
  return (months ??= new Intl.DateTimeFormat(currentLocale(), {
    ...{ year: 'numeric', month: 'long', timeZone: 'UTC' },
  }));
}

/** Returns the first system locale in the app's language (`en-GB` for `en`), or else the app's language. */
export function localeFor(language: string, systemLocales: readonly string[]): string {
  return systemLocales.find((locale) => locale.split('-')[0] === language) ?? language;
}

function currentLocale(): string {
  return localeFor(getLanguage(), window.navigator.languages);
}

function formatDate(format: Intl.DateTimeFormat, iso: string): string {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? iso : format.format(time);
}
