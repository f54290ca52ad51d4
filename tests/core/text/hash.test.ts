import { hash, hashBytes } from '../../../src/core/text/hash';

/** Journals hold them, so they stay the same from version to version. */
test.each([
  ['', '0-db6e264e024cdebc'],
  ['a', '1-0d24eb0fb16b918d'],
  ['a note', '6-b336a0b9b26923cc'],
  ['Ü 🦉\r\n', '9-356a9b940f74e3ed'],
])('that of %j is %s', (text, expected) => {
  expect(hash(text)).toBe(expected);
});

test.each([
  ['one letter', 'a note', 'a nota'],
  ['two letters that change places', 'abcdefgh', 'efghabcd'],
  ['a line break', 'a\n', 'a\r\n'],
  ['a space at the end', 'a', 'a '],
  ['capitals', 'Ab', 'ab'],
])('%s makes another one', (_, one, other) => {
  expect(hash(one)).not.toBe(hash(other));
});

test('is that of the bytes, wherever in memory they stand', () => {
  const bytes = new TextEncoder().encode('A note of some words.');
  for (const offset of [0, 1, 2, 3, 4]) {
    const memory = new Uint8Array(40);
    memory.set(bytes, offset);
    const moved = memory.subarray(offset, offset + bytes.length);
    expect(hashBytes(moved)).toBe(hash('A note of some words.'));
  }
});
