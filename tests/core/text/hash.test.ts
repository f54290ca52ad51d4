import { hash, hashBytes, hashSteps } from '../../../src/core/text/hash';
import { atOnce, STEP_LENGTH } from '../../../src/core/text/steps';

/** Journals contain them, so they must not change between versions. */
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

test('is that of the bytes, wherever they are in memory', () => {
  const bytes = new TextEncoder().encode('A note of some words.');
  for (const offset of [0, 1, 2, 3, 4]) {
    const memory = new Uint8Array(40);
    memory.set(bytes, offset);
    const moved = memory.subarray(offset, offset + bytes.length);
    expect(hashBytes(moved)).toBe(hash('A note of some words.'));
  }
});

test.each([
  ['a short one', 'A note.'],
  ['one that ends with a step', 'a'.repeat(2 * STEP_LENGTH)],
  ['one with letters of several bytes', 'Ü城 '.repeat(STEP_LENGTH)],
  ['a surrogate pair between two steps', `${'a'.repeat(STEP_LENGTH - 1)}🦉 and more`],
  ['half a surrogate pair between two steps', `${'a'.repeat(STEP_LENGTH - 1)}\ud83e and more`],
  ['half a surrogate pair at the end', `${'a'.repeat(2 * STEP_LENGTH - 1)}\ud83e`],
])('in steps it is the same: %s', (_, text) => {
  expect(atOnce(hashSteps(text))).toBe(hash(text));
});

test('a long text is hashed in many steps', () => {
  const steps = [...hashSteps('a'.repeat(20 * STEP_LENGTH))];
  expect(steps.length).toBeGreaterThan(20);
});
