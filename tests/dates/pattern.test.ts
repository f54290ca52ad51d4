import { TZDate } from '@date-fns/tz';
import { isInPattern, isPattern, writePattern } from '../../src/dates/pattern';

const MARCH = new TZDate(2024, 2, 4, 0, 5, 9, 'Asia/Shanghai');

test.each([
  ["yyyy-MM-dd'T'HH:mm:ss", '2024-03-04T00:05:09'],
  ["yyyy-MM-dd'T'HH:mm:ssxxx", '2024-03-04T00:05:09+08:00'],
  ['yyyy/M/d H:m', '2024/3/4 0:5'],
  ['d MMM yyyy, h:mm a', '4 Mar 2024, 12:05 AM'],
  ['EEEE, MMMM d yyyy', 'Monday, March 4 2024'],
  ["yyyy'年'M'月'd'日' HH:mm", '2024年3月4日 00:05'],
  ["d 'o''clock' M yyyy", "4 o'clock 3 2024"],
  ['yyyy.MM.dd (HH+mm)', '2024.03.04 (00+05)'],
])('%s writes %s, takes it for done, and is a pattern', (pattern, written) => {
  expect(writePattern(MARCH, pattern)).toBe(written);
  expect(isInPattern(written, pattern)).toBe(true);
  expect(isPattern(pattern)).toBe(true);
});

test.each([
  ['yyyy-MM-dd', '2024-3-4'],
  ['yyyy-MM-dd', '2024-02-30'],
  ['yyyy-MM-dd', '2024-03-04 '],
  ['HH:mm', '24:00'],
  ['d MMM yyyy', '4 March 2024'],
  ['EEEE, yyyy-MM-dd', 'Tuesday, 2024-03-04'],
])('%s does not take %s for its own', (pattern, value) => {
  expect(isInPattern(value, pattern)).toBe(false);
});

test.each(['', 'YYYY-MM-DD', 'do MMMM', 'yyyy-MM-dd QQQ', 'PPpp', "yyyy 'open"])(
  '%j is no pattern',
  (pattern) => {
    expect(isPattern(pattern)).toBe(false);
  },
);
