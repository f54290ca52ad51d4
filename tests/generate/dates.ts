import * as fc from 'fast-check';

interface Moment {
  readonly y: string;
  readonly m: string;
  readonly d: string;
  readonly hms: string;
}

/** The shapes that were seen in public vaults, and those that other programs write. */
const SHAPES: readonly ((moment: Moment) => string)[] = [
  ({ y, m, d, hms }) => `${y}-${m}-${d} ${hms}`,
  ({ y, m, d, hms }) => `${y}-${m}-${d}T${hms}`,
  ({ y, m, d, hms }) => `${y}-${m}-${d}T${hms.slice(0, 5)}`,
  ({ y, m, d }) => `${y}-${m}-${d}`,
  ({ y, m, d, hms }) => `${y}-${m}-${d}T${hms}.231Z`,
  ({ y, m, d, hms }) => `${y}-${m}-${d}T${hms}Z`,
  ({ y, m, d, hms }) => `${y}-${m}-${d}T${hms}.265-04:00`,
  ({ y, m, d, hms }) => `${y}-${m}-${d} ${hms} +0530`,
  ({ y, m, d }) => `${y}.${m}.${d}`,
  ({ y, m, d, hms }) => `${y}.${m}.${d} ${hms}`,
  ({ y, m, d }) => `${y}/${m}/${d}`,
  ({ y, m, d }) => `${d}/${m}/${y}`,
  ({ y, m, d, hms }) => `${m}/${d}/${y} ${hms.slice(0, 5)}`,
  ({ y, m, d }) => `${d}-${m}-${y}`,
  ({ y, m, d }) => `${d}.${m}.${y.slice(2)}`,
  ({ y, m, d }) => `${m}/${d}/${y.slice(2)}`,
  ({ y, m, d }) => `[[${y}-${m}-${d}]]`,
  ({ y, m, d }) => `[[${d}-${m}-${y}]]`,
  ({ y, m, d, hms }) => `${y}年${m}月${d}日 下午${hms}`,
  ({ y, m, d }) => `${y}${m}${d}`,
  ({ y, m, d, hms }) => `${y}${m}${d}T${hms.replaceAll(':', '')}Z`,
  ({ y, m, d, hms }) => `${y}-${m}-${d}${hms.slice(0, 5)}${hms.slice(0, 5)}:08`,
];

const SINGULAR_DATES = [
  ...['', '""', '[[]]', 'Y.02.02', '{{date: YYYY-MM-DD}}', '2024-04-13 HH:mm:ss', 'never', '0'],
  ...['星期五, 九月 20日 2024, 5:59:49 下午', '星期五, 九月 20日 2024, 9:27:24 晚上'],
  ...['十月 1日 2024, 12:09:13 中午', '十月 2日 2024, 8:31:32 早上', '2024-06-2203:4803:48:08'],
  ...['[[Jan 31st, 2023]]', '[[Wed, 2024/07/31]]', 'Thu Jun 23 2022', 'Fri Jun 23 2022'],
  ...['Thu, 14 Mar 2024 08:21:56 GMT', 'March 3, 2024 8:05 PM', '31 January 2023', '1710404516000'],
  ...['Thu Mar 14 2024 08:21:56 GMT+0100 (Central European Standard Time)', '2024-02-30'],
  ...[
    '2024-03-10 02:30:00',
    '2024-11-03 01:30:00',
    '2024-03-31T01:30:00Z',
    '9999-12-31T23:30-12:00',
  ],
  // Near the clocks of the slugs, so that day and month can be distinguished.
  ...['07/10/2023', '10/07/2023 07:51', '13/10/2023', '10/14/2023', '07.10.2023'],
  ...['1000-01-01T00:00+14:00', '2024-03-14 24:00', '2024-13-01', '0999-01-01', '2024-3-4 8:05'],
];

const two = (n: number): string => String(n).padStart(2, '0');

const moment: fc.Arbitrary<Moment> = fc
  .record({
    y: fc.integer({ min: 2019, max: 2025 }),
    m: fc.integer({ min: 1, max: 12 }),
    d: fc.integer({ min: 1, max: 29 }),
    second: fc.nat(86_399),
  })
  .map(({ y, m, d, second }) => ({
    y: String(y),
    m: two(m),
    d: two(d),
    hms: [second / 3600, (second / 60) % 60, second % 60].map((n) => two(Math.floor(n))).join(':'),
  }));

/** A date in a format that occurs in real notes, or another value that does. */
export const dateText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(fc.constantFrom(...SHAPES), moment).map(([shape, at]) => shape(at)),
  },
  { weight: 2, arbitrary: fc.constantFrom(...SINGULAR_DATES) },
);

/** What may start a bare line of a date in a body. */
export const bareDateLine: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(
      ...['date_saved: ', 'date_published: ', '- Date read: ', 'date-saved:: ', '**Date Saved**: '],
      ...['  * date_archived:', 'ctime: ', '> date_saved: ', 'not_date_saved: ', 'Date_Saved :'],
    ),
    dateText,
    fc.constantFrom('', '  ', '\t', ' #x'),
  )
  .map((parts) => parts.join(''));
