import type { ExportedArticle } from '../../../src/core/export/metadata';
import {
  fileNameOf,
  freeNotePath,
  newNotePath,
  pathKey,
  pdfPathFor,
} from '../../../src/core/import/note-name';
import { DEFAULT_STYLE } from '../../../src/core/import/note-style';

test.each([
  ['dots and spaces at the end are dropped', 'a. .', 'a'],
  ['a long name in a script of three bytes is cut to 200 bytes', '潮'.repeat(90), '潮'.repeat(66)],
])('%s', (_name, title, name) => {
  expect(fileNameOf(title)).toBe(name);
});

test('a third file of one name gets a number', () => {
  const taken = new Set<string>();
  const paths = [1, 2, 3, 4].map(() => freeNotePath('A.md', 'A-x.md', taken));
  expect(paths).toEqual(['A.md', 'A-x.md', 'A-x 2.md', 'A-x 3.md']);
});

test.each([
  ['nothing is left of it', '\u200b..', 'Untitled'],
  ['it is a device of Windows', 'con', 'con-'],
  ['it has characters that files can’t have', 'a/b: c?', 'a-b- c-'],
  ['it is longer than 100 characters', 'a'.repeat(120), `${'a'.repeat(97)}...`],
  ['it is cut inside a character', `${'a'.repeat(96)}🏮${'b'.repeat(20)}`, `${'a'.repeat(96)}...`],
])('a name is changed if %s', (_, title, name) => {
  expect(fileNameOf(title)).toBe(name);
});

const UNNAMED: ExportedArticle = {
  ...{ id: null, slug: null, title: null, description: null, author: null, url: null },
  ...{ state: null, progress: 0, thumbnail: null, labels: [] },
  ...{ savedAt: null, updatedAt: null, publishedAt: null },
};

test.each<[string, Partial<ExportedArticle>, string]>([
  ['title', { title: 'Tides', slug: 's', id: 'i' }, 'Tides'],
  ['slug', { slug: 'tides-1', id: 'i' }, 'tides-1'],
  ['ID', { id: 'i' }, 'i'],
  ['nothing', {}, 'Untitled'],
])('a note is named by the %s of its article', (_, fields, name) => {
  const style = { ...DEFAULT_STYLE, folder: '' };
  const path = newNotePath({ ...UNNAMED, ...fields }, style, null, new Set());
  expect(path.endsWith(`${name}.md`)).toBe(true);
});

test.each<[string, Partial<ExportedArticle>, string]>([
  ['ID', { id: 'i', slug: 's' }, 'a/Tides-i.pdf'],
  ['slug', { slug: 's' }, 'a/Tides-s.pdf'],
  ['nothing', {}, 'a/Tides-file.pdf'],
])('the name of a second PDF has the %s of its article', (_, fields, path) => {
  const taken = new Set([pathKey('a/Tides.pdf')]);
  expect(pdfPathFor('a/Tides.md', { ...UNNAMED, ...fields }, taken)).toBe(path);
});
