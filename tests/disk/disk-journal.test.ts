import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diskJournal, journalFolder, journalFolders } from '../../src/disk/disk-journal';
import { folderOf, newFolder, put, removeFolders, textOf } from '../cli/command-line';

afterAll(removeFolders);

test('a vault’s journal is in the plugin’s folder, that of any other beside its notes', () => {
  const folder = folderOf({ 'a.md': '' });
  expect(journalFolder(folder)).toBe(join(folder, '.omnivore-rescue/runs'));
  put(folder, '.obsidian/app.json', '{}');
  expect(journalFolder(folder)).toBe(join(folder, '.obsidian/plugins/omnivore-rescue/runs'));
  expect(journalFolders(folder)).toContain(join(folder, '.omnivore-rescue/runs'));
});

test('there are no journals where there is no folder, and none is made by looking', async () => {
  const folder = join(newFolder(), 'a', 'b');
  expect(await diskJournal(folder).names()).toEqual([]);
  await expect(async () => diskJournal(folder).read('a')).rejects.toThrow('ENOENT');
});

test('the first text makes folder and file, the next go behind it', async () => {
  const root = newFolder();
  const journal = diskJournal(join(root, 'deep', 'runs'));
  await journal.append('b.jsonl', 'one 🏮\n');
  await journal.append('b.jsonl', 'two\n');
  await journal.append('a.jsonl', '');
  expect(textOf(root, 'deep/runs/b.jsonl')).toBe('one 🏮\ntwo\n');
  expect(await journal.read('b.jsonl')).toBe('one 🏮\ntwo\n');
  expect(await journal.names()).toEqual(['a.jsonl', 'b.jsonl']);
  await journal.remove('a.jsonl');
  expect(await journal.names()).toEqual(['b.jsonl']);
});

test('where it can’t be written, folder and reason are said in one line', async () => {
  const root = newFolder();
  writeFileSync(join(root, 'runs'), 'a file');
  const folder = join(root, 'runs', 'deeper');
  await expect(diskJournal(folder).append('a', 'b')).rejects.toThrow(
    `The journal can't be written in ${folder}: A file stands where a folder should be.`,
  );
});
