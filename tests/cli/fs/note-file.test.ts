import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { diskStore } from '../../../src/cli/fs/disk-store.mts';
import { resolveNote } from '../../../src/cli/fs/note-file.mts';
import { filesIn, folderOf, removeFolders } from '../command-line';

afterAll(removeFolders);

const OPTIONS = { folders: [], excludedFolders: [], keepModified: false };

test('a note is at its path', () => {
  const folder = folderOf({ 'Shelf/ü/a.md': '' });
  expect(resolveNote(folder, 'Shelf/ü/a.md')).toBe(join(folder, 'Shelf', 'ü', 'a.md'));
  expect(resolveNote(folder, 'new.md')).toBe(join(folder, 'new.md'));
});

test.each([
  '../a.md',
  'Shelf/../../a.md',
  'Shelf/./a.md',
  '/etc/a.md',
  'Shelf//a.md',
  '',
  '.',
  '..',
  'Shelf/a\0.md',
])('%j leads out of the folder, or to nothing', (path) => {
  expect(() => resolveNote(folderOf({ 'Shelf/a.md': '' }), path)).toThrow(
    'leads out of the folder',
  );
});

test.each(['a.txt', 'main.js', '.md', '.obsidian/a.md', 'Shelf/.trash/a.md', '.bashrc'])(
  '%j is no note’s path',
  (path) => {
    expect(() => resolveNote(folderOf({ [path]: '' }), path)).toThrow('not a Markdown file');
  },
);

test('a path with a backslash is refused everywhere, because it is a folder on Windows', () => {
  const folder = folderOf({});
  expect(() => resolveNote(folder, 'Shelf\\..\\..\\a.md')).toThrow('It is not a Markdown file');
});

test.each(['C:a.md', 'C:/a.md', 'a.md:stream.md'])(
  'on Windows %j does too; elsewhere it is an ordinary name',
  (path) => {
    const folder = folderOf({ 'C:/a.md': '' });
    expect(resolveNote(folder, path)).toBe(join(folder, path));
    const { platform } = process;
    Object.defineProperty(process, 'platform', { value: 'win32' });
    expect(() => resolveNote(folder, path)).toThrow('leads out of the folder');
    Object.defineProperty(process, 'platform', { value: platform });
  },
);

test('a folder that is a link is not entered', async () => {
  const outside = folderOf({ 'a.md': 'one', 'deep/a.md': 'one' });
  const folder = folderOf({ 'Shelf/a.md': 'one', file: '' });
  symlinkSync(outside, join(folder, 'Out'));
  symlinkSync('Shelf', join(folder, 'In'));
  const store = diskStore(folder, OPTIONS);
  for (const path of ['Out/a.md', 'Out/deep/a.md', 'In/a.md', 'file/a.md']) {
    await expect(store.read(path)).rejects.toThrow('which is not followed');
    await expect(store.replace(path, 'one', 'two')).rejects.toThrow('which is not followed');
  }
  expect(filesIn(outside)).toEqual({ 'a.md': 'one', 'deep/a.md': 'one' });
  expect(filesIn(folder)).toMatchObject({ 'Shelf/a.md': 'one' });
});

test('if its folder is gone, so is the note', async () => {
  const store = diskStore(folderOf({}), OPTIONS);
  await expect(store.read('Gone/a.md')).rejects.toThrow('The file is no longer there.');
  expect(await store.replace('Gone/a.md', 'one', 'two')).toBe('changed-meanwhile');
});
