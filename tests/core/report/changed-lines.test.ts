import { changedLines } from '../../../src/core/report/changed-lines';
import type { TextEdit } from '../../../src/core/text/edits';

/** Edits that replace a word with another, wherever it occurs. */
function swap(text: string, word: string, insert: string): readonly TextEdit[] {
  return [...text.matchAll(new RegExp(word, 'g'))].map(({ index }) => {
    return { from: index, to: index + word.length, insert };
  });
}

test.each<[string, string, readonly TextEdit[], ReturnType<typeof changedLines>]>([
  ['nothing', 'a\nb\n', [], []],
  [
    'one line in the middle',
    'a\nb\nc\n',
    swap('a\nb\nc\n', 'b', 'B'),
    [{ line: 2, before: ['b'], after: ['B'] }],
  ],
  [
    'two words of a line',
    'x\na b a\n',
    swap('x\na b a\n', 'a', 'A'),
    [{ line: 2, before: ['a b a'], after: ['A b A'] }],
  ],
  [
    'two lines apart',
    'a\nb\na',
    swap('a\nb\na', 'a', 'A'),
    [
      { line: 1, before: ['a'], after: ['A'] },
      { line: 3, before: ['a'], after: ['A'] },
    ],
  ],
  [
    'lines that are joined',
    'a\nb\nc\n',
    [{ from: 1, to: 2, insert: ' ' }],
    [{ line: 1, before: ['a', 'b'], after: ['a b'] }],
  ],
  [
    'a line that becomes two',
    'a b\n',
    [{ from: 1, to: 2, insert: '\n' }],
    [{ line: 1, before: ['a b'], after: ['a', 'b'] }],
  ],
  [
    'a line that is put in',
    'a\nb\n',
    [{ from: 2, to: 2, insert: 'new\n' }],
    [{ line: 2, before: ['b'], after: ['new', 'b'] }],
  ],
  [
    'the first line of a text that starts with an empty one',
    '\na\n',
    [{ from: 0, to: 0, insert: 'x' }],
    [{ line: 1, before: [], after: ['x'] }],
  ],
  ['all of a text', 'a', [{ from: 0, to: 1, insert: '' }], [{ line: 1, before: ['a'], after: [] }]],
  [
    'ends of lines as Windows has them',
    'a\r\nb\r\n',
    swap('a\r\nb\r\n', 'b', 'B'),
    [{ line: 2, before: ['b'], after: ['B'] }],
  ],
])('%s', (_, text, edits, expected) => {
  expect(changedLines(text, edits)).toEqual(expected);
});
