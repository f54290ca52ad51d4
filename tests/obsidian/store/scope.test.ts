import { isInScope, isNote, isWithin } from '../../../src/obsidian/store/scope';

test.each<[string, readonly string[], readonly string[], boolean]>([
  ['a.md', [], [], true],
  ['Omnivore/a.md', ['Omnivore'], [], true],
  ['Omnivore 2/a.md', ['Omnivore'], [], false],
  ['omnivore/a.md', ['Omnivore'], [], false],
  ['Reading/Omnivore/a.md', ['Omnivore'], [], false],
  ['Reading/Omnivore/a.md', ['Else', 'Reading/Omnivore'], [], true],
  ['Omnivore/Old/a.md', ['Omnivore'], ['Omnivore/Old'], false],
  ['Omnivore/Older/a.md', ['Omnivore'], ['Omnivore/Old'], true],
  ['node_modules/a.md', [], [], false],
  ['site/node_modules/x/README.md', ['site'], [], false],
])('%s is in the folders %j without %j: %s', (path, folders, excludedFolders, wanted) => {
  expect(isInScope(path, { folders, excludedFolders })).toBe(wanted);
});

test.each([
  ['a/b.md', '', true],
  ['a/b.md', '/', true],
  ['a/b.md', 'a', true],
  ['a/b.md', 'a/b.md', true],
  ['a/b.md', 'a/b', false],
])('%s lies in %j: %s', (path, folder, within) => {
  expect(isWithin(path, folder)).toBe(within);
});

test.each([
  ['md', true],
  ['MD', true],
  ['mdx', false],
  ['canvas', false],
])('a file that ends in .%s is a note: %s', (extension, note) => {
  expect(isNote({ extension })).toBe(note);
});
