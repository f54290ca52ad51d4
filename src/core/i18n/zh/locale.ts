import { localeOf } from '../locale';

/** Formats numbers and times in Simplified Chinese, which has no plurals. */
export const { number, dateTime } = localeOf('zh-CN');
