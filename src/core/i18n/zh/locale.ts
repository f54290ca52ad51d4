import { localeOf } from '../locale';

/** How Simplified Chinese writes numbers and times. It has no plurals. */
export const { number, dateTime } = localeOf('zh-CN');
