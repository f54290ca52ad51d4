import type { Article } from '../../../src/core/omnivore/article';
import { readingMinutes } from '../../../src/core/omnivore/reading-time';
import { atOnce } from '../../../src/core/text/steps';

function minutes(text: string, words?: unknown): number | null {
  const body = { from: 0, to: text.length };
  const properties = words === undefined ? [] : [{ key: 'words-count', value: words }];
  return atOnce(readingMinutes({ body, properties } as unknown as Article, text));
}

test.each([
  ['the number of words', '', 1175, 5],
  ['a number as text', '', '470', 2],
  ['few words', '', 3, 1],
  ['a number that is none, and the text', 'word '.repeat(940), 'many', 4],
  ['a list', 'word '.repeat(940), [1], 4],
  ['zero', '', 0, null],
])('by %s', (_, text, words, expected) => {
  expect(minutes(text, words)).toBe(expected);
});

test('by the text: words, or letters of Chinese', () => {
  expect(minutes('word '.repeat(705))).toBe(3);
  expect(minutes('磁带为什么没有消失，'.repeat(80))).toBe(2);
});

test('a short body says nothing: only highlights were saved', () => {
  expect(minutes('word '.repeat(200))).toBeNull();
});
