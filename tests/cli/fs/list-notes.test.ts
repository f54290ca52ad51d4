import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listNotes } from '../../../src/cli/fs/list-notes.mts';
import { folderOf, newFolder, removeFolders } from '../command-line';

afterAll(removeFolders);

const EVERYWHERE: Parameters<typeof listNotes>[1] = { folders: [], excludedFolders: [] };

async function list(
  paths: readonly string[],
  options: Partial<typeof EVERYWHERE> = {},
): Promise<readonly string[]> {
  const folder = folderOf(Object.fromEntries(paths.map((path) => [path, ''])));
  return (await listNotes(folder, { ...EVERYWHERE, ...options })).notes;
}

test('lists notes in the order of their paths, however deep, with slashes', async () => {
  expect(await list(['b.md', 'a/z.md', 'a/b/c/d.md', 'A.MD', '文.md', 'c/a.md'])).toEqual([
    ...['A.MD', 'a/b/c/d.md', 'a/z.md', 'b.md', 'c/a.md', '文.md'],
  ]);
});

test.each([
  ['.trash/a.md'],
  ['.obsidian/plugins/omnivore-rescue/runs/a.md'],
  ['.omnivore-rescue/runs/a.md'],
  ['.git/a.md'],
  ['Shelf/.hidden/a.md'],
  ['.a.md'],
  ['node_modules/package/a.md'],
  ['a.txt'],
  ['a.md.bak'],
  ['amd'],
  ['picture.png'],
  ['a.mdx'],
])('%s is skipped', async (path) => {
  expect(await list([path, 'Shelf/note.md'])).toEqual(['Shelf/note.md']);
});

test.each<[string, Partial<typeof EVERYWHERE>, readonly string[]]>([
  ['one folder', { folders: ['a'] }, ['a/1.md', 'a/b/2.md']],
  ['a folder within', { folders: ['a/b'] }, ['a/b/2.md']],
  ['two, one in the other', { folders: ['a/b', 'a'] }, ['a/1.md', 'a/b/2.md']],
  ['a note', { folders: ['ab/3.md'] }, ['ab/3.md']],
  ['none that is there', { folders: ['nowhere'] }, []],
  ['all but a folder', { excludedFolders: ['a'] }, ['0.md', 'ab/3.md']],
  ['all but a note', { excludedFolders: ['a/b/2.md', '0.md'] }, ['a/1.md', 'ab/3.md']],
  ['a folder but one in it', { folders: ['a'], excludedFolders: ['a/b'] }, ['a/1.md']],
])('%s', async (_, options, expected) => {
  expect(await list(['0.md', 'a/1.md', 'a/b/2.md', 'ab/3.md'], options)).toEqual(expected);
});

test('links are not followed, and those that lead outside are listed', async () => {
  const outside = folderOf({ 'note.md': '', 'Shelf/in.md': '' });
  const folder = folderOf({ 'a.md': '', 'Shelf/b.md': '' });
  symlinkSync(join(outside, 'note.md'), join(folder, 'Shelf', 'out.md'));
  symlinkSync(join(outside, 'Shelf'), join(folder, 'Elsewhere'));
  symlinkSync(join(folder, 'a.md'), join(folder, 'again.md'));
  symlinkSync('nowhere.md', join(folder, 'broken.md'));
  symlinkSync('.', join(folder, 'round and round'));
  symlinkSync(join(outside, 'note.md'), join(folder, 'not a note.txt'));
  expect(await listNotes(folder, EVERYWHERE)).toEqual({
    ...{ notes: ['Shelf/b.md', 'a.md'], linksOutside: ['Elsewhere', 'Shelf/out.md'] },
    ...{ special: [], unreadable: [], leftovers: [] },
  });
});

const isLinux = process.platform === 'linux';

(isLinux ? test : test.skip)('names that are not UTF-8 are listed, not skipped', async () => {
  const folder = folderOf({ 'a.md': '', '\ufffd/b.md': '' });
  const named = (name: string): Buffer =>
    Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name, 'latin1')]);
  mkdirSync(named('caf\xe9'));
  for (const name of ['caf\xe9/in.md', 'caf\xe9.md', 'caf\xe9.txt']) writeFileSync(named(name), '');
  const { notes, unreadable } = await listNotes(folder, EVERYWHERE);
  expect(notes).toEqual(['a.md', '\ufffd/b.md']);
  const error = 'Its name is not valid UTF-8.';
  expect(unreadable.map(({ path }) => path).sort()).toEqual(['caf\ufffd', 'caf\ufffd.md']);
  expect(unreadable.every((each) => each.error === error)).toBe(true);
});

test('a folder next to the root whose name starts with the same text is outside', async () => {
  const parent = newFolder();
  for (const name of ['vault', 'vault 2']) mkdirSync(join(parent, name));
  symlinkSync(join(parent, 'vault 2', 'a.md'), join(parent, 'vault', 'dangling.md'));
  const other = folderOf({ 'a.md': '' });
  symlinkSync(join(other, 'a.md'), join(parent, 'vault 2', 'b.md'));
  symlinkSync(join(parent, 'vault 2', 'b.md'), join(parent, 'vault', 'b.md'));
  expect((await listNotes(join(parent, 'vault'), EVERYWHERE)).linksOutside).toEqual(['b.md']);
});

test('copies that a killed run left are listed, and are not notes', async () => {
  const folder = folderOf({ 'Shelf/.4711.omnivore-rescue.tmp': '', 'Shelf/.mine.tmp': '' });
  const leftovers = ['Shelf/.4711.omnivore-rescue.tmp'];
  expect(await listNotes(folder, EVERYWHERE)).toEqual({
    ...{ notes: [], linksOutside: [], special: [], unreadable: [], leftovers },
  });
});

test('files named .markdown are notes too', async () => {
  expect(await list(['a.markdown', 'B.MarkDown', 'c.md'])).toEqual([
    'B.MarkDown',
    'a.markdown',
    'c.md',
  ]);
});

test('a pipe that is named like a note is listed, not read', async () => {
  const folder = folderOf({ 'a.md': '' });
  const made = spawnSync('mkfifo', [join(folder, 'pipe.md'), join(folder, 'pipe.txt')]);
  if (made.status !== 0) return;
  expect(await listNotes(folder, EVERYWHERE)).toMatchObject({
    notes: ['a.md'],
    special: ['pipe.md'],
  });
});

test('a missing root is an error', async () => {
  await expect(listNotes(join(newFolder(), 'nowhere'), EVERYWHERE)).rejects.toThrow('ENOENT');
});

test('a stopped listing ends before the next folder, with what it has', async () => {
  const folder = folderOf({ 'a.md': '', 'Shelf/b.md': '', 'Shelf/Deep/c.md': '' });
  let asked = 0;
  const { notes } = await listNotes(folder, EVERYWHERE, () => ++asked > 2);
  expect(notes).toEqual(['Shelf/b.md', 'a.md']);
});
