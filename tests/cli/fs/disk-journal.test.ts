import { chmodSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diskJournal, journalFolder, journalFolders } from '../../../src/cli/fs/disk-journal.mts';
import type { Step } from '../../../src/core/runs/journal-format';
import { readRun, runIds, stepsOf } from '../../../src/core/runs/read-journal';
import { openJournal } from '../../../src/core/runs/journal';
import type { JournalStore } from '../../../src/core/runs/note-store';
import {
  filesIn,
  folderOf,
  newFolder,
  put,
  removeFolders,
  runProgram,
  textOf,
} from '../command-line';
import { actualFs, mockFs, mockReset } from './mock-fs';

jest.mock('node:fs', () => jest.requireActual<typeof import('./mock-fs')>('./mock-fs').mockedFs());

const opened: JournalStore[] = [];
afterEach(async () => {
  mockReset();
  for (const journal of opened.splice(0)) await journal.unlock();
});
afterAll(removeFolders);

function journalIn(root: string, folder = join(root, 'runs')): JournalStore {
  const journal = diskJournal(root, folder);
  opened.push(journal);
  return journal;
}

const stepOn = (path: string): Step => ({ path, hashBefore: '1-a', hashAfter: '2-b', undo: [] });

/** Writes a run over these notes; answers its id. */
async function write(journal: JournalStore, ...paths: readonly string[]): Promise<string> {
  const run = openJournal(journal, new Date(0), 'aaaa');
  await run.write(paths.map(stepOn));
  return run.run;
}

const modeOf = (path: string): number => statSync(path).mode & 0o7777;

test('a vault’s journal is in the plugin’s folder, that of any other folder is next to its notes', () => {
  const folder = folderOf({ 'a.md': '' });
  expect(journalFolder(folder)).toBe(join(folder, '.omnivore-rescue/runs'));
  put(folder, '.obsidian/app.json', '{}');
  expect(journalFolder(folder)).toBe(join(folder, '.obsidian/plugins/omnivore-rescue/runs'));
  expect(journalFolders(folder)).toContain(join(folder, '.omnivore-rescue/runs'));
});

test('without a folder there are no journals, and listing them does not create it', async () => {
  const root = newFolder();
  const journal = journalIn(root, join(root, 'a', 'b'));
  expect(await journal.names()).toEqual([]);
  await expect(journal.open('a')).rejects.toThrow('no longer there');
  expect(readdirSync(root)).toEqual([]);
});

test('the first text creates the file, the next are appended', async () => {
  const root = newFolder();
  const journal = journalIn(root);
  await journal.lock();
  await journal.append('b.jsonl', 'one 🏮\n', []);
  await journal.append('b.jsonl', 'two\n', []);
  await journal.append('a.jsonl', '', []);
  expect(textOf(root, 'runs/b.jsonl')).toBe('one 🏮\ntwo\n');
  expect(await journal.names()).toEqual(expect.arrayContaining(['a.jsonl', 'b.jsonl']));
  const file = await journal.open('b.jsonl');
  expect(file.size).toBe(13);
  expect(Buffer.from(await file.read(4, 13)).toString()).toBe('🏮\ntwo\n');
  expect(await file.read(9, 99)).toHaveLength(4);
  await file.close();
  await journal.remove('a.jsonl');
  expect(await journal.names()).not.toContain('a.jsonl');
});

test('Git ignores the journals', async () => {
  const root = newFolder();
  const journal = journalIn(root);
  await write(journal, 'a.md');
  expect(textOf(root, 'runs/.gitignore')).toBe('*\n');
  writeFileSync(join(root, 'runs/.gitignore'), 'mine');
  await write(journal, 'a.md');
  expect(textOf(root, 'runs/.gitignore')).toBe('mine');
});

test('a journal and its new folders are flushed to disk before a note is written', async () => {
  const fs = actualFs();
  const root = newFolder();
  const synced: string[] = [];
  mockFs.fsyncSync = (handle: number) => {
    synced.push(fs.readlinkSync(`/proc/self/fd/${handle}`).slice(root.length));
    fs.fsyncSync(handle);
  };
  const journal = journalIn(root, join(root, 'deep', 'runs'));
  const run = openJournal(journal, new Date(0), 'aaaa');
  await run.write([stepOn('a.md')]);
  expect(synced).toEqual(['', '/deep', `/deep/runs/${run.run}.jsonl`, '/deep/runs']);
  await run.write([stepOn('b.md')]);
  expect(synced.slice(4)).toEqual([`/deep/runs/${run.run}.jsonl`]);
});

test('a journal of any length is read in pieces, the last step first', async () => {
  const journal = journalIn(newFolder());
  const paths = Array.from({ length: 300 }, (_, i) => `${i}.md`);
  const run = openJournal(journal, new Date(0), 'aaaa');
  const undo = [{ from: 0, to: 0, insert: '🏮'.repeat(2000) }];
  await run.write(paths.map((path) => ({ ...stepOn(path), undo })));
  let largest = 0;
  const measured: JournalStore = {
    ...journal,
    async open(name) {
      const file = await journal.open(name);
      return {
        ...file,
        read(from, to) {
          largest = Math.max(largest, to - from);
          return file.read(from, to);
        },
      };
    },
  };
  const record = await readRun(measured, run.run);
  const read: string[] = [];
  if (record) for await (const { path } of stepsOf(measured, record)) read.push(path);
  expect(read.reverse()).toEqual(paths);
  expect(largest).toBe(1024 * 1024);
});

test('if it can’t be written, one line names the folder and the reason', async () => {
  const root = newFolder();
  writeFileSync(join(root, 'runs'), 'a file');
  const folder = join(root, 'runs', 'deeper');
  await expect(journalIn(root, folder).lock()).rejects.toThrow(
    `The journal can't be written in ${folder}: There is a file where a folder should be.`,
  );
});

describe('files of another user in the folder', () => {
  test.each(['.omnivore-rescue', '.omnivore-rescue/runs'])(
    'a link at %s that leads out is not followed, and nothing there is removed or read',
    async (link) => {
      const names = Array.from({ length: 25 }, (_, i) => `202401${10 + i}T000000000-aaaa.jsonl`);
      const files = Object.fromEntries(names.map((name) => [name, 'mine']));
      const outside = folderOf({ ...files, ...prefixed('runs/', files) });
      const root = folderOf({ 'a.md': '' });
      mkdirSync(join(root, link, '..'), { recursive: true });
      symlinkSync(outside, join(root, link));
      const journal = journalIn(root, join(root, '.omnivore-rescue', 'runs'));
      const before = filesIn(outside);
      await expect(write(journal, 'a.md')).rejects.toThrow('leads out of');
      await expect(journal.append('a.jsonl', 'x', [])).rejects.toThrow('leads out of');
      await expect(runIds(journal)).rejects.toThrow('leads out of');
      expect(filesIn(outside)).toEqual(before);
    },
  );

  test('a link within the folder is followed', async () => {
    const root = folderOf({ 'a.md': '', 'elsewhere/b.txt': '' });
    symlinkSync('elsewhere', join(root, 'runs'));
    await write(journalIn(root), 'a.md');
    expect(readdirSync(join(root, 'elsewhere'))).toHaveLength(4);
  });

  test('pipes, links and folders are not journals', async () => {
    const root = folderOf({ 'runs/20240101T000000000-aaaa.jsonl': '', 'b.jsonl': 'b' });
    const at = (digits: string): string => join(root, `runs/2024010${digits}T000000000-aaaa.jsonl`);
    runProgram('mkfifo', [at('2')]);
    symlinkSync('/dev/zero', at('3'));
    symlinkSync('../b.jsonl', at('4'));
    mkdirSync(at('5'));
    const journal = journalIn(root);
    expect(await runIds(journal)).toEqual(['20240101T000000000-aaaa']);
    await expect(journal.open('20240104T000000000-aaaa.jsonl')).rejects.toThrow('symbolic link');
    await journal.remove('20240104T000000000-aaaa.jsonl');
    await expect(journal.append('20240104T000000000-aaaa.jsonl', 'x', [])).rejects.toThrow();
    expect(textOf(root, 'b.jsonl')).toBe('b');
    expect(readdirSync(join(root, 'runs'))).toHaveLength(5);
  });
});

function prefixed(by: string, files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [by + name, text]));
}

describe('who may read a journal', () => {
  test.each([
    ['notes that all may read', [0o644, 0o664], 0o644],
    ['one that nobody else may', [0o644, 0o600], 0o600],
    ['one for a group', [0o640], 0o640],
    ['notes that different others may', [0o640, 0o604], 0o600],
    ['notes that may be run', [0o755], 0o644],
  ])('of %s', async (_, modes, expected) => {
    const files = modes.map((_mode, i) => `${i}.md`);
    const root = folderOf(Object.fromEntries(files.map((path) => [path, ''])));
    modes.forEach((mode, i) => chmodSync(join(root, `${i}.md`), mode));
    const id = await write(journalIn(root), ...files);
    expect(modeOf(join(root, 'runs', `${id}.jsonl`))).toBe(expected);
  });

  test('later notes only reduce them', async () => {
    const root = folderOf({ 'a.md': '', 'b.md': '', 'c.md': '' });
    chmodSync(join(root, 'b.md'), 0o600);
    const run = openJournal(journalIn(root), new Date(0), 'aaaa');
    const modes: number[] = [];
    for (const path of ['a.md', 'b.md', 'c.md']) {
      await run.write([stepOn(path)]);
      modes.push(modeOf(join(root, 'runs', `${run.run}.jsonl`)));
    }
    expect(modes).toEqual([0o644, 0o600, 0o600]);
  });

  test.each([0o755, 0o700, 0o2775])(
    'its folders have the permissions of their parent: %o',
    async (mode) => {
      const root = newFolder();
      chmodSync(root, mode);
      await write(journalIn(root, join(root, 'deep', 'runs')), 'a.md');
      expect(modeOf(join(root, 'deep'))).toBe(mode);
      expect(modeOf(join(root, 'deep', 'runs'))).toBe(mode);
    },
  );

  /** As if the notes belonged to somebody else; answers what the journal was given, and its mode. */
  async function ofOthers(
    notes: readonly { uid?: number; gid?: number }[],
    mayGive: boolean,
    uid = 0,
  ) {
    const fs = actualFs();
    const root = folderOf({ 'a.md': '', 'b.md': '' });
    for (const path of ['a.md', 'b.md']) chmodSync(join(root, path), 0o664);
    const given: number[][] = [];
    const own = { uid, gid: 50 };
    const owned = new Map<number, object>();
    mockFs.lstatSync = (path: string, options: object): unknown => {
      const stats = fs.lstatSync(path, options) as object | undefined;
      const note = /([ab])\.md$/.exec(path)?.[1];
      return note ? Object.assign(stats ?? {}, own, notes[note === 'a' ? 0 : 1]) : stats;
    };
    mockFs.fstatSync = (handle: number): unknown =>
      Object.assign(fs.fstatSync(handle), own, owned.get(handle));
    mockFs.fchownSync = (handle: number, toUid: number, toGid: number) => {
      if (!mayGive) throw new Error('EPERM');
      given.push([toUid, toGid]);
      owned.set(handle, { uid: toUid, gid: toGid });
    };
    mockFs.chownSync = () => undefined;
    const getuid = jest.spyOn(process as { getuid: () => number }, 'getuid').mockReturnValue(uid);
    const id = await write(journalIn(root), 'a.md', 'b.md');
    getuid.mockRestore();
    return { given, mode: modeOf(join(root, 'runs', `${id}.jsonl`)) };
  }

  test.each([
    [
      'root gives it to who owns the notes',
      [
        { uid: 7, gid: 8 },
        { uid: 7, gid: 8 },
      ],
      true,
      0,
      [[7, 8]],
      0o644,
    ],
    ['root keeps it if there are several', [{ uid: 7 }, { uid: 9 }], true, 0, [], 0o600],
    [
      'a user gives it to the notes’ group',
      [
        { uid: 7, gid: 8 },
        { uid: 7, gid: 8 },
      ],
      true,
      5,
      [[5, 8]],
      0o644,
    ],
    ['or takes the rights of another group', [{ gid: 8 }, { gid: 8 }], false, 5, [], 0o604],
    ['also if the notes have several', [{ gid: 8 }, { gid: 9 }], true, 5, [], 0o604],
  ])('%s', async (_, notes, mayGive, uid, given, mode) => {
    expect(await ofOthers(notes, mayGive, uid)).toEqual({ given, mode });
  });
});
