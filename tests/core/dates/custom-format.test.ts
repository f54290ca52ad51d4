import {
  isFormat,
  isInFormat,
  readFormat,
  writeCustom,
} from '../../../src/core/dates/custom-format';
import { readDate } from '../../../src/core/dates/parse';

function formatOf(text: string) {
  const format = readFormat(text);
  if ('problem' in format) throw new Error(`${text}: ${JSON.stringify(format)}`);
  return format;
}

/** A date and time as a format writes it, at `offset` minutes east of Greenwich. */
function written(value: string, text: string, offset = 0): string {
  const date = readDate(value);
  if (date.kind !== 'date') throw new Error(value);
  return writeCustom(formatOf(text), date.day, date.time, offset);
}

test.each([
  ["yyyy-MM-dd'T'HH:mm:ss", '2024-03-04T00:05:09'],
  ["yyyy-MM-dd'T'HH:mm:ss.SSS", '2024-03-04T00:05:09.250'],
  ["yyyy-MM-dd'T'HH:mm:ssxxx", '2024-03-04T00:05:09+08:00'],
  ['yyyy-MM-dd HH:mm xx', '2024-03-04 00:05 +0800'],
  ['yyyy/M/d H:m', '2024/3/4 0:5'],
  ['d MMM yyyy, h:mm a', '4 Mar 2024, 12:05 AM'],
  ['EEEE, MMMM d yyyy', 'Monday, March 4 2024'],
  ["yyyy'年'M'月'd'日' HH:mm", '2024年3月4日 00:05'],
  ["d 'o''clock' M yyyy", "4 o'clock 3 2024"],
  ["yyyy-MM-dd ''HH", "2024-03-04 '00"],
  ['yyyy.MM.dd (HH+mm)', '2024.03.04 (00+05)'],
  ['yyyyMMdd', '20240304'],
  ['[[yyyy-MM-dd]]', '[[2024-03-04]]'],
])('%s writes %s, and finds it in the format', (text, expected) => {
  const result = written('2024-03-04 00:05:09.250', text, /x/.test(text) ? 480 : 0);
  expect(result).toBe(expected);
  expect(isInFormat(result, formatOf(text))).toBe(true);
});

test.each([
  ['YYYY-MM-DD HH:mm', '2024-03-04 00:05'],
  ['YYYY-MM-DDTHH:mm:ss', '2024-03-04T00:05:09'],
  ['YYYY-MM-DD [at] HH:mm', '2024-03-04 at 00:05'],
  ["D. MMM YYYY [o'clock]", "4. Mar 2024 o'clock"],
  ['dddd, MMMM Do, YYYY h:mm A', 'Monday, March 4th, 2024 12:05 AM'],
  ['ddd D/M/YYYY hh:mm a', 'Mon 4/3/2024 12:05 am'],
  ['dd YYYY-MM-DD', 'Mo 2024-03-04'],
  ['YYYY-MM-DDTHH:mm:ssZ', '2024-03-04T00:05:09+05:30'],
  ['YYYY-MM-DD HH:mm ZZ', '2024-03-04 00:05 +0530'],
])('%s is Moment’s, as Obsidian’s own settings are: %s', (text, expected) => {
  const result = written('2024-03-04 00:05:09', text, text.includes('Z') ? 330 : 0);
  expect(result).toBe(expected);
  expect(isInFormat(result, formatOf(text))).toBe(true);
});

test.each([
  ['yyyy-MM-dd', '2024-3-4'],
  ['yyyy-MM-dd', '2024-02-30'],
  ['yyyy-MM-dd', '2024-03-04 '],
  ['yyyy-MM-dd HH:mm', '2024-03-04 24:00'],
  ['d MMM yyyy', '4 March 2024'],
  ['EEEE, yyyy-MM-dd', 'Tuesday, 2024-03-04'],
  ['yyyy-MM-dd HH:mm xxx', '2024-03-04 00:05'],
  ['yyyy-MM-dd HH:mm xxx', '2024-03-04 00:05 +99:99'],
])('%s does not contain %s', (text, value) => {
  expect(isInFormat(value, formatOf(text))).toBe(false);
});

test.each<[string, ReturnType<typeof readFormat>]>([
  ['', { problem: 'length' }],
  ['  ', { problem: 'length' }],
  ['yyyy-MM-dd\nHH', { problem: 'length' }],
  ['yyyy-MM-dd'.padEnd(61, '-'), { problem: 'length' }],
  ["'saved'", { problem: 'missing', field: 'year' }],
  ['yyyy', { problem: 'missing', field: 'month' }],
  ['MM-dd', { problem: 'missing', field: 'year' }],
  ['yyyy-MM', { problem: 'missing', field: 'day' }],
  ['YYYY-MM-dd', { problem: 'missing', field: 'day' }],
  ['SSS', { problem: 'missing', field: 'year' }],
  ['HH:mm', { problem: 'missing', field: 'year' }],
  ['yyyy-MM-dd hh:mm', { problem: 'half' }],
  ['YYYY-MM-DD h:mm', { problem: 'half' }],
  ['dM'.repeat(16), { problem: 'twice', token: 'd' }],
  ['yyyy-MM-dd MMM', { problem: 'twice', token: 'MMM' }],
  ['yy-MM-dd', { problem: 'short-year', token: 'yy' }],
  ['DD.MM.YY', { problem: 'short-year', token: 'YY' }],
  ['yyyy-MM-DD', { problem: 'unknown', token: 'DD' }],
  ["RRRR-'W'II-i", { problem: 'unknown', token: 'RRRR' }],
  ["YYYY-MM-DD 'at' HH:mm", { problem: 'unknown', token: 't' }],
  ['yyyy-MM-dd QQQ', { problem: 'unknown', token: 'QQQ' }],
  ['PPpp', { problem: 'unknown', token: 'PP' }],
  ['yyyy-MM-dd constructor', { problem: 'unknown', token: 'c' }],
  ["yyyy-MM-dd 'open", { problem: 'unknown', token: 'o' }],
  ['YYYY-MM-DD [open', { problem: 'unknown', token: 'o' }],
  ['yyyyMd', { problem: 'unclear', example: '2024111' }],
  ['yyyy-MM-dd HH:mm a', { problem: 'unclear', example: '2024-04-05 20:21 PM' }],
  ['yyyy-MM-dd mm', { problem: 'unclear', example: '2024-04-05 21' }],
  ['yyyy-MM-dd mm:HH', { problem: 'unclear', example: '2024-04-05 21:20' }],
  ['yyyy-dd-MM', { problem: 'unclear', example: '2024-05-04' }],
])('%j is refused with a reason', (text, problem) => {
  expect(readFormat(text)).toEqual(problem);
  expect(isFormat(text)).toBe(false);
});

test.each([
  ['dd/MM/yyyy', true],
  ['MM-dd-yyyy HH:mm', false],
  ['[[dd.MM.yyyy]]', true],
  ['yyyy-MM-dd', null],
  ['d MMM yyyy', null],
])('in %s day first is %s', (text, dayFirst) => {
  expect(formatOf(text).dayFirst).toBe(dayFirst);
});

test('a format with a thousand quotes is fast', () => {
  expect(isFormat("'".repeat(1_000_000))).toBe(false);
});
