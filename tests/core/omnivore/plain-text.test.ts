import { plainText } from '../../../src/core/omnivore/plain-text';

test.each([
  ['as it is', 'A quiet harbour', 'A quiet harbour'],
  ['without spaces around it', '  Tides \t', 'Tides'],
  ['on one line', 'Two\r\nlines\u2028and three', 'Two lines and three'],
  ['without colors for a terminal', '\u001b[31mred\u001b[0m', '[31mred [0m'],
  ['without marks that turn the writing', 'a\u202Eb\u2066c', 'abc'],
  ['empty if nothing is left', '\u0007\u200F\n', ''],
])('%s', (_, value, shown) => {
  expect(plainText(value)).toBe(shown);
});
