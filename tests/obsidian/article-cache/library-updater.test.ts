/** @jest-environment jsdom */
import type { Plugin } from 'obsidian';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/core/settings/settings';
import type { ArticleCache } from '../../../src/obsidian/article-cache/article-cache';
import type { CachedNote } from '../../../src/obsidian/article-cache/cached-note';
import { openDecisions, type DecisionStore } from '../../../src/obsidian/attention/decision-store';
import { LibraryUpdater } from '../../../src/obsidian/article-cache/library-updater';
import { App } from '../../simulator/app';
import { Disk } from '../../simulator/disk';
import type { TFile } from '../../simulator/files';
import { Plugin as SimulatedPlugin } from '../../simulator/plugin';

jest.mock('obsidian', () => jest.requireActual('../../simulator/obsidian'), { virtual: true });

class TinyPlugin extends SimulatedPlugin {}

const MANIFEST = {
  ...{
    id: 'omnivore-rescue',
    name: 'Omnivore Rescue',
    author: 'Somebody',
    version: '0.1.0',
  },
  ...{ minAppVersion: '1.13.1', description: 'Tested' },
};

function articleText(title: string): string {
  return [
    ...['---', 'id: 4a7c6a1e-e1f2-11ee-8a3c-6f2b1c9d0e11', `title: ${title}`, '---', ''],
    ...['#Omnivore', '', '[Read on Omnivore](https://omnivore.app/me/tides-18e3d5b1a2c)', ''],
  ].join('\n');
}

const FILES = {
  'A/one.md': articleText('One'),
  'A/B/two.md': articleText('Two'),
  'C/three.md': articleText('Three'),
  'C/mine.md': 'My own note about [Omnivore](https://omnivore.app).',
  'C/picture.png': '',
};

/** Stores notes like the database. */
class Memory implements ArticleCache {
  readonly notes = new Map<string, CachedNote>();
  readonly all: ArticleCache['all'] = async () => new Map(this.notes);
  readonly put = async (notes: readonly CachedNote[]): Promise<void> => {
    for (const note of notes) this.notes.set(note.path, note);
  };
  forgets = 0;
  readonly remove = async (paths: readonly string[]): Promise<void> => {
    this.forgets++;
    for (const path of paths) this.notes.delete(path);
  };
}

let app: App;
let plugin: TinyPlugin;
let watch: LibraryUpdater;
let settings: Settings;
let decisions: DecisionStore;

interface Start {
  readonly files?: Readonly<Record<string, string>>;
  readonly memory?: ArticleCache;
  readonly disk?: Disk;
  readonly asked?: boolean;
}

/** The app with these notes; nothing listens yet. */
async function open(options: Start = {}): Promise<void> {
  const { files = FILES, memory = new Memory(), disk = new Disk(), asked = true } = options;
  for (const [path, text] of Object.entries(files)) disk.seed(path, text, { mtime: 1_000 });
  if (asked) disk.localStorage.set('omnivore-rescue-scanned', 'true');
  settings = DEFAULT_SETTINGS;
  app = new App(disk);
  app.vault.disk.reads.clear();
  plugin = new TinyPlugin(app, MANIFEST);
  await plugin.load();
  decisions = openDecisions(plugin as unknown as Plugin, (reason) => {
    throw new Error(reason);
  });
  watch = new LibraryUpdater(plugin as unknown as Plugin, () => settings, memory, decisions);
  app.vault.load();
  await app.workspace.start([]);
}

/** Listens, and waits until the vault is read. */
async function read(): Promise<void> {
  watch.onChange(() => undefined);
  await until(() => watch.progress.kind !== 'reading');
}

async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + 20_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`It did not come: ${JSON.stringify(state())}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** What the library holds: the titles by path, sorted. */
function state(): Record<string, string> {
  const paths = [...watch.library.paths].sort();
  return Object.fromEntries(
    paths.map((path) => [
      path,
      watch.library
        .of(path)
        .map(({ title }) => title)
        .join(),
    ]),
  );
}

async function untilState(expected: Record<string, string>): Promise<void> {
  await until(() => JSON.stringify(state()) === JSON.stringify(expected));
}

function note(path: string): TFile {
  const found = app.vault.getFileByPath(path);
  if (!found) throw new Error(`There is no note ${path}`);
  return found;
}

const file = (path: string): NonNullable<ReturnType<App['vault']['getAbstractFileByPath']>> => {
  const found = app.vault.getAbstractFileByPath(path);
  if (!found) throw new Error(`There is no ${path}`);
  return found;
};

const ALL = { 'A/B/two.md': 'Two', 'A/one.md': 'One', 'C/three.md': 'Three' };

test('nothing is read before the user asks for it; once asked, it is read when somebody listens', async () => {
  const disk = new Disk();
  await open({ asked: false, disk });
  let changes = 0;
  watch.onChange(() => changes++);
  await app.vault.create('new.md', articleText('New'));
  watch.rescan();
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect([watch.progress, changes, state()]).toEqual([{ kind: 'not-started' }, 0, {}]);
  expect([...app.vault.disk.reads.keys()]).toEqual([]);
  watch.scan();
  await untilState({ ...ALL, 'new.md': 'New' });
  await until(() => watch.progress.kind === 'ready');
  expect(changes).toBeGreaterThan(0);

  await open({ asked: false, disk, files: {} });
  expect(watch.progress.kind).toBe('reading');
  expect([...app.vault.disk.reads.keys()]).toEqual([]);
  await read();
  expect(state()).toEqual({ ...ALL, 'new.md': 'New' });
});

test('the saved articles are found, and the progress is reported from none to all', async () => {
  await open();
  const reported: string[] = [];
  watch.onChange(() => {
    const { progress } = watch;
    reported.push(
      progress.kind === 'reading' ? `${progress.done}/${progress.total}` : progress.kind,
    );
  });
  await until(() => watch.progress.kind === 'ready');
  expect(state()).toEqual(ALL);
  expect(reported).toEqual(['0/0', '1/4', '2/4', '3/4', '4/4', 'ready']);
});

test('a note that is written is followed: created, changed, no longer an article', async () => {
  await open();
  await read();
  await app.vault.create('new.md', articleText('New'));
  await untilState({ ...ALL, 'new.md': 'New' });
  await app.vault.modify(note('new.md'), articleText('Newer'));
  await untilState({ ...ALL, 'new.md': 'Newer' });
  await app.vault.disk.writeFromOutside('new.md', 'Nothing of Omnivore.');
  await untilState(ALL);
});

test('a file that is created while the vault is read is not forgotten at its end', async () => {
  await open();
  app.vault.disk.faults.readDelay = 30;
  watch.onChange(() => undefined);
  await until(() => watch.progress.kind === 'reading' && watch.progress.total > 0);
  await app.vault.create('new.md', articleText('New'));
  await until(() => watch.progress.kind === 'ready');
  await untilState({ ...ALL, 'new.md': 'New' });
});

test.each<[what: string, from: string, to: string, expected: Record<string, string>]>([
  [
    'a file',
    'A/one.md',
    'C/uno.md',
    { 'A/B/two.md': 'Two', 'C/three.md': 'Three', 'C/uno.md': 'One' },
  ],
  ['a folder', 'A', 'Z', { 'C/three.md': 'Three', 'Z/B/two.md': 'Two', 'Z/one.md': 'One' }],
  ['to what is no note', 'A/one.md', 'A/one.txt', { 'A/B/two.md': 'Two', 'C/three.md': 'Three' }],
])('renamed: %s', async (_, from, to, expected) => {
  await open();
  await read();
  await app.vault.rename(file(from), to);
  await untilState(expected);
});

test('a renamed folder is followed as one change, however many files are in it', async () => {
  const memory = new Memory();
  const files = Object.fromEntries(
    Array.from({ length: 300 }, (_, i) => [`A/${i}.md`, articleText(`${i}`)]),
  );
  await open({ memory, files });
  await read();
  await until(() => memory.notes.size === 300);
  let changes = 0;
  watch.onChange(() => changes++);
  const before = memory.forgets;
  await app.vault.rename(file('A'), 'Z');
  await until(() => memory.notes.has('Z/299.md'));
  expect([...memory.notes.keys()].filter((path) => path.startsWith('A/'))).toEqual([]);
  expect([changes, memory.forgets - before]).toEqual([1, 1]);
  expect([...watch.library.paths].every((path) => path.startsWith('Z/'))).toBe(true);
});

test.each<[what: string, path: string, expected: Record<string, string>]>([
  ['a file', 'A/one.md', { 'A/B/two.md': 'Two', 'C/three.md': 'Three' }],
  ['a folder', 'A', { 'C/three.md': 'Three' }],
])('deleted: %s', async (_, path, expected) => {
  const memory = new Memory();
  await open({ memory });
  await read();
  await until(() => memory.notes.size === 4);
  await app.vault.delete(file(path), true);
  await untilState(expected);
  expect([...memory.notes.keys()].sort()).toEqual([...Object.keys(expected), 'C/mine.md'].sort());
});

test('other folders in the settings: what is outside of them goes, and comes back', async () => {
  await open();
  await read();
  settings = { ...DEFAULT_SETTINGS, folders: ['A'], excludedFolders: ['A/B'] };
  watch.rescan();
  await untilState({ 'A/one.md': 'One' });
  await app.vault.rename(file('C/three.md'), 'A/three.md');
  await untilState({ 'A/one.md': 'One', 'A/three.md': 'Three' });
  await app.vault.rename(file('A/one.md'), 'C/one.md');
  await untilState({ 'A/three.md': 'Three' });
  settings = DEFAULT_SETTINGS;
  watch.rescan();
  await untilState({ 'A/B/two.md': 'Two', 'A/three.md': 'Three', 'C/one.md': 'One' });
});

test('a second start reads only what has changed', async () => {
  const memory = new Memory();
  const disk = new Disk();
  await open({ memory, disk });
  await read();
  await until(() => memory.notes.size === 4);
  await open({ memory, disk, files: { 'A/one.md': articleText('Uno, now') } });
  await read();
  expect(state()).toEqual({ ...ALL, 'A/one.md': 'Uno, now' });
  expect([...app.vault.disk.reads.keys()]).toEqual(['A/one.md']);
});

test('a file that can’t be read is skipped, and read when it changes', async () => {
  await open();
  app.vault.disk.faults.failReads('A/one.md');
  await read();
  expect(watch.progress).toEqual({ kind: 'ready' });
  expect(state()).toEqual({ 'A/B/two.md': 'Two', 'C/three.md': 'Three' });
  expect([...watch.unreadable]).toEqual([['A/one.md', 'No permission.']]);
  app.vault.disk.faults.clear('A/one.md');
  await app.vault.disk.writeFromOutside('A/one.md', articleText('Uno'));
  await untilState({ ...ALL, 'A/one.md': 'Uno' });
  expect([...watch.unreadable]).toEqual([]);
});

test('a note that can no longer be read is named until it is renamed, deleted or excluded', async () => {
  await open();
  await read();
  for (const path of ['A/one.md', 'A/B/two.md', 'C/three.md']) {
    app.vault.disk.faults.failReads(path);
    await app.vault.disk.writeFromOutside(path, articleText('Unseen'));
  }
  await until(() => watch.unreadable.size === 3);
  expect(state()).toEqual(ALL);
  await app.vault.delete(file('A/B/two.md'));
  await app.vault.rename(file('A/one.md'), 'A/uno.md');
  await until(() => watch.unreadable.size === 1);
  settings = { ...DEFAULT_SETTINGS, folders: ['A'] };
  watch.rescan();
  await until(() => watch.unreadable.size === 0);
});

test('if no file can be read, the scan has failed, and can be started again', async () => {
  await open();
  const notes = Object.keys(FILES).filter((path) => path.endsWith('.md'));
  for (const path of notes) app.vault.disk.faults.failReads(path);
  await read();
  expect(watch.progress).toMatchObject({
    kind: 'failed',
    error: expect.stringContaining('EACCES'),
  });
  for (const path of notes) app.vault.disk.faults.clear(path);
  watch.scan();
  await until(() => watch.progress.kind === 'ready');
  expect(state()).toEqual(ALL);
});

test('a scan that a newer one has replaced no longer reports progress', async () => {
  const memory = new Memory();
  let goOn = (): void => undefined;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  let kept = 0;
  const keep: ArticleCache['put'] = (notes) => (kept++ === 0 ? held : memory.put(notes));
  const files = Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`${i}.md`, 'Mine.']));
  await open({ files, memory: { ...memory, put: keep } });
  watch.onChange(() => undefined);
  await until(() => kept === 1);
  watch.rescan();
  await until(() => watch.progress.kind === 'ready');
  goOn();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(watch.progress).toEqual({ kind: 'ready' });
});

test('the page is never held long: neither by reading nor by storing', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 450 }, (_, i) => [`${i}.md`, articleText(`${i}`)]),
  );
  const memory = new Memory();
  let now = 0;
  let since = 0;
  let longest = 0;
  const work = (milliseconds: number): void => {
    now += milliseconds;
    longest = Math.max(longest, now - since);
  };
  const keep: ArticleCache['put'] = async (notes) => {
    work(9);
    await memory.put(notes);
  };
  await open({ files, memory: { ...memory, put: keep } });
  const clock = jest.spyOn(performance, 'now').mockImplementation(() => now);
  const later = window.setTimeout;
  const timers = jest.spyOn(window, 'setTimeout').mockImplementation(((
    act: () => void,
    ms: number,
  ) =>
    later(() => {
      since = now;
      act();
    }, ms)) as typeof window.setTimeout);
  const read = app.vault.cachedRead.bind(app.vault);
  jest.spyOn(app.vault, 'cachedRead').mockImplementation((file) => {
    work(0.3);
    return read(file);
  });
  watch.onChange(() => undefined);
  await until(() => memory.notes.size === 450);
  clock.mockRestore();
  timers.mockRestore();
  expect(longest).toBeGreaterThanOrEqual(9);
  expect(longest).toBeLessThanOrEqual(10);
});

test('of two readings of one note the later counts, whichever ends first', async () => {
  await open();
  await read();
  let goOn: (text: string) => void = () => undefined;
  const held = new Promise<string>((resolve) => (goOn = resolve));
  const cachedRead = jest.spyOn(app.vault, 'cachedRead').mockImplementationOnce(() => held);
  await app.vault.modify(note('A/one.md'), articleText('Older'));
  await until(() => cachedRead.mock.calls.length === 1);
  await app.vault.modify(note('A/one.md'), articleText('Newer'));
  await untilState({ ...ALL, 'A/one.md': 'Newer' });
  goOn(articleText('Older'));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(state()).toEqual({ ...ALL, 'A/one.md': 'Newer' });
});

test('an unloaded plugin stops reading, and reports no changes', async () => {
  await open();
  app.vault.disk.faults.readDelay = 20;
  let changes = 0;
  watch.onChange(() => changes++);
  await until(() => app.vault.disk.reads.size === 1);
  plugin.unload();
  const before = changes;
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(app.vault.disk.reads.size).toBeLessThanOrEqual(2);
  expect(changes).toBe(before);
  watch.rescan();
  watch.scan();
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(app.vault.disk.reads.size).toBeLessThanOrEqual(2);
});
