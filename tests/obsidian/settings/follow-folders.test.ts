import { DEFAULT_SETTINGS } from '../../../src/core/settings/settings';
import { followFolder } from '../../../src/obsidian/settings/follow-folders';

const SETTINGS = {
  ...DEFAULT_SETTINGS,
  folders: ['A/B', 'AB'],
  excludedFolders: ['A'],
  omnivoreFolder: 'C',
};

test.each([
  ['A', 'Z', { folders: ['Z/B', 'AB'], excludedFolders: ['Z'], omnivoreFolder: 'C' }],
  ['A/B', 'B', { folders: ['B', 'AB'], excludedFolders: ['A'], omnivoreFolder: 'C' }],
  ['C', 'A/C', { folders: ['A/B', 'AB'], excludedFolders: ['A'], omnivoreFolder: 'A/C' }],
])('%s renamed to %s', (from, to, expected) => {
  expect(followFolder(SETTINGS, from, to)).toEqual({ ...SETTINGS, ...expected });
});

test.each(['A/B/C', 'B', 'D'])('%s is not theirs', (from) => {
  expect(followFolder(SETTINGS, from, 'Z')).toBe(SETTINGS);
});
