import { placesInTree } from '../../../src/obsidian/panel/row-positions';

test.each<[string, readonly number[], readonly string[]]>([
  ['nothing', [], []],
  ['shelves side by side', [0, 0, 0], ['1 of 3', '2 of 3', '3 of 3']],
  [
    'the articles of each shelf are counted by themselves',
    [0, 1, 1, 0, 1, 0],
    ['1 of 3', '1 of 2', '2 of 2', '2 of 3', '1 of 1', '3 of 3'],
  ],
  [
    'a shelf within another is one of its rows',
    [0, 1, 2, 2, 1, 0],
    ['1 of 2', '1 of 2', '1 of 2', '2 of 2', '2 of 2', '2 of 2'],
  ],
])('%s', (_, depths, expected) => {
  const placeAt = placesInTree(depths.map((depth) => ({ depth })));
  expect(depths.map((_, i) => placeAt(i).join(' of '))).toEqual(expected);
});
