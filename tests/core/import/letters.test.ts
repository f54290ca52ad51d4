import { lettersInParts, lettersOf, shareIn } from '../../../src/core/import/letters';

test.each([
  ['nothing', '', 'abc', 0],
  ['a short text that is there', 'abc', 'xabcx', 1],
  ['a short text that is not there', 'abc', 'xabx', 0],
  ['a long text that is there', 'abcdefghij'.repeat(10), 'abcdefghij'.repeat(20), 1],
  ['a long text that is not there', 'abcdefghij'.repeat(10), 'xyz', 0],
])('the share of %s', (_, text, other, share) => {
  expect(shareIn(text, other)).toBe(share);
});

test('markup, signs and case are not letters', () => {
  expect(lettersOf('# A &amp; [B](https://c.example "d") <b>É1</b>')).toBe('abé1');
});

test.each(['', '\n'])('a long text is read in parts, with a pause for each', async (end) => {
  const text = 'The [tide](https://a.example) clock.\n'.repeat(6_000) + end;
  let pauses = 0;
  const letters = await lettersInParts(text, () => Promise.resolve(void pauses++));
  expect(letters).toBe('thetideclock'.repeat(6_000));
  expect(pauses).toBeGreaterThan(2);
});
