import { mkdirSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isTemporary, removeLeftovers, temporaryPath } from '../../../src/cli/fs/temporary.mts';
import { filesIn, folderOf, removeFolders } from '../command-line';

afterAll(removeFolders);

test('is next to the note, hidden, and recognized by its name', () => {
  const file = temporaryPath('/vault/Shelf/a note.md');
  expect(dirname(file)).toBe('/vault/Shelf');
  expect(basename(file)).toMatch(/^\./);
  expect(isTemporary(basename(file))).toBe(true);
  // As earlier versions called it.
  expect(isTemporary('.4711.omnivore-rescue.tmp')).toBe(true);
  for (const name of ['a note.md', '.tmp', '.mine.omnivore-rescue.tmp', '.1.tmp']) {
    expect(isTemporary(name)).toBe(false);
  }
});

test('no two have the same name, so no other machine can write it', () => {
  const names = new Set(Array.from({ length: 1000 }, () => temporaryPath('/vault/a.md')));
  expect(names.size).toBe(1000);
});

test('files of a killed run are removed; other files stay', () => {
  const [left, gone, link, inside] = ['0a', '0b', '0c', '0d'].map(
    (name) => `Shelf/.${name}.omnivore-rescue.tmp`,
  ) as [string, string, string, string];
  const folder = folderOf({ [left]: '', 'Shelf/a.md': '' });
  symlinkSync('a.md', join(folder, link));
  mkdirSync(join(folder, inside));
  removeLeftovers(folder, [left, gone, link, inside]);
  expect(Object.keys(filesIn(folder))).toEqual(['Shelf/a.md']);
});
