import { localeOf } from '../locale';

/** How English writes numbers, plurals and times. */
export const { number, plural, counted, dateTime } = localeOf('en');
