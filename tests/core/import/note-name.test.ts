import { fileNameOf, freePath } from '../../../src/core/import/note-name';

test.each([
  ['dots and spaces at the end are dropped', 'a. .', 'a'],
  ['a long name in a script of three bytes is cut to 200 bytes', '潮'.repeat(90), '潮'.repeat(66)],
])('%s', (_name, title, name) => {
  expect(fileNameOf(title)).toBe(name);
});

test('a third file of one name gets a number', () => {
  const taken = new Set<string>();
  const paths = [1, 2, 3, 4].map(() => freePath('A.md', 'A-x.md', taken));
  expect(paths).toEqual(['A.md', 'A-x.md', 'A-x 2.md', 'A-x 3.md']);
});
