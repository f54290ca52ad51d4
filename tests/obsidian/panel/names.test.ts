/** @jest-environment jsdom */
import { dayName, localeFor, monthName } from '../../../src/obsidian/panel/names';

jest.mock('obsidian', () => ({ getLanguage: () => 'en' }), { virtual: true });

test.each([
  ['en', ['de-DE', 'en-GB', 'en-US'], 'en-GB'],
  ['en', ['de-DE'], 'en'],
  ['zh', ['zh-CN'], 'zh-CN'],
  ['en', [], 'en'],
])('dates in %s are written for %j as in %s', (language, system, locale) => {
  expect(localeFor(language, system)).toBe(locale);
});

test('a day, a month, a year, and what is none of them', () => {
  expect(dayName('2024-03-14T10:00:00')).toBe('Mar 14, 2024');
  expect(monthName('2024-03')).toBe('March 2024');
  expect(monthName('2024')).toBe('2024');
  expect(dayName('no date')).toBe('no date');
});
