import { hashInName } from '../../../src/core/images/file-name';
import { sha256 } from '../../../src/core/images/sha256';
import { savedBefore } from '../../../src/core/runs/saved-before';
import { hostsOf, wantedImages } from '../../../src/core/runs/wanted-images';
import { png } from '../images/pictures';
import { answer, article, HOST, pictureOf, prepared, READER } from './image-run-in-memory';
import { notesInMemory } from './stores';

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

test('the journal names a file before it is created, and a note before it is written', async () => {
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
  'if the journal can’t be written after %d times, nothing more is written',
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

test('if files can’t be written, their images stay links, and fetching soon stops', async () => {
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

test('a note that changes meanwhile is skipped', async () => {
  const notes = new Map<string, string | null>([['a.md', article('1')]]);
  const { go } = await prepared({
    notes,
    change: { onImage: () => void notes.set('a.md', `${article('1')}More.`) },
  });
  expect(await go()).toEqual([
    {
      kind: 'skipped',
      path: 'a.md',
      url: `${HOST}/1.png`,
      reason: 'changed-meanwhile',
      status: null,
    },
  ]);
  expect(notes.get('a.md')).toBe(`${article('1')}More.`);
});

test('a stop ends fetching; what was saved until then is linked, and the rest is not listed', async () => {
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
    expect(outcomes.filter(({ kind }) => kind === 'skipped')).toHaveLength(3);
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

test('images that earlier runs saved are reused, unless their file is gone or changed', async () => {
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

test('a note that can’t be read or is not UTF-8 is listed', async () => {
  const notes = new Map<string, string | null>([['b.md', article('1')]]);
  const { wanted } = await prepared({ notes });
  const store = notesInMemory(new Map());
  expect(await wantedImages(['gone.md'], store, READER)).toMatchObject({
    failed: [{ path: 'gone.md', error: 'The file is no longer there.' }],
  });
  expect([...wanted.notes.keys()]).toEqual(['b.md']);
});
