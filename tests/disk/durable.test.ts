import type * as fs from 'node:fs';
import { join } from 'node:path';
import { diskJournal } from '../../src/disk/disk-journal';
import { diskStore } from '../../src/disk/disk-store';
import { folderOf, removeFolders } from '../cli/command-line';

const mockCalls: string[] = [];

jest.mock('node:fs', () => {
  const actual = jest.requireActual<typeof fs>('node:fs');
  return {
    ...actual,
    fsyncSync: (handle: number) => {
      mockCalls.push('fsync');
      actual.fsyncSync(handle);
    },
    renameSync: (from: string, to: string) => {
      mockCalls.push('rename');
      actual.renameSync(from, to);
    },
  };
});

beforeEach(() => void mockCalls.splice(0));
afterAll(removeFolders);

test('a note’s new text is brought to disk before it takes the note’s place', async () => {
  const folder = folderOf({ 'a.md': 'one' });
  const store = diskStore(folder, { folders: [], leftOut: [], keepModified: false });
  await store.replace('a.md', 'one', 'two');
  expect(mockCalls).toEqual(['fsync', 'rename']);
});

test('a journal’s lines are brought to disk', async () => {
  await diskJournal(join(folderOf({}), 'runs')).append('a.jsonl', '{}\n');
  expect(mockCalls).toEqual(['fsync']);
});
