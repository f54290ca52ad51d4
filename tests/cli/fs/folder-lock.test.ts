import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderLock, lockedBy, type FolderLock } from '../../../src/cli/fs/folder-lock.mts';
import { processStart, isRunning, processScope } from '../../../src/cli/fs/process-identity.mts';
import { HEARTBEAT_MS, LOCK_STALE_MS, lockText, readLock } from '../../../src/core/runs/lock-file';
import { newFolder, removeFolders } from '../command-line';
import { actualFs, mockFs, mockReset, systemError } from './mock-fs';

jest.mock('node:fs', () => jest.requireActual<typeof import('./mock-fs')>('./mock-fs').mockedFs());

const made: FolderLock[] = [];
afterEach(() => {
  mockReset();
  jest.useRealTimers();
  for (const lock of made.splice(0)) lock.release();
});
afterAll(removeFolders);

function lockIn(folder: string): FolderLock {
  const lock = folderLock(folder);
  made.push(lock);
  return lock;
}

const fileIn = (folder: string): string => join(folder, '.lock');

const GONE = spawnSync(process.execPath, ['--version']).pid;
const OWN = {
  token: 'theirs',
  holder: 'another program',
  place: processScope(),
  pid: process.pid,
  began: processStart(process.pid),
};

/** A folder in which another run's lock was last written so many milliseconds ago. */
function lockedFolder(record: Partial<typeof OWN>, age = 0): string {
  const folder = newFolder();
  writeFileSync(fileIn(folder), lockText({ ...OWN, ...record }));
  const then = (Date.now() - age) / 1000;
  utimesSync(fileIn(folder), then, then);
  return folder;
}

test('one run has it at a time; the next after it ends', () => {
  const folder = newFolder();
  const [first, second] = [lockIn(folder), lockIn(folder)];
  expect(lockedBy(folder)).toBeNull();
  first.take();
  first.take();
  expect(() => second.take()).toThrow(`Another run is going on in this folder: omnivore-rescue`);
  expect(lockedBy(folder)).toContain(`process ${process.pid}`);
  second.release();
  expect(lockedBy(folder)).not.toBeNull();
  first.release();
  first.release();
  expect(readdirSync(folder)).toEqual([]);
  second.take();
  expect(() => first.take()).toThrow('Another run is going on');
});

test.each<[string, Partial<typeof OWN>, number, boolean]>([
  ['a process of this computer that runs', {}, 0, false],
  ['one that has not written for long, as it was stopped', {}, LOCK_STALE_MS * 9, false],
  ['one that ended a moment ago', { pid: GONE }, 0, true],
  ['one whose number another process has now', { began: '1' }, 0, true],
  ['one of another computer or container', { place: 'elsewhere', pid: GONE }, 0, false],
  ['one of another computer, a while ago', { place: 'elsewhere' }, LOCK_STALE_MS - 5000, false],
  ['one of another computer, long ago', { place: 'elsewhere' }, LOCK_STALE_MS + 5000, true],
  ['this computer, before it was started again', { place: 'before' }, LOCK_STALE_MS + 5000, true],
])('the lock of %s', (_, record, age, isFree) => {
  const folder = lockedFolder(record, age);
  expect(lockedBy(folder) === null).toBe(isFree);
  const lock = lockIn(folder);
  if (!isFree) expect(() => lock.take()).toThrow('another program');
  else {
    lock.take();
    expect(readLock(readFileSync(fileIn(folder), 'utf8'))?.pid).toBe(process.pid);
  }
  lock.release();
  expect(readdirSync(folder)).toEqual(isFree ? [] : ['.lock']);
});

test.each([
  ['empty, because it is being created', ''],
  ['torn', '{"token":'],
  ['somebody else’s', '[1]'],
])('a lock that is %s counts until it is stale', (_, text) => {
  const folder = lockedFolder({});
  writeFileSync(fileIn(folder), text);
  expect(() => lockIn(folder).take()).toThrow('Another run is going on in this folder. Wait');
  const then = (Date.now() - LOCK_STALE_MS - 5000) / 1000;
  utimesSync(fileIn(folder), then, then);
  expect(() => lockIn(folder).take()).not.toThrow();
});

test('times come from the disk, whatever this computer’s clock says', () => {
  const folder = lockedFolder({ place: 'elsewhere' });
  jest.spyOn(Date, 'now').mockReturnValue(Date.now() + LOCK_STALE_MS * 9);
  expect(() => lockIn(folder).take()).toThrow('Another run');
  jest.restoreAllMocks();
});

test('its owner renews it, so that others see that the run is active', () => {
  jest.useFakeTimers();
  const folder = newFolder();
  const lock = lockIn(folder);
  lock.take();
  const text = readFileSync(fileIn(folder), 'utf8');
  utimesSync(fileIn(folder), 1, 1);
  jest.advanceTimersByTime(HEARTBEAT_MS + 1);
  expect(actualFs().statSync(fileIn(folder)).mtimeMs).toBeGreaterThan(1e12);
  expect(readFileSync(fileIn(folder), 'utf8')).toBe(text);
  mockFs.writeSync = () => {
    throw systemError('ENOSPC');
  };
  jest.advanceTimersByTime(HEARTBEAT_MS + 1);
  expect(() => lock.take()).not.toThrow();
});

test('a run whose lock was taken over stops, and leaves the other’s lock', () => {
  const folder = newFolder();
  const lock = lockIn(folder);
  lock.take();
  writeFileSync(fileIn(folder), lockText(OWN));
  expect(() => lock.take()).toThrow('Another run has taken these notes over');
  lock.release();
  expect(readLock(readFileSync(fileIn(folder), 'utf8'))).toEqual(OWN);
});

describe('two runs that see the same old lock', () => {
  const RIVAL = { ...OWN, token: 'rival', holder: 'the rival' };
  const fs = actualFs();

  test('the slower one does not remove the other’s new lock', () => {
    const folder = lockedFolder({ pid: GONE });
    mockFs.renameSync = (from: string, to: string) => {
      fs.writeFileSync(fileIn(folder), lockText(RIVAL));
      fs.renameSync(from, to);
    };
    expect(() => lockIn(folder).take()).toThrow('the rival');
    expect(readLock(readFileSync(fileIn(folder), 'utf8'))).toEqual(RIVAL);
    expect(readdirSync(folder)).toEqual(['.lock']);
  });

  test('even if a third one was faster', () => {
    const folder = lockedFolder({ pid: GONE });
    mockFs.renameSync = (from: string, to: string) => {
      fs.writeFileSync(fileIn(folder), lockText(RIVAL));
      fs.renameSync(from, to);
      fs.writeFileSync(fileIn(folder), lockText(OWN));
    };
    expect(() => lockIn(folder).take()).toThrow('the rival');
    expect(readLock(readFileSync(fileIn(folder), 'utf8'))).toEqual(OWN);
  });

  test('one that creates its lock a moment later is refused', () => {
    const folder = lockedFolder({ pid: GONE });
    mockFs.renameSync = (from: string, to: string) => {
      fs.renameSync(from, to);
      fs.writeFileSync(fileIn(folder), lockText(RIVAL));
    };
    expect(() => lockIn(folder).take()).toThrow('Another run is going on');
    expect(readLock(readFileSync(fileIn(folder), 'utf8'))).toEqual(RIVAL);
  });

  test('one can go on if the old lock was removed meanwhile', () => {
    const folder = lockedFolder({ pid: GONE });
    let calls = 0;
    mockFs.openSync = (...args: Parameters<typeof fs.openSync>): number => {
      // The first call creates the lock, which exists; the second reads it.
      if (++calls === 2) fs.unlinkSync(fileIn(folder));
      return fs.openSync(...args);
    };
    expect(() => lockIn(folder).take()).not.toThrow();
  });
});

test('a folder that is missing or can’t be written has its own error', () => {
  expect(() => lockIn(join(newFolder(), 'gone')).take()).toThrow('ENOENT');
  expect(lockedBy(join(newFolder(), 'gone'))).toBeNull();
});

describe('processes', () => {
  test('which of them run', async () => {
    const program = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await once(program, 'spawn');
    expect(isRunning(program.pid ?? 0)).toBe(true);
    program.kill('SIGKILL');
    await once(program, 'close');
    expect(isRunning(program.pid ?? 0)).toBe(false);
    const kill = jest.spyOn(process, 'kill').mockImplementation(() => {
      throw systemError('EPERM');
    });
    expect(isRunning(1)).toBe(true);
    kill.mockRestore();
  });

  test('when and where they started, if the system reports it', () => {
    const knows = existsSync('/proc/self/stat');
    expect(processStart(process.pid)).toMatch(knows ? /^\d+$/ : /^$/);
    mockFs.readFileSync = () =>
      '4711 (a (strange) name) S 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 12345 0';
    expect(processStart(4711)).toBe('12345');
    const fail = (): never => {
      throw systemError('ENOENT');
    };
    Object.assign(mockFs, { readFileSync: fail, readlinkSync: fail });
    expect(processStart(4711)).toBe('');
    expect(processScope()).toMatch(/^\S+$/);
  });

  test('if the system does not report when one started, its lock counts until it is stale', () => {
    const folders = [0, LOCK_STALE_MS + 5000].map((age) => lockedFolder({}, age));
    mockFs.readFileSync = (...args: Parameters<typeof readFileSync>) => {
      if (String(args[0]).startsWith('/proc/') && String(args[0]).endsWith('/stat'))
        throw systemError('ENOENT');
      return actualFs().readFileSync(...args);
    };
    expect(folders.map((folder) => lockedBy(folder) === null)).toEqual([false, true]);
  });
});
