import { fileSync } from '../../../src/cli/fs/sync-file.mts';
import { mockFs, mockReset, systemError } from './mock-fs';

jest.mock('node:fs', () => jest.requireActual<typeof import('./mock-fs')>('./mock-fs').mockedFs());

afterEach(() => {
  mockReset();
  jest.restoreAllMocks();
});

/** Lets each sync take this many milliseconds, and counts those in the background. */
function disk(takesMs: number): { readonly inBackground: () => number } {
  let [now, inBackground] = [0, 0];
  jest.spyOn(performance, 'now').mockImplementation(() => now);
  mockFs.fsyncSync = () => void (now += takesMs);
  mockFs.fsync = (_: number, done: (error: Error | null) => void) => {
    inBackground++;
    done(null);
  };
  return { inBackground: () => inBackground };
}

test('in memory files are synced one by one', () => {
  const { inBackground } = disk(0.01);
  const sync = fileSync();
  for (let i = 0; i < 20; i++) expect(sync(1)).toBeNull();
  expect(inBackground()).toBe(0);
});

test('on a disk they are synced in the background after the first', async () => {
  const { inBackground } = disk(5);
  const sync = fileSync();
  for (let i = 0; i < 20; i++) await sync(1);
  expect(inBackground()).toBe(18);
});

test('the caller gets an error in both cases', async () => {
  const failing = fileSync();
  mockFs.fsyncSync = () => {
    throw systemError('EIO');
  };
  expect(() => failing(1)).toThrow('EIO');
  disk(5);
  const sync = fileSync();
  for (let i = 0; i < 2; i++) await sync(1);
  mockFs.fsync = (_: number, done: (error: Error) => void) => done(systemError('EIO'));
  await expect(sync(1)).rejects.toThrow('EIO');
});
