import { filesOf, latestRun, readRun, removedOf } from '../../../src/core/runs/read-journal';
import { openJournal } from '../../../src/core/runs/journal';
import type { FileStore } from '../../../src/core/runs/file-store';
import { undoFiles, type FileUndoOutcome } from '../../../src/core/runs/undo-files';
import { hash } from '../../../src/core/text/hash';
import { journalInMemory } from './stores';

const UTF8 = new TextEncoder();

/** Files in memory, and what went to the trash. */
function filesInMemory(files: Map<string, string>, folders = new Set<string>()) {
  const trashed: string[] = [];
  const store: FileStore = {
    list: () => Promise.resolve([...files.keys()]),
    read: (path) => {
      const text = files.get(path);
      return Promise.resolve(text === undefined ? null : UTF8.encode(text));
    },
    missingFolders: () => Promise.resolve([]),
    create: (path, bytes) => {
      if (files.has(path)) return Promise.resolve('exists');
      files.set(path, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
      return Promise.resolve('created');
    },
    trash: (path) => {
      files.delete(path);
      trashed.push(path);
      return Promise.resolve();
    },
    removeEmpty: (all) => {
      for (const folder of all) {
        if (![...files.keys(), ...folders].some((path) => path.startsWith(`${folder}/`))) {
          folders.delete(folder);
        }
      }
      return Promise.resolve();
    },
  };
  return { store, trashed, folders };
}

async function undone(store: FileStore, run: Parameters<typeof undoFiles>[0]) {
  const outcomes: string[] = [];
  for await (const outcome of undoFiles(run, store)) {
    outcomes.push(`${outcome.path}: ${'reason' in outcome ? outcome.reason : outcome.kind}`);
  }
  return outcomes;
}

async function* listed<T>(items: readonly T[]): AsyncGenerator<T> {
  for (const item of items) yield Promise.resolve(item) as T;
}

async function listOf<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

test('a run’s files, folders and removed notes are read back from its journal, the last first', async () => {
  const store = journalInMemory();
  const journal = openJournal(store, new Date(0), 'abcd', [], 'omnivore-export');
  const files = ['a', 'b'].map((name) => ({ path: `F/${name}.md`, hash: hash(name) }));
  await journal.writeFiles({ files, folders: ['F', 'F/G'] });
  await journal.writeFiles({ removed: [{ path: 'c.md', text: 'c\r\n' }] });
  const run = await readRun(store, journal.run);
  expect(run).toMatchObject({ kind: 'omnivore-export', folders: ['F', 'F/G'], steps: [] });
  expect(await listOf(filesOf(store, run!))).toEqual([...files].reverse());
  expect(await listOf(removedOf(store, run!))).toEqual([{ path: 'c.md', text: 'c\r\n' }]);
  expect((await latestRun(store))?.id).toBe(journal.run);
});

test('files that a run created and nobody changed are moved to the trash, with their empty folders', async () => {
  const files = new Map([
    ['F/a.md', 'a'],
    ['F/b.md', 'b, and more'],
    ['G/c.pdf', 'c'],
  ]);
  const { store, trashed, folders } = filesInMemory(files, new Set(['F', 'G']));
  const made = ['F/a.md', 'F/b.md', 'G/c.pdf', 'F/gone.md'].map((path) => ({
    path,
    hash: hash(path.charAt(2)),
  }));
  const run = { files: listed(made), removed: listed([]), folders: ['F', 'G'] };
  expect(await undone(store, run)).toEqual([
    ...['F/a.md: trashed', 'F/b.md: changed-since', 'G/c.pdf: trashed', 'F/gone.md: as-before'],
  ]);
  expect(trashed).toEqual(['F/a.md', 'G/c.pdf']);
  expect([...folders]).toEqual(['F']);
});

test('a removed note is restored, with a number if another note has its name', async () => {
  const files = new Map([['b.md', 'other']]);
  const { store } = filesInMemory(files);
  const removed = [
    { path: 'a.md', text: '\ufeffa\r\n' },
    { path: 'b.md', text: 'b' },
  ];
  const run = { files: listed([]), removed: listed(removed), folders: [] };
  expect(await undone(store, run)).toEqual(['a.md: restored', 'b 1.md: restored']);
  expect(Object.fromEntries(files)).toEqual({
    ...{ 'a.md': '\ufeffa\r\n', 'b.md': 'other', 'b 1.md': 'b' },
  });
  expect(await undone(store, { ...run, removed: listed(removed) })).toEqual([
    ...['a.md: as-before', 'b 1.md: as-before'],
  ]);
});

test('a removed note whose names are all taken stays in the journal', async () => {
  const names = Array.from({ length: 100 }, (_, i) => (i === 0 ? 'b.md' : `b ${i}.md`));
  const { store } = filesInMemory(new Map(names.map((name) => [name, 'other'])));
  const removed = listed([{ path: 'b.md', text: 'b' }]);
  expect(await undone(store, { files: listed([]), removed, folders: [] })).toEqual([
    'b.md: changed-since',
  ]);
});

test.each(['../a.md', '/a.md', '.obsidian/app.json', '.x/a.md', 'a.exe', 'a\\b.md', 'a//b.md', ''])(
  'a journal that names %j reaches no such file',
  async (path) => {
    const { store, trashed } = filesInMemory(new Map([[path, 'a']]));
    const files = listed([{ path, hash: hash('a') }]);
    const removed = listed([{ path, text: 'b' }]);
    expect(await undone(store, { files, removed, folders: ['..', '.x'] })).toEqual([
      `${path}: not-a-note`,
      `${path}: not-a-note`,
    ]);
    expect(trashed).toEqual([]);
  },
);

test('a file or note that can’t be read or written is reported, and the others are undone', async () => {
  const files = new Map([['b.md', 'b']]);
  const { store, trashed } = filesInMemory(files);
  const failing = {
    ...store,
    read: (path: string) =>
      path === 'a.md' ? Promise.reject(new Error('No access.')) : store.read(path),
    create: () => Promise.resolve('exists' as const),
  };
  const created = listed(['a.md', 'b.md'].map((path) => ({ path, hash: hash(path.charAt(0)) })));
  const removed = listed(['a.md', 'c.md'].map((path) => ({ path, text: 'x' })));
  const all: FileUndoOutcome[] = [];
  for await (const outcome of undoFiles({ files: created, removed, folders: [] }, failing))
    all.push(outcome);
  expect(all).toEqual([
    { kind: 'failed', path: 'a.md', error: 'No access.' },
    { kind: 'skipped', path: 'c.md', reason: 'changed-since' },
    { kind: 'failed', path: 'a.md', error: 'No access.' },
    { kind: 'trashed', path: 'b.md' },
  ]);
  expect(trashed).toEqual(['b.md']);
});
