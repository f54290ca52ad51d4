import fc from 'fast-check';
import { difference } from '../../../src/core/text/difference';
import { applyEdits } from '../../../src/core/text/edits';

test.each([
  ['abc', 'abc', null],
  ['abc', 'axc', { from: 1, to: 2, insert: 'x' }],
  ['aa', 'aaa', { from: 2, to: 2, insert: 'a' }],
  ['aaa', 'a', { from: 1, to: 3, insert: '' }],
  ['', 'a', { from: 0, to: 0, insert: 'a' }],
  // 🦉 and 🦊 begin with the same half.
  ['🦉', '🦊', { from: 0, to: 2, insert: '🦊' }],
  ['a\ud83d\udca9b', 'a\ud83e\udca9b', { from: 1, to: 3, insert: '\ud83e\udca9' }],
])('%j to %j', (before, after, edit) => {
  expect(difference(before, after)).toEqual(edit);
});

test('the edit changes any text into any other', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '🦉', '🦊', '\ud83e', '\udd89', '\n') });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const edit = difference(before, after);
      expect(applyEdits(before, edit ? [edit] : [])).toBe(after);
    }),
  );
});
