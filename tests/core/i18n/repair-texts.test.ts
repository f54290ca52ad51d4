import { repairTexts } from '../../../src/core/i18n/repair-texts';
import { withFallback } from '../../../src/core/i18n/translation';

test('English replaces each text that a language does not have', () => {
  const found = (count: number): string => `${count} URLs`;
  const english = { name: 'URLs', found, options: { a: { name: 'A', desc: 'B' } } };
  expect(withFallback({}, english)).toEqual(english);
  expect(withFallback({ name: '网址', options: { a: { name: '甲' } } }, english)).toEqual({
    ...{ name: '网址', found },
    options: { a: { name: '甲', desc: 'B' } },
  });
});

test('a language has the texts that the repairs have in it', () => {
  expect(repairTexts('en').dates.found(2)).toBe('2 dates');
  expect(repairTexts('zh').dates.found(2)).toBe('2 个日期');
});
