import { DEFAULT_SETTINGS, type Settings } from '../../../src/core/settings/settings';
import type { Data } from '../../../src/obsidian/settings/settings-data';
import { StoredSettings } from '../../../src/obsidian/settings/stored-settings';

/** A file that answers asynchronously, like a disk. */
class SlowFile {
  data: Data = {};
  writes = 0;
  fails: Error | null = null;
  damaged = false;

  readonly read = async (): Promise<Data> => {
    await turn();
    if (this.damaged) throw new Error('Damaged');
    return this.data;
  };

  readonly write = async (data: Data): Promise<void> => {
    await turn();
    if (this.fails) throw this.fails;
    this.writes++;
    this.data = structuredClone(data);
  };

  readonly keepCopy = (): Promise<string> => Promise.resolve('data.old.json');
}

function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1));
}

const addFolder =
  (folder: string) =>
  (settings: Settings): Settings => ({ ...settings, folders: [...settings.folders, folder] });

let file: SlowFile;
let stored: StoredSettings;
let failures: string[];

beforeEach(() => {
  file = new SlowFile();
  failures = [];
  stored = new StoredSettings(file, (reason) => failures.push(reason));
});

test('changes in quick succession are all in effect at once, and all saved', async () => {
  await stored.load();
  const saves = Array.from({ length: 20 }, (_, i) => stored.change(addFolder(`${i}`)));
  const all = Array.from({ length: 20 }, (_, i) => `${i}`);
  expect(stored.current.folders).toEqual(all);
  await Promise.all(saves);
  expect(file.data).toEqual({ folders: all });
});

test('a change that changes nothing is not saved', async () => {
  await stored.load();
  await stored.change((settings) => ({ ...settings, folders: [] }));
  expect(file.writes).toBe(0);
});

test('a change while the file is read applies to what was read', async () => {
  file.data = { folders: ['theirs'], future: 1 };
  const loading = stored.load();
  const changing = stored.change(addFolder('mine'));
  expect(stored.current).toEqual(DEFAULT_SETTINGS);
  await Promise.all([loading, changing]);
  expect(file.data).toEqual({ folders: ['theirs', 'mine'], future: 1 });
});

test('changes that wait while the file is read keep their order', async () => {
  file.data = { folders: ['theirs'] };
  const all = [stored.load(), ...['a', 'b', 'c'].map((name) => stored.change(addFolder(name)))];
  await Promise.all(all);
  expect(file.data).toEqual({ folders: ['theirs', 'a', 'b', 'c'] });
});

test('what another program writes comes after what was being saved', async () => {
  await stored.load();
  const saving = stored.change(addFolder('mine'));
  const loading = stored.load();
  await Promise.all([saving, loading]);
  expect(stored.current.folders).toEqual(['mine']);
  file.data = { folders: ['theirs'] };
  await stored.load();
  expect(stored.current.folders).toEqual(['theirs']);
  expect(file.data).toEqual({ folders: ['theirs'] });
});

test('what could not be saved is in effect, reported, and saved with the next change', async () => {
  await stored.load();
  file.fails = new Error('No room');
  await stored.change(addFolder('a'));
  expect([failures, file.data]).toEqual([['No room'], {}]);
  file.fails = null;
  await stored.change(addFolder('b'));
  expect(file.data).toEqual({ folders: ['a', 'b'] });
});

test('after a change that could not be saved, its opposite is written too', async () => {
  file.data = { folders: ['b'] };
  await stored.load();
  file.fails = new Error('The disk is full');
  await stored.change(addFolder('a'));
  file.fails = null;
  await stored.change((settings) => ({ ...settings, folders: ['b'] }));
  expect([file.writes, file.data]).toEqual([1, { folders: ['b'] }]);
});

test('a file with nothing new is not announced; one that can’t be read is, once', async () => {
  await stored.load();
  const calls: boolean[] = [];
  stored.onChange(() => calls.push(stored.isReadable));
  await stored.load();
  expect(calls).toEqual([]);
  file.damaged = true;
  await stored.load();
  await stored.load();
  expect(calls).toEqual([false]);
  file.damaged = false;
  await stored.load();
  expect(calls).toEqual([false, true]);
});

test('what another program has written meanwhile is not lost by a change', async () => {
  file.data = { folders: ['a'], keepModified: false };
  await stored.load();
  file.data = { folders: ['a'], keepModified: true, future: 1 };
  await stored.change(addFolder('b'));
  expect(file.data).toEqual({ folders: ['a', 'b'], keepModified: true, future: 1 });
  expect(stored.current).toMatchObject({ folders: ['a', 'b'], keepModified: true });
});

test('a file that was damaged meanwhile is not written, and the change stays in effect', async () => {
  await stored.load();
  file.damaged = true;
  await stored.change(addFolder('a'));
  expect([file.writes, stored.isReadable, stored.current.folders]).toEqual([0, false, ['a']]);
});

test('a new start is written over a damaged file, once it is copied', async () => {
  file.damaged = true;
  await stored.load();
  await stored.change(addFolder('a'));
  expect(await stored.startOver()).toBe('data.old.json');
  expect([file.writes, file.data, stored.isReadable]).toEqual([1, {}, true]);
  file.damaged = false;
  await stored.change(addFolder('a'));
  expect(file.data).toEqual({ folders: ['a'] });
});

test('changes are no longer reported after unsubscribing', async () => {
  const calls: number[] = [];
  const first = stored.onChange(() => calls.push(1));
  stored.onChange(() => calls.push(2));
  file.data = { folders: ['theirs'] };
  await stored.load();
  first();
  await stored.change(addFolder('a'));
  expect(calls).toEqual([1, 2, 2]);
});

describe('a file of an older version', () => {
  const OLD = { leftOut: ['a'], dates: { form: 'date', calendar: 'julian' }, future: 1 };

  test('stays as it is while nothing is changed', async () => {
    file.data = OLD;
    await stored.load();
    await stored.change((settings) => ({ ...settings }));
    expect([file.writes, file.data]).toEqual([0, OLD]);
  });

  test('gets today’s names with the first change, and is read the same', async () => {
    file.data = OLD;
    await stored.load();
    const before = stored.current;
    await stored.change(addFolder('b'));
    expect(file.data).toEqual({
      folders: ['b'],
      excludedFolders: ['a'],
      dates: { format: 'date', calendar: 'julian' },
      future: 1,
    });
    await stored.load();
    expect(stored.current).toEqual({ ...before, folders: ['b'] });
  });

  test('accepts a change of a setting that has an old name', async () => {
    file.data = OLD;
    await stored.load();
    await stored.change((settings) => ({ ...settings, excludedFolders: [] }));
    await stored.load();
    expect(stored.current.excludedFolders).toEqual([]);
    expect(stored.current.dates.format).toBe('date');
  });
});
