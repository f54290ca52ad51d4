import { readDate } from '../../../src/core/dates/parse';
import { instantOf, writeDate } from '../../../src/core/dates/format';

/** A value as ISO 8601 with its zone, as precise as it is; both readings of an ambiguous one. */
function readAs(value: string): string {
  const reading = readDate(value);
  const iso = (date: typeof reading): string => {
    const written = date.kind === 'date' ? writeDate(date, 'date-time', null) : null;
    return written?.kind === 'text' ? written.text : date.kind;
  };
  return reading.kind === 'ambiguous'
    ? `${iso(reading.dayFirst)} or ${iso(reading.monthFirst)}`
    : iso(reading);
}

test.each([
  // Year first.
  ['2024-03-14 08:21:56', '2024-03-14T08:21:56'],
  [' 2024-03-14T08:21:56 ', '2024-03-14T08:21:56'],
  ['2024-3-4 8:05', '2024-03-04T08:05'],
  ['2024/03/14', '2024-03-14'],
  ['2024.03.14 08:21:56,5', '2024-03-14T08:21:56.5'],
  ['2024-03-14T08:21:56.231Z', '2024-03-14T08:21:56.231Z'],
  ['2024-03-14 08:21:56 -0430', '2024-03-14T08:21:56-04:30'],
  ['2024-03-14 08:21:56 GMT+02', '2024-03-14T08:21:56+02:00'],
  ['20240314', '2024-03-14'],
  ['20240314T082156', '2024-03-14T08:21:56'],
  ['20240314T082156Z', '2024-03-14T08:21:56Z'],
  ['2024-06-2203:4803:48:08', '2024-06-22T03:48:08'],
  // In words.
  ['Jan 31st, 2023', '2023-01-31'],
  ['31st of January 2023 at', 'unreadable'],
  ['31-Jan-2023', '2023-01-31'],
  ['March 3, 2024 8:05 PM', '2024-03-03T20:05'],
  ['March 3, 2024 12:05 a.m.', '2024-03-03T00:05'],
  ['March 3, 2024 20:05 pm', '2024-03-03T20:05'],
  ['March 3, 2024 20:05 am', 'impossible'],
  [
    'Thu Mar 14 2024 08:21:56 GMT+0100 (Central European Standard Time)',
    '2024-03-14T08:21:56+01:00',
  ],
  ['Thu, 14 Mar 2024 08:21:56 UTC', '2024-03-14T08:21:56Z'],
  ['Fri, 14 Mar 2024', 'impossible'],
  ['2024年9月20日 下午5:59:49', '2024-09-20T17:59:49'],
  ['星期五, 九月 20日 2024, 5:59:49 下午', '2024-09-20T17:59:49'],
  ['周天 2024-03-17', '2024-03-17'],
  ['十月 1日 2024, 12:09:13 中午', '2024-10-01T12:09:13'],
  ['十月 1日 2024, 1:09:13 中午', '2024-10-01T13:09:13'],
  ['十月 1日 2024, 11:09:13 中午', '2024-10-01T11:09:13'],
  ['十月 1日 2024, 12:30:00 凌晨', '2024-10-01T00:30:00'],
  ['十月 1日 2024, 12:30:00 晚上', 'unreadable'],
  ['十月 1日 2024, 12:00:00 晚上', '2024-10-01T12:00:00'],
  ['十月 1日 2024, 9:00:00 晚上', '2024-10-01T21:00:00'],
  ['十三月 1日 2024', 'impossible'],
  // Day and month side by side.
  ['25/07/2024', '2024-07-25'],
  ['07/25/2024 10:00', '2024-07-25T10:00'],
  ['5.05.2024', '2024-05-05'],
  ['03/04/2024', '2024-04-03 or 2024-03-04'],
  ['03-04-2024 8:05 pm', '2024-04-03T20:05 or 2024-03-04T20:05'],
  ['Wed, 03/04/2024', '2024-04-03'],
  ['Mon, 03/04/2024', '2024-03-04'],
  ['Tue, 03/04/2024', 'impossible'],
  ['45/07/2024', 'impossible'],
  ['03/04-2024', 'unreadable'],
  // No dates.
  ['2024-02-30', 'impossible'],
  ['2023-02-29', 'impossible'],
  ['2100-02-29', 'impossible'],
  ['2000-02-29', '2000-02-29'],
  ['2024-02-29 10:00:00', '2024-02-29T10:00:00'],
  ['2024-02-30 10:00:00', 'impossible'],
  ['2024-03-14 24:00:00', 'impossible'],
  ['2024-03-14 10:60', 'impossible'],
  ['0999-01-01', 'impossible'],
  ['2024-03-14 soon', 'unreadable'],
  ['never', 'unreadable'],
  ['', 'unreadable'],
  ['2024-03-14'.padStart(90, '2024 '), 'unreadable'],
  ['{{date}}', 'unrendered'],
  ['Y.02.02', 'unrendered'],
  ['2024-04-13 HH:mm:ss', 'unrendered'],
])('%j is %s', (value, expected) => {
  expect(readAs(value)).toBe(expected);
});

test.each([
  ['25/07/2024', 'day-first'],
  ['07/25/2024', 'month-first'],
  ['5/05/2024', 'same'],
  ['Mon, 03/04/2024', 'month-first'],
  ['2024-07-25', undefined],
  ['25 July 2024', undefined],
])('%s proves the order %s', (value, order) => {
  expect(readDate(value)).toMatchObject({ kind: 'date' });
  expect((readDate(value) as { order?: string }).order).toBe(order);
});

test('the instant of a date without a zone is read as UTC', () => {
  const instant = (value: string): number => {
    const reading = readDate(value);
    return reading.kind === 'date' ? instantOf(reading) : NaN;
  };
  expect(instant('2024-03-14 08:21')).toBe(Date.UTC(2024, 2, 14, 8, 21));
  expect(instant('2024-03-14 08:21 -04:00')).toBe(Date.UTC(2024, 2, 14, 12, 21));
  expect(instant('2024-03-14')).toBe(Date.UTC(2024, 2, 14));
});
