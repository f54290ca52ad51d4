import { parse } from 'yaml';
import type { Fetcher, ImageAnswer } from '../../../src/core/images/fetcher';
import { hashInName } from '../../../src/core/images/file-name';
import { relativeLink } from '../../../src/core/images/rewrite';
import { sha256 } from '../../../src/core/images/sha256';
import { DETECT_DEFAULTS } from '../../../src/core/omnivore/detect';
import type { FileStore } from '../../../src/core/runs/file-store';
import { imageRun, type ImageRun, type ImageRunOutcome } from '../../../src/core/runs/image-run';
import { readRun } from '../../../src/core/runs/read-journal';
import { openJournal } from '../../../src/core/runs/journal';
import { savedBefore } from '../../../src/core/runs/saved-before';
import { undoWholeRun } from '../../../src/core/runs/undo-run';
import { hostsOf, wantedImages } from '../../../src/core/runs/wanted-images';
import { png } from '../images/pictures';
import { ID, noteOf, ORIGINAL, READ } from '../omnivore/note-of';
import { journalInMemory, notesInMemory } from './stores';

const HOST = 'https://img.example.org';
const READER = { parseYaml: (source: string) => parse(source) as unknown, detect: DETECT_DEFAULTS };

function article(...names: readonly string[]): string {
  const images = names.map((name) => `![${name}](${HOST}/${name}.png)`);
  return noteOf(ID, `${READ}\n${ORIGINAL}\n\n${images.join('\n')}`);
}

/** Files in memory; `full` after so many. */
function filesInMemory(room = Infinity) {
  const files = new Map<string, Uint8Array>();
  const trashed: string[] = [];
  const store: FileStore = {
    list: () => Promise.resolve([...files.keys()]),
    read: (path) => Promise.resolve(files.get(path) ?? null),
    missingFolders: () => Promise.resolve(files.size === 0 ? ['files'] : []),
    create(path, bytes) {
      if (files.has(path)) return Promise.resolve('exists');
      if (files.size >= room) return Promise.reject(new Error('The disk is full.'));
      files.set(path, bytes);
      return Promise.resolve('created');
    },
    discard: (path) => Promise.resolve(void files.delete(path)),
    trash(path) {
      files.delete(path);
      trashed.push(path);
      return Promise.resolve();
    },
    removeEmpty: () => Promise.resolve(),
  };
  return { files, store, trashed };
}

/** The picture of a URL; each differs. */
function pictureOf(url: string): Uint8Array {
  let seed = 0;
  for (const sign of url) seed = (Math.imul(seed, 31) + sign.charCodeAt(0)) | 0;
  return png(30, 30, seed >>> 0);
}

function answer(bytes: Uint8Array): ImageAnswer {
  return { kind: 'answer', status: 200, bytes, retryAfterMs: null };
}

interface Given {
  readonly notes: Map<string, string | null>;
  readonly serve?: (url: string, referer: string | null) => ImageAnswer;
  readonly room?: number;
  readonly change?: Partial<ImageRun>;
}

/** A run over notes in memory, ready to go. */
async function prepared({ notes, serve, room, change }: Given) {
  const lines = new Map<string, string>();
  const journals = journalInMemory(lines);
  const journal = openJournal(journals, new Date(0), 'ab12', [], 'images');
  const disk = filesInMemory(room);
  const store = notesInMemory(notes);
  const asked: string[] = [];
  const fetcher: Fetcher = {
    fetch({ url, referer }) {
      asked.push(url);
      return Promise.resolve((serve ?? ((at) => answer(pictureOf(at))))(url, referer));
    },
  };
  const wanted = await wantedImages([...notes.keys()], store, READER);
  const run: ImageRun = {
    ...{ store, reader: READER, journal, fetcher, archive: null, known: new Map() },
    files: disk.store,
    place: {
      pathFor: (name) => Promise.resolve(`files/${name}`),
      linkTo: (path, note) => relativeLink(note, path),
    },
    sleep: () => Promise.resolve(),
    signal: new AbortController().signal,
    onImage: () => undefined,
    onNote: () => undefined,
    ...change,
  };
  const outcomes: ImageRunOutcome[] = [];
  const go = async (): Promise<readonly ImageRunOutcome[]> => {
    for await (const outcome of imageRun(wanted, run)) outcomes.push(outcome);
    return outcomes;
  };
  const undo = async (): Promise<readonly string[]> => {
    const record = await readRun(journals, journal.run);
    const undone: string[] = [];
    if (record)
      for await (const { kind } of undoWholeRun(journals, record, store, disk.store))
        undone.push(kind);
    return undone;
  };
  return { go, undo, outcomes, disk, asked, lines, journals, wanted, store, run };
}

test('notes link to the files, and undo restores every byte', async () => {
  const before = { 'a.md': article('1', '2'), 'b.md': article('2', '3'), 'c.md': 'mine' };
  const notes = new Map<string, string | null>(Object.entries(before));
  const { go, undo, disk, asked, wanted } = await prepared({ notes });
  expect(hostsOf(wanted.images.values())).toEqual([['img.example.org', 3]]);
  const outcomes = await go();
  expect(outcomes.map(({ kind, path }) => `${path} ${kind}`)).toEqual([
    ...['a.md saved', 'a.md saved', 'b.md saved', 'b.md saved'],
  ]);
  expect(asked).toHaveLength(3);
  expect(disk.files.size).toBe(3);
  for (const [path, bytes] of disk.files) {
    expect(notes.get('a.md') + String(notes.get('b.md'))).toContain(`](${path})`);
    expect((await sha256(bytes)).startsWith(hashInName(path) ?? '-')).toBe(true);
  }
  expect(await undo()).toEqual([
    ...Array<string>(2).fill('restored'),
    ...Array<string>(3).fill('trashed'),
  ]);
  expect(Object.fromEntries(notes)).toEqual(before);
  expect(disk.files.size).toBe(0);
});

test('the journal names a file before it is made, and a note before it is written', async () => {
  const notes = new Map<string, string | null>([['a.md', article('1', '2', '3')]]);
  const text = notes.get('a.md');
  const { go, disk, lines, store, run } = await prepared({ notes });
  const unnamed: string[] = [];
  const check = (path: string): void => {
    if (![...lines.values()].join('').includes(JSON.stringify(path))) unnamed.push(path);
  };
  const { create } = disk.store;
  Object.assign(run, {
    files: {
      ...disk.store,
      create: (path: string, bytes: Uint8Array) => {
        check(path);
        return create(path, bytes);
      },
    },
    store: {
      ...store,
      replace: (path: string, before: string, after: string) => {
        check(path);
        return store.replace(path, before, after);
      },
    },
  });
  await go();
  expect(unnamed).toEqual([]);
  expect(notes.get('a.md')).not.toBe(text);
  expect([...lines.values()].join('')).toContain('{"folder":"files"}');
});

test.each([0, 1])(
  'where the journal can’t be written after %d times, nothing more is',
  async (times) => {
    const notes = new Map<string, string | null>([['a.md', article('1')]]);
    const text = notes.get('a.md');
    const { go, disk, journals } = await prepared({ notes });
    const { append } = journals;
    let left = times;
    Object.assign(journals, {
      append: (...given: Parameters<typeof append>) =>
        left-- > 0 ? append(...given) : Promise.reject(new Error('The disk is full.')),
    });
    await expect(go()).rejects.toThrow('The disk is full.');
    expect(disk.files.size).toBe(times);
    expect(notes.get('a.md')).toBe(text);
  },
);

test('where files can’t be written, their images stay links, and soon no more are fetched', async () => {
  const names = Array.from({ length: 1200 }, (_, i) => String(i));
  const notes = new Map<string, string | null>([['a.md', article(...names)]]);
  const { go, undo, asked } = await prepared({ notes, room: 2 });
  const text = notes.get('a.md');
  const outcomes = await go();
  const kinds = outcomes.map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'saved')).toHaveLength(2);
  expect(outcomes.find(({ kind }) => kind === 'failed')).toMatchObject({
    error: expect.stringMatching(/^https:.*: The disk is full\.$/) as string,
  });
  expect(asked.length).toBeLessThan(1200);
  expect(notes.get('a.md')?.match(/files\//g)).toHaveLength(2);
  await undo();
  expect(notes.get('a.md')).toBe(text);
});

test('a note that changes meanwhile is left as it is', async () => {
  const notes = new Map<string, string | null>([['a.md', article('1')]]);
  const { go } = await prepared({
    notes,
    change: { onImage: () => void notes.set('a.md', `${article('1')}More.`) },
  });
  expect(await go()).toEqual([
    { kind: 'left', path: 'a.md', url: `${HOST}/1.png`, reason: 'changed-meanwhile', status: null },
  ]);
  expect(notes.get('a.md')).toBe(`${article('1')}More.`);
});

test('a stop ends fetching; what was saved until then is linked, and the rest is not told', async () => {
  const notes = new Map<string, string | null>([['a.md', article('1', '2')]]);
  const ending = new AbortController();
  const { go } = await prepared({
    notes,
    serve: (url) =>
      url.endsWith('2.png') ? { kind: 'problem', problem: 'stopped' } : answer(pictureOf(url)),
    change: { signal: ending.signal, onImage: () => ending.abort() },
  });
  expect((await go()).map(({ kind }) => kind)).toEqual(['saved']);
  expect(notes.get('a.md')).toContain(`](${HOST}/2.png)`);
});

describe('one small picture', () => {
  const refusal = png(20, 20, 1);

  test('for three URLs is a refusal, and its file does not stay', async () => {
    const notes = new Map<string, string | null>([['a.md', article('1', '2', '3', '4')]]);
    const { go, disk } = await prepared({
      notes,
      serve: (url) => answer(url.endsWith('4.png') ? pictureOf(url) : refusal),
    });
    const outcomes = await go();
    expect(outcomes.filter(({ kind }) => kind === 'left')).toHaveLength(3);
    expect(outcomes.filter(({ kind }) => kind === 'saved')).toHaveLength(1);
    expect(disk.files.size).toBe(1);
  });

  test('for two is one image, unless another way to ask brings more', async () => {
    const notes = new Map<string, string | null>([['a.md', article('1', '2')]]);
    const { go, disk } = await prepared({ notes, serve: () => answer(refusal) });
    expect((await go()).map(({ kind }) => kind)).toEqual(['saved', 'saved']);
    expect(disk.files.size).toBe(1);
    const others = new Map<string, string | null>([['a.md', article('1', '2')]]);
    const second = await prepared({
      notes: others,
      serve: (url, referer) =>
        answer(referer?.startsWith('https://harbour') ? refusal : pictureOf(url)),
    });
    expect((await second.go()).map(({ kind }) => kind)).toEqual(['saved', 'saved']);
    expect(second.disk.files.size).toBe(2);
  });
});

test('what earlier runs saved is known, unless its file is gone or another', async () => {
  const notes = new Map<string, string | null>([['a.md', article('1', '2', '3')]]);
  const { go, disk, journals } = await prepared({ notes });
  await go();
  const [first = '', second = ''] = disk.files.keys();
  disk.files.delete(first);
  disk.files.set(second, new Uint8Array(1));
  const urls = new Set(['1', '2', '3'].map((name) => `${HOST}/${name}.png`));
  const known = await savedBefore(urls, journals, disk.store);
  expect([...known.keys()]).toHaveLength(1);
  expect(await savedBefore(new Set(), journals, disk.store)).toEqual(new Map());
});

test('a note that can’t be read or is no UTF-8 is told', async () => {
  const notes = new Map<string, string | null>([['b.md', article('1')]]);
  const { wanted } = await prepared({ notes });
  const store = notesInMemory(new Map());
  expect(await wantedImages(['gone.md'], store, READER)).toMatchObject({
    failed: [{ path: 'gone.md', error: 'The file is no longer there.' }],
  });
  expect([...wanted.notes.keys()]).toEqual(['b.md']);
});
