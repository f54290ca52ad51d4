import { spawnSync } from 'node:child_process';
import { basename, dirname, join } from 'node:path';
import { isTemporary, removeLeftovers, temporaryBeside } from '../../src/disk/temporary';
import { filesIn, folderOf, removeFolders } from '../cli/command-line';

afterAll(removeFolders);

test('stands beside the note, hidden, and is known by its name', () => {
  const file = temporaryBeside('/vault/Shelf/a note.md');
  expect(dirname(file)).toBe('/vault/Shelf');
  expect(basename(file)).toMatch(/^\./);
  expect(isTemporary(basename(file))).toBe(true);
  for (const name of ['a note.md', '.tmp', '.mine.omnivore-rescue.tmp', '.1.tmp']) {
    expect(isTemporary(name)).toBe(false);
  }
});

test('what a run left that is no more is taken away; what one needs that goes on stays', () => {
  const ended = spawnSync(process.execPath, ['--version']).pid;
  const [dead, alive] = [ended, process.pid].map((pid) => `Shelf/.${pid}.omnivore-rescue.tmp`) as [
    string,
    string,
  ];
  const folder = folderOf({ [dead]: '', [alive]: '', 'Shelf/a.md': '' });
  removeLeftovers(folder, [dead, alive]);
  expect(Object.keys(filesIn(folder)).sort()).toEqual([alive, 'Shelf/a.md'].sort());
  expect(join(folder, alive)).toBe(temporaryBeside(join(folder, 'Shelf/a.md')));
});
