import { diskStore } from '../../../src/cli/fs/disk-store.mts';
import { filesIn, folderOf, removeFolders } from '../command-line';
import { join } from 'node:path';
import { actualFs, mockFs, mockReset, systemError } from './mock-fs';

jest.mock('node:fs', () => jest.requireActual<typeof import('./mock-fs')>('./mock-fs').mockedFs());

const fs = actualFs();
afterEach(mockReset);
afterAll(removeFolders);

const OPTIONS = { folders: [], excludedFolders: [], keepModified: false };

/** Replaces `one` by `two` in a note. */
function replace(folder: string, options: Partial<typeof OPTIONS> = {}) {
  const store = diskStore(folder, { ...OPTIONS, ...options });
  return store.replace('a.md', 'one', 'two');
}

function note(): { folder: string; file: string } {
  const folder = folderOf({ 'a.md': 'one' });
  return { folder, file: join(folder, 'a.md') };
}

const fails = (code: string) => (): never => {
  throw systemError(code);
};

/** Does something before the given call of a function. */
function before(name: 'fsyncSync' | 'renameSync' | 'linkSync', call: number, act: () => void) {
  let calls = 0;
  mockFs[name] = (...args: unknown[]): unknown => {
    if (++calls === call) act();
    return (fs[name] as (...args: unknown[]) => unknown)(...args);
  };
}

test('the note stays the same file, with the time of its creation', async () => {
  const { folder, file } = note();
  const [{ ino, birthtimeMs }, handle] = [fs.statSync(file), fs.openSync(file, 'r')];
  expect(await replace(folder)).toBe('replaced');
  expect(fs.statSync(file)).toMatchObject({ ino, birthtimeMs, nlink: 1, size: 3 });
  expect(fs.readFileSync(handle, 'utf8')).toBe('two');
  fs.closeSync(handle);
  expect(filesIn(folder)).toEqual({ 'a.md': 'two' });
});

test('a long text becomes a short one, and vice versa', async () => {
  const [long, short] = ['a long text\n'.repeat(9999), '\ufeffé'];
  const folder = folderOf({ 'a.md': long });
  const store = diskStore(folder, OPTIONS);
  await store.replace('a.md', long, short);
  expect(fs.readFileSync(join(folder, 'a.md'), 'utf8')).toBe(short);
  await store.replace('a.md', short, long);
  expect(fs.readFileSync(join(folder, 'a.md'), 'utf8')).toBe(long);
});

test('the time of the last change is kept to the microsecond', async () => {
  const { folder, file } = note();
  fs.utimesSync(file, 1711972800.123456, 1711972800.654321);
  await replace(folder, { keepModified: true });
  const { mtimeNs } = fs.statSync(file, { bigint: true });
  expect(Number(mtimeNs / 1000n)).toBeCloseTo(1711972800654321, -1);
});

describe('changes by another program while a note is replaced are kept', () => {
  test.each<[string, 'fsyncSync' | 'renameSync' | 'linkSync', number]>([
    ['while the new text is brought to disk', 'fsyncSync', 1],
    ['after the note was compared', 'linkSync', 1],
    ['right before the rename', 'renameSync', 1],
  ])('added to it %s', async (_, name, call) => {
    const { folder, file } = note();
    before(name, call, () => fs.appendFileSync(file, ' more'));
    expect(await replace(folder)).toBe('changed-meanwhile');
    expect(filesIn(folder)).toEqual({ 'a.md': 'one more' });
  });

  test('written by a rename', async () => {
    const { folder, file } = note();
    before('fsyncSync', 1, () => {
      fs.writeFileSync(`${file}.swp`, 'one');
      fs.renameSync(`${file}.swp`, file);
    });
    expect(await replace(folder)).toBe('changed-meanwhile');
    expect(filesIn(folder)).toEqual({ 'a.md': 'one' });
  });

  test.each<[string, 'fsyncSync' | 'linkSync']>([
    ['while the new text is brought to disk', 'fsyncSync'],
    ['after the note was compared', 'linkSync'],
  ])('deleted %s: it is not restored', async (_, name) => {
    const { folder, file } = note();
    before(name, 1, () => fs.unlinkSync(file));
    expect(await replace(folder)).toBe('changed-meanwhile');
    expect(filesIn(folder)).toEqual({});
  });
});

describe('a note that another program saves while the old file is written', () => {
  test.each<[string, (file: string) => void]>([
    ['in place', (file) => fs.writeFileSync(file, 'three')],
    ['in place, as long as before', (file) => fs.writeFileSync(file, 'six')],
    [
      'by a rename',
      (file) => {
        fs.writeFileSync(`${file}.swp`, 'three');
        fs.renameSync(`${file}.swp`, file);
      },
    ],
  ])('%s keeps what it saved', async (_, save) => {
    const { folder, file } = note();
    let saved = '';
    before('fsyncSync', 2, () => {
      save(file);
      saved = fs.readFileSync(file, 'utf8');
    });
    expect(await replace(folder)).toBe('changed-meanwhile');
    expect(saved).not.toBe('');
    expect(filesIn(folder)).toEqual({ 'a.md': saved });
  });

  test('or deletes is not restored', async () => {
    const { folder, file } = note();
    before('fsyncSync', 2, () => fs.unlinkSync(file));
    expect(await replace(folder)).toBe('changed-meanwhile');
    expect(filesIn(folder)).toEqual({});
  });

  test('keeps its new text if it can’t be compared', async () => {
    const { folder } = note();
    let opened = 0;
    mockFs.openSync = (...args: Parameters<typeof fs.openSync>): number => {
      if (++opened === 4) throw systemError('EMFILE');
      return fs.openSync(...args);
    };
    expect(await replace(folder)).toBe('replaced');
    expect(filesIn(folder)).toEqual({ 'a.md': 'two' });
  });
});

describe('at every moment the note is whole', () => {
  const CALLS = ['openSync', 'writeSync', 'fchmodSync', 'fsyncSync', 'closeSync'] as const;
  const MORE = ['linkSync', 'renameSync', 'ftruncateSync', 'lstatSync', 'unlinkSync'] as const;

  test('even if the program ends before any of its calls', async () => {
    const seen = new Set<string>();
    const { folder, file } = note();
    for (const name of [...CALLS, ...MORE]) {
      mockFs[name] = (...args: unknown[]): unknown => {
        seen.add(fs.readFileSync(file, 'utf8'));
        return (fs[name] as (...args: unknown[]) => unknown)(...args);
      };
    }
    await replace(folder);
    expect([...seen]).toEqual(['one', 'two']);
  });

  test.each([
    ['writeSync', 'ENOSPC', 'The disk is full.'],
    ['fsyncSync', 'EIO', 'Disk error.'],
    ['renameSync', 'EPERM', 'No permission.'],
  ] as const)('a failing %s (%s) leaves the old one', async (name, code, reason) => {
    const { folder } = note();
    mockFs[name] = fails(code);
    await expect(replace(folder)).rejects.toThrow(reason);
    expect(filesIn(folder)).toEqual({ 'a.md': 'one' });
  });

  test.each(['writeSync', 'ftruncateSync', 'fsyncSync', 'renameSync'] as const)(
    'if %s fails while the old file is written, the new file stays',
    async (name) => {
      const { folder } = note();
      let calls = name === 'ftruncateSync' ? 1 : 0;
      mockFs[name] = (...args: unknown[]): unknown => {
        if (++calls === 2) throw systemError('ENOSPC');
        return (fs[name] as (...args: unknown[]) => unknown)(...args);
      };
      expect(await replace(folder)).toBe('replaced');
      expect(filesIn(folder)).toEqual({ 'a.md': 'two' });
    },
  );

  test('a disk that accepts only a few bytes at a time gets all of them', async () => {
    const { folder } = note();
    mockFs.writeSync = (handle: number, bytes: Buffer, from: number, _: number, at: number) =>
      fs.writeSync(handle, bytes, from, 1, at);
    expect(await replace(folder)).toBe('replaced');
    expect(filesIn(folder)).toEqual({ 'a.md': 'two' });
  });
});

test('if a file can’t have two names, a new one replaces it', async () => {
  const { folder, file } = note();
  fs.chmodSync(file, 0o640);
  const { ino } = fs.statSync(file);
  mockFs.linkSync = fails('EPERM');
  expect(await replace(folder)).toBe('replaced');
  expect(fs.statSync(file).ino).not.toBe(ino);
  expect(fs.statSync(file).mode & 0o777).toBe(0o640);
  expect(filesIn(folder)).toEqual({ 'a.md': 'two' });
});

describe('a note of another user', () => {
  /** As if new files had another owner than the note. */
  const makeOther = (file: string): void => {
    const { ino } = fs.statSync(file);
    mockFs.fstatSync = (handle: number): unknown => {
      const stats = fs.fstatSync(handle);
      return stats.ino === ino ? Object.assign(stats, { uid: stats.uid + 1 }) : stats;
    };
  };

  test('gets a new file with its owner', async () => {
    const { folder, file } = note();
    makeOther(file);
    const chown = jest.fn();
    Object.assign(mockFs, { fchownSync: chown, linkSync: fails('EPERM') });
    const { uid, gid } = fs.statSync(file);
    expect(await replace(folder)).toBe('replaced');
    expect(chown).toHaveBeenCalledWith(expect.any(Number), uid + 1, gid);
  });

  test.each([
    ['stays theirs, as its file stays', false, false, 'replaced'],
    ['is skipped if the file can’t stay', true, false, 'belongs to somebody else'],
    ['is skipped if the time of its change can’t be kept', false, true, 'belongs to somebody else'],
  ])('%s', async (_, noLinks, keepModified, expected) => {
    const { folder, file } = note();
    makeOther(file);
    mockFs.fchownSync = fails('EPERM');
    if (noLinks) mockFs.linkSync = fails('EPERM');
    const outcome = await replace(folder, { keepModified }).catch((error: Error) => error.message);
    expect(outcome).toContain(expected);
    expect(filesIn(folder)).toEqual({ 'a.md': expected === 'replaced' ? 'two' : 'one' });
  });
});

test('a note with a second name is skipped, because it would change under both', async () => {
  const { folder, file } = note();
  const elsewhere = join(folderOf({}), 'b.md');
  fs.linkSync(file, elsewhere);
  await expect(replace(folder)).rejects.toThrow('a hard link');
  expect(fs.readFileSync(elsewhere, 'utf8')).toBe('one');
  expect(fs.statSync(file).nlink).toBe(2);
});

test('a read-only note is skipped', async () => {
  const { folder } = note();
  mockFs.openSync = fails('EACCES');
  await expect(replace(folder)).rejects.toThrow('The note is read-only.');
});

test('if its state can’t be read, the error says so, and not that it changed', async () => {
  const { folder } = note();
  mockFs.openSync = fails('EIO');
  await expect(replace(folder)).rejects.toThrow('Disk error.');
});

describe('a link is never written through', () => {
  test('that is at the path for the new text', async () => {
    const { folder } = note();
    const outside = join(folderOf({ 'precious.txt': 'precious' }), 'precious.txt');
    mockFs.openSync = (file: string, ...rest: [number, number]): number => {
      if (file.endsWith('.tmp')) fs.symlinkSync(outside, file);
      return fs.openSync(file, ...rest);
    };
    await expect(replace(folder)).rejects.toThrow();
    expect(fs.readFileSync(outside, 'utf8')).toBe('precious');
    expect(fs.readFileSync(join(folder, 'a.md'), 'utf8')).toBe('one');
  });

  test('that replaced the note', async () => {
    const folder = folderOf({});
    const outside = folderOf({ 'a.md': 'one' });
    fs.symlinkSync(join(outside, 'a.md'), join(folder, 'a.md'));
    await expect(replace(folder)).rejects.toThrow('symbolic link');
    expect(filesIn(outside)).toEqual({ 'a.md': 'one' });
    expect(fs.lstatSync(join(folder, 'a.md')).isSymbolicLink()).toBe(true);
  });
});
