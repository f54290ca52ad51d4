import type { Day } from './plain-date';

/** A way to write a day. `tail` is the text after it. */
export interface DatePattern {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray) => { readonly day: Day; readonly tail: string };
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAME = String.raw`(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`;
const CHINESE_MONTHS = [
  '一月',
  '二月',
  '三月',
  '四月',
  '五月',
  '六月',
  '七月',
  '八月',
  '九月',
  '十月',
  '十一月',
  '十二月',
];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const CHINESE_WEEKDAYS = '日一二三四五六';
const TAIL = String.raw`((?:T|[,\s]).*)?`;

function day(year: unknown, month: number, dayOfMonth: unknown): Day {
  return { year: Number(year), month, day: Number(dayOfMonth) };
}

function monthNumber(name: unknown): number {
  return MONTHS.indexOf(String(name).slice(0, 3).toLowerCase()) + 1;
}

/**
 * Formats in which year, month and day can't be confused. Each was found in public vaults, or is written by a
 * template or by Moment, Luxon or JavaScript.
 */
export const DEFINITE_PATTERNS: readonly DatePattern[] = [
  {
    // 2024-03-14 08:21:56, 2024-03-14T08:21, 2023.02.02, 2024/07/31
    pattern: new RegExp(String.raw`^(\d{4})([-./])(\d{1,2})\2(\d{1,2})${TAIL}$`),
    read: ([, year, , month, dayOfMonth, tail = '']) => ({
      day: day(year, Number(month), dayOfMonth),
      tail,
    }),
  },
  {
    // 2024-06-2203:4803:48:08: Luxon reads the `T` of a pattern as "hours and minutes", so these are written
    // twice.
    pattern: /^(\d{4})-(\d{2})-(\d{2})(\d{2}:\d{2})(\4:\d{2})$/,
    read: ([, year, month, dayOfMonth, , time]) => ({
      day: day(year, Number(month), dayOfMonth),
      tail: ` ${String(time)}`,
    }),
  },
  {
    // 20240314, 20240314T082156
    pattern: /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/,
    read: ([, year, month, dayOfMonth, hour, minute, second, zone = '']) => ({
      day: day(year, Number(month), dayOfMonth),
      tail: hour === undefined ? '' : `T${hour}:${minute}:${second}${zone}`,
    }),
  },
  {
    // 2024年9月20日 下午5:59:49
    pattern: /^(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日(.*)$/,
    read: ([, year, month, dayOfMonth, tail]) => ({
      day: day(year, Number(month), dayOfMonth),
      tail: ` ${String(tail)}`,
    }),
  },
  {
    // 九月 20日 2024, 5:59:49 下午
    pattern: new RegExp(String.raw`^([一二三四五六七八九十]{1,2}月) ?(\d{1,2})日 ?(\d{4})${TAIL}$`),
    read: ([, month, dayOfMonth, year, tail = '']) => ({
      day: day(year, CHINESE_MONTHS.indexOf(String(month)) + 1, dayOfMonth),
      tail,
    }),
  },
  {
    // Jan 31st, 2023; June 23 2022 10:00
    pattern: new RegExp(
      String.raw`^${MONTH_NAME} (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})${TAIL}$`,
      'i',
    ),
    read: ([, month, dayOfMonth, year, tail = '']) => ({
      day: day(year, monthNumber(month), dayOfMonth),
      tail,
    }),
  },
  {
    // 31 January 2023; 31st of Jan 2023; 31-Jan-2023
    pattern: new RegExp(
      String.raw`^(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]${MONTH_NAME},?[ -](\d{4})${TAIL}$`,
      'i',
    ),
    read: ([, dayOfMonth, month, year, tail = '']) => ({
      day: day(year, monthNumber(month), dayOfMonth),
      tail,
    }),
  },
];

/** 03/04/2024: the day can come first or second. */
export const SWAPPABLE = new RegExp(String.raw`^(\d{1,2})([-./])(\d{1,2})\2(\d{4})${TAIL}$`);

const HALF_DAY = String.raw`[ap]\.?m\.?|上午|早上|凌晨|中午|下午|晚上`;

/**
 * Groups: word before, hour, minute, second, fraction, word after, zone. A zone name in parentheses, which
 * JavaScript appends, is ignored.
 */
export const TIME_AND_ZONE = new RegExp(
  String.raw`^(?:T|,?\s{1,3})?(${HALF_DAY})? ?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:\s?(${HALF_DAY}))?(?:\s?(Z|(?:UTC|GMT)?[+-]\d{2}:?(?:\d{2})?|UTC|GMT))?(?: \([^()]{1,40}\))?$`,
  'i',
);

const ENGLISH_WEEKDAY =
  /^(sun|mon|tue|wed|thu|fri|sat)(?:day|s|sday|nes|nesday|r|rs|rsday|ur|urday)?\.?,? /i;
const CHINESE_WEEKDAY = /^(?:星期|周)([日天一二三四五六])[,，]? ?/;

/** Removes a weekday from the start of a text. 0 is Sunday; null means that there is none. */
export function splitWeekday(text: string): {
  readonly rest: string;
  readonly weekday: number | null;
} {
  const english = ENGLISH_WEEKDAY.exec(text);
  if (english) {
    const weekday = WEEKDAYS.indexOf(String(english[1]).toLowerCase());
    return { rest: text.slice(english[0].length), weekday };
  }
  const chinese = CHINESE_WEEKDAY.exec(text);
  if (!chinese) return { rest: text, weekday: null };
  const weekday = CHINESE_WEEKDAYS.indexOf(String(chinese[1]).replace('天', '日'));
  return { rest: text.slice(chinese[0].length), weekday };
}
