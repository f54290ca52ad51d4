import { matchFinder, type PrepareSearch } from '../../../src/core/library/highlight-matches';

/** Finds a word wherever it is. */
const everywhere: PrepareSearch = (word) => (text) => {
  const matches = [...text.toLowerCase().matchAll(new RegExp(word, 'g'))];
  return { matches: matches.map(({ index }) => [index, index + word.length]) };
};

test.each([
  ['one word', ['sea'], 'Sea to sea', ['Sea', 'sea']],
  ['words that touch', ['sea', 'side'], 'A seaside', ['seaside']],
  ['words within each other', ['sea', 'e'], 'sea e', ['sea', 'e']],
  ['no words', [], 'sea', []],
  ['a word that is not there', ['salt'], 'sea', []],
])('%s', (_, words, text, found) => {
  const ranges = matchFinder(words, everywhere)(text);
  expect(ranges.map(([from, to]) => text.slice(from, to))).toEqual(found);
});

test('a matcher that finds nothing may say null', () => {
  expect(matchFinder(['x'], () => () => null)('x')).toEqual([]);
});
