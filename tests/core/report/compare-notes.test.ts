import { compareNotes } from '../../../src/core/report/compare-notes';

test('lines that only one note has are marked, and blank lines and spaces don’t count', () => {
  const [a, b] = compareNotes(['# A\n\n  same\nmine\nmine\n', '# A\nsame  \r\nyours\n']);
  const only = (text?: typeof a) => text?.lines.filter((line) => line.onlyHere);
  expect(only(a)?.map(({ text }) => text)).toEqual(['mine', 'mine']);
  expect(only(b)?.map(({ text }) => text)).toEqual(['yours']);
  expect(a?.more).toBe(0);
});

test('a long note is cut, and says how much is missing', () => {
  const [long] = compareNotes([`${'x'.repeat(600)}\n${'line\n'.repeat(300)}`]);
  expect(long?.lines).toHaveLength(200);
  expect(long?.more).toBe(101);
  expect(long?.lines[0]?.text).toBe(`${'x'.repeat(500)}…`);
});
