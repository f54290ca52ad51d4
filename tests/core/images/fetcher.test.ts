import { retryAfterMs, userAgent } from '../../../src/core/images/fetcher';

const NOW_MS = Date.UTC(2026, 0, 1, 12, 0, 0);

test.each([
  ['no header', null, null],
  ['an empty header', ' ', null],
  ['seconds', '120', 120_000],
  ['seconds with spaces', ' 3 ', 3000],
  ['a date', 'Thu, 01 Jan 2026 12:00:30 GMT', 30_000],
  ['a date in the past', 'Thu, 01 Jan 2026 11:00:00 GMT', 0],
  ['words', 'soon', null],
])('Retry-After with %s', (_, header, expected) => {
  expect(retryAfterMs(header, NOW_MS)).toBe(expected);
});

test('requests name the program and its version', () => {
  expect(userAgent('1.2.3')).toBe('OmnivoreRescue/1.2.3 (saves images of saved articles)');
});
