import { localeOf } from '../locale';

/** Formats numbers, plurals and times in English. */
export const { number, plural, counted, dateTime } = localeOf('en');
