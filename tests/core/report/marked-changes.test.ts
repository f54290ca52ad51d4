import { markedChanges, type MarkedLine } from '../../../src/core/report/marked-changes';
import { shortLine } from '../../../src/core/report/short-line';
import { applyEdits, type Edits } from '../../../src/core/text/edits';

/** A line with what changes in brackets. */
function shown(line: MarkedLine): string {
  return line.map(({ text, changed }) => (changed ? `[${text}]` : text)).join('');
}

function changesOf(text: string, edits: Edits): unknown {
  return markedChanges(text, edits, 100).map(({ before, after }) => [
    before.map(shown),
    after.map(shown),
  ]);
}

const NOTE = 'one\ndraft: true\nat: 2024-03-14 08:21\nlast';

test.each<[string, Edits, unknown]>([
  [
    'a word is marked whole',
    [{ from: 11, to: 15, insert: 'false' }],
    [[['draft: [true]'], ['draft: [false]']]],
  ],
  [
    'of a value that is put anew, what differs is marked',
    [{ from: 20, to: 36, insert: '2024-03-14T08:21' }],
    [[['at: 2024-03-14[ ]08:21'], ['at: 2024-03-14[T]08:21']]],
  ],
  [
    'two edits on a line are shown together',
    [
      { from: 4, to: 5, insert: 'D' },
      { from: 11, to: 15, insert: '' },
    ],
    [[['[d]raft: [true]'], ['[D]raft: ']]],
  ],
  ['a line that goes', [{ from: 4, to: 16, insert: '' }], [[['[draft: true]'], []]]],
  ['a line that comes', [{ from: 4, to: 4, insert: 'new: 1\n' }], [[[], ['[new: 1]']]]],
  [
    'edits on two lines',
    [
      { from: 0, to: 3, insert: '1' },
      { from: 37, to: 41, insert: 'end' },
    ],
    [
      [['[one]'], ['[1]']],
      [['[last]'], ['[end]']],
    ],
  ],
])('%s', (_, edits, expected) => {
  expect(changesOf(NOTE, edits)).toEqual(expected);
});

test('the lines that are shown are lines of the text before and after', () => {
  const edits = [{ from: 2, to: 18, insert: '\n\nx' }];
  const [change] = markedChanges(NOTE, edits, 100);
  const plain = (lines: readonly MarkedLine[] = []): string[] =>
    lines.map((line) => line.map(({ text }) => text).join(''));
  expect(plain(change?.before)).toEqual(NOTE.split('\n').slice(0, 3));
  const after = applyEdits(NOTE, edits).split('\n').filter(Boolean);
  expect(plain(change?.after)).toEqual(after.slice(0, 2));
});

test('no more places are shown than asked for', () => {
  const edits = [0, 4, 16].map((from) => ({ from, to: from + 1, insert: 'x' }));
  expect(markedChanges(NOTE, edits, 2)).toHaveLength(2);
});

test('a long line is cut down to its change and what is around it', () => {
  const same = (length: number): string => 'abcde'.repeat(length / 5);
  const line = shortLine([
    { text: `    ${same(500)}`, changed: false },
    { text: same(1000), changed: true },
    { text: same(300), changed: false },
    { text: 'X', changed: true },
    { text: same(2000), changed: false },
  ]);
  expect(line.map(({ text }) => text.length)).toEqual([31, 241, 61, 1, 241]);
  expect(line[0]?.text).toBe(`…${same(30)}`);
  expect(line[4]?.text).toBe(`${same(240)}…`);
});

test('a short line is shown whole, but for its indentation', () => {
  expect(
    shown(
      shortLine([
        { text: '\t\t- a', changed: false },
        { text: 'b', changed: true },
      ]),
    ),
  ).toBe('- a[b]');
});

test('a line without changes is shown from its start', () => {
  expect(shown(shortLine([{ text: `  ${'abcde'.repeat(100)}`, changed: false }]))).toBe(
    `${'abcde'.repeat(48)}…`,
  );
});

test('of a line with very many changes, the first ones are shown', () => {
  const many = Array.from({ length: 100 }, (_, i) => ({ text: 'ab', changed: i % 2 === 1 }));
  const line = shortLine(many);
  expect(line).toHaveLength(41);
  expect(line.at(-1)).toEqual({ text: '…', changed: false });
  expect(shown(line).startsWith('ab[ab]ab[ab]')).toBe(true);
});

test.each<[string, string, Edits, unknown]>([
  ['an edit that changes nothing', 'ab\n', [{ from: 0, to: 1, insert: 'a' }], [[[], []]]],
  [
    'a word that ends otherwise',
    'Monday\n',
    [{ from: 0, to: 6, insert: 'Months' }],
    [[['[Monday]'], ['[Months]']]],
  ],
  [
    'the first line of a text that starts with an empty one',
    '\na\n',
    [{ from: 0, to: 0, insert: 'x' }],
    [[[], ['[x]']]],
  ],
])('%s', (_, text, edits, expected) => {
  expect(changesOf(text, edits)).toEqual(expected);
});
