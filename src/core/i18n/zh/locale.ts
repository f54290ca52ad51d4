import { localeOf } from '../../text/locale';

/** How Simplified Chinese writes numbers and times. It has no plurals. */
export const locale = localeOf('zh-CN');

export const { number, plural, dateTime } = locale;
