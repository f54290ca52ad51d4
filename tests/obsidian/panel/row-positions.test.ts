import { treePositions } from '../../../src/obsidian/panel/row-positions';

test.each<[string, readonly number[], readonly string[]]>([
  ['nothing', [], []],
  ['groups side by side', [0, 0, 0], ['1 of 3', '2 of 3', '3 of 3']],
  [
    'the articles of each group are counted by themselves',
    [0, 1, 1, 0, 1, 0],
    ['1 of 3', '1 of 2', '2 of 2', '2 of 3', '1 of 1', '3 of 3'],
  ],
  [
    'a group within another is one of its rows',
    [0, 1, 2, 2, 1, 0],
    ['1 of 2', '1 of 2', '1 of 2', '2 of 2', '2 of 2', '2 of 2'],
  ],
])('%s', (_, depths, expected) => {
  const positionAt = treePositions(depths.map((depth) => ({ depth })));
  expect(depths.map((_, i) => positionAt(i).join(' of '))).toEqual(expected);
});
