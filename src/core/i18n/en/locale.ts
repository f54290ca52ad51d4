import { localeOf } from '../../text/locale';

/** How English writes numbers, plurals and times. */
export const locale = localeOf('en');

export const { number, plural, counted, dateTime } = locale;

/** `1 note`, `2 notes`. */
export function notes(count: number): string {
  return counted(count, { one: 'note', other: 'notes' });
}
