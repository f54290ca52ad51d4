import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { firstOf, literal, propertyOf } from '../../../src/core/bases/expression';

test.each([
  ['date_saved', '"date_saved"'],
  ['Date saved', '"Date saved"'],
  ['保存日期', '"保存日期"'],
  ['a: b # c', '"a: b # c"'],
  ['by "whom"', `'by "whom"'`],
  ["it's", `"it's"`],
  [`it's "x"`, `"it's \\"x\\""`],
  ['a\\b', '"a\\\\b"'],
  ['a\nb', '"a\\nb"'],
])('%j is written %s', (text, written) => {
  expect(literal(text)).toBe(written);
});

test('the literal of any text is read as that text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(runInNewContext(literal(text))).toBe(text);
    }),
  );
});

test('a property is written in brackets, the first of several with a fallback to the next', () => {
  expect(propertyOf('Date saved')).toBe('note["Date saved"]');
  expect(firstOf(['a'])).toBe('note["a"]');
  expect(firstOf(['a', 'b', 'c'])).toBe(
    'if(note["a"], note["a"], if(note["b"], note["b"], note["c"]))',
  );
});
