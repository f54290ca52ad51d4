import { join } from 'node:path';
import { diskStore } from '../../../src/cli/fs/disk-store.mts';
import { syncFolder } from '../../../src/cli/fs/sync-folder.mts';
import { diskImages } from '../../../src/cli/images/disk-images.mts';
import { folderOf, removeFolders } from '../command-line';
import { actualFs, mockFs, mockReset, systemError } from './mock-fs';

jest.mock('node:fs', () => jest.requireActual<typeof import('./mock-fs')>('./mock-fs').mockedFs());

const fs = actualFs();
const calls: string[] = [];

beforeEach(() => {
  calls.splice(0);
  mockFs.fsyncSync = (handle: number) => {
    calls.push(fs.fstatSync(handle).isDirectory() ? 'fsync folder' : 'fsync');
    fs.fsyncSync(handle);
  };
  mockFs.renameSync = (from: string, to: string) => {
    calls.push('rename');
    fs.renameSync(from, to);
  };
});
afterEach(mockReset);
afterAll(removeFolders);

test('a note’s new text is flushed to disk before it replaces the note, both times', async () => {
  const folder = folderOf({ 'a.md': 'one' });
  const store = diskStore(folder, { folders: [], excludedFolders: [], keepModified: false });
  await store.replace('a.md', 'one', 'two');
  expect(calls).toEqual(['fsync', 'rename', 'fsync', 'rename']);
});

test('the folders of written notes are flushed to disk once', async () => {
  const folder = folderOf({ 'a.md': 'one', 'b.md': 'one', 'Shelf/c.md': 'one', 'Not/d.md': 'x' });
  const store = diskStore(folder, { folders: [], excludedFolders: [], keepModified: false });
  for (const path of ['a.md', 'b.md', 'Shelf/c.md', 'Not/d.md']) {
    await store.replace(path, 'one', 'two');
  }
  calls.splice(0);
  await store.flush?.();
  expect(calls).toEqual(['fsync folder', 'fsync folder']);
  await store.flush?.();
  expect(calls).toHaveLength(2);
});

test('images are flushed to disk together, then the folders that they and their folders are in', async () => {
  const images = diskImages(folderOf({ 'a.md': '' }));
  for (const name of ['a', 'b']) await images.create(`pictures/new/${name}.png`, Buffer.from(name));
  expect(calls).toEqual([]);
  await images.flush?.();
  const folders = Array<string>(3).fill('fsync folder');
  expect(calls).toEqual(['fsync', 'fsync', ...folders]);
  await images.flush?.();
  expect(calls).toHaveLength(5);
});

describe('flushing a folder to disk', () => {
  test.each(['EINVAL', 'EPERM'])('does nothing on a system that can’t (%s)', (code) => {
    mockFs.fsyncSync = () => {
      throw systemError(code);
    };
    expect(() => syncFolder(folderOf({}))).not.toThrow();
  });

  test('does nothing if the folder can’t be opened', () => {
    expect(() => syncFolder(join(folderOf({}), 'gone'))).not.toThrow();
    expect(calls).toEqual([]);
  });

  test('throws if the disk fails', () => {
    mockFs.fsyncSync = () => {
      throw systemError('EIO');
    };
    expect(() => syncFolder(folderOf({}))).toThrow('EIO');
  });
});
