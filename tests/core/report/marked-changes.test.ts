import {
  lineShift,
  markedChanges,
  type LinePart,
  type MarkedLine,
} from '../../../src/core/report/marked-changes';
import { shortLine } from '../../../src/core/report/short-line';
import { applyEdits, type Edits } from '../../../src/core/text/edits';

/** A line with what changes in brackets. */
function shown({ parts }: MarkedLine): string {
  return textOf(parts);
}

function textOf(parts: readonly LinePart[]): string {
  return parts.map(({ text, changed }) => (changed ? `[${text}]` : text)).join('');
}

/** The parts of a line as it is shown. */
function shortened(parts: readonly LinePart[]): readonly LinePart[] {
  return shortLine({ number: 7, parts }).parts;
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
    'of a value that is replaced, what differs is marked',
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
  ['a removed line', [{ from: 4, to: 16, insert: '' }], [[['[draft: true]'], []]]],
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
    lines.map(({ parts }) => parts.map(({ text }) => text).join(''));
  expect(plain(change?.before)).toEqual(NOTE.split('\n').slice(0, 3));
  const after = applyEdits(NOTE, edits).split('\n').filter(Boolean);
  expect(plain(change?.after)).toEqual(after.slice(0, 2));
});

test('no more places are shown than asked for', () => {
  const edits = [0, 4, 16].map((from) => ({ from, to: from + 1, insert: 'x' }));
  expect(markedChanges(NOTE, edits, 2)).toHaveLength(2);
});

test('a long line is shortened to its change and the text around it', () => {
  const same = (length: number): string => 'abcde'.repeat(length / 5);
  const line = shortened([
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

test('a short line is shown whole, except for its indentation', () => {
  expect(
    textOf(
      shortened([
        { text: '\t\t- a', changed: false },
        { text: 'b', changed: true },
      ]),
    ),
  ).toBe('- a[b]');
});

test('a line without changes is shown from its start', () => {
  expect(textOf(shortened([{ text: `  ${'abcde'.repeat(100)}`, changed: false }]))).toBe(
    `${'abcde'.repeat(48)}…`,
  );
});

test('of a line with very many changes, the first ones are shown', () => {
  const many = Array.from({ length: 100 }, (_, i) => ({ text: 'ab', changed: i % 2 === 1 }));
  const line = shortened(many);
  expect(line).toHaveLength(41);
  expect(line.at(-1)).toEqual({ text: '…', changed: false });
  expect(textOf(line).startsWith('ab[ab]ab[ab]')).toBe(true);
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

/** The numbers of the lines before and after. */
function numbersOf(text: string, edits: Edits): unknown {
  return markedChanges(text, edits, 100).map(({ before, after }) => [
    before.map(({ number }) => number),
    after.map(({ number }) => number),
  ]);
}

test.each<[string, Edits, unknown]>([
  [
    'after a removed line',
    [
      { from: 4, to: 16, insert: '' },
      { from: 37, to: 41, insert: 'end' },
    ],
    [
      [[2], []],
      [[4], [3]],
    ],
  ],
  [
    'after lines that come',
    [
      { from: 4, to: 4, insert: 'a\nb\n' },
      { from: 37, to: 41, insert: 'end' },
    ],
    [
      [[], [2, 3]],
      [[4], [6]],
    ],
  ],
])('lines have the numbers before and after: %s', (_, edits, numbers) => {
  expect(numbersOf(NOTE, edits)).toEqual(numbers);
});

test('line numbers include other edits', () => {
  const others = [{ from: 0, to: 0, insert: 'new\n' }];
  const shift = lineShift(NOTE, others);
  const edits = [{ from: 11, to: 15, insert: 'false' }];
  const [change] = markedChanges(NOTE, edits, 1, () => 2, shift);
  expect([change?.before[0]?.number, change?.after[0]?.number]).toEqual([2, 3]);
});

test('a line with ten thousand edits is read once', () => {
  const text = 'ab'.repeat(10_000);
  const edits = Array.from({ length: 10_000 }, (_, i) => ({
    from: 2 * i,
    to: 2 * i + 1,
    insert: 'x',
  }));
  expect(markedChanges(text, edits, 100)).toHaveLength(1);
});
