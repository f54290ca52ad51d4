import { getLanguage } from 'obsidian';

let days: Intl.DateTimeFormat | null = null;
let months: Intl.DateTimeFormat | null = null;

/** Days that were written before: many articles share one. */
const known = new Map<string, string>();

/** The day of an ISO 8601 date, as the user's locale writes it. */
export function dayName(iso: string): string {
  const day = iso.slice(0, 10);
  const before = known.get(day);
  if (before !== undefined) return before;
  days ??= new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone: 'UTC' });
  const name = written(days, day);
  known.set(day, name);
  return name;
}

/** A month such as `2024-03`, as the user's locale writes it; a year such as `2024` as it is. */
export function monthName(month: string): string {
  if (month.length <= 4) return month;
  months ??= new Intl.DateTimeFormat(locale(), {
    ...{ year: 'numeric', month: 'long', timeZone: 'UTC' },
  });
  return written(months, month);
}

/** The first of the system's locales in the app's language (`en-GB` for `en`), else the app's language. */
export function localeFor(language: string, systemLocales: readonly string[]): string {
  return systemLocales.find((locale) => locale.split('-')[0] === language) ?? language;
}

function locale(): string {
  return localeFor(getLanguage(), window.navigator.languages);
}

function written(format: Intl.DateTimeFormat, iso: string): string {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? iso : format.format(time);
}
