import type { SavedImage } from '../../../src/core/runs/journal-format';
import { savedBefore } from '../../../src/core/runs/saved-before';
import { png } from '../images/pictures';
import { ID, noteOf, ORIGINAL, READ } from '../omnivore/note-of';
import { answer, article, HOST, pictureOf, prepared } from './image-run-in-memory';

type Notes = Map<string, string | null>;
const notesOf = (...texts: readonly string[]): Notes =>
  new Map(texts.map((text, i) => [`${String(i).padStart(3, '0')}.md`, text]));
const URL = `${HOST}/1.png`;

test('an image that an earlier run saved is linked without a request, and undo keeps its file for the others', async () => {
  const notes = notesOf(article('1'));
  const first = await prepared({ notes });
  await first.go();
  const [path = ''] = first.disk.files.keys();
  const known = await savedBefore(new Set([URL]), first.journals, first.disk.store);
  expect([...known.keys()]).toEqual([URL]);

  const others = notesOf(article('1'), article('1', '2'));
  const second = await prepared({ notes: others, change: { known, files: first.disk.store } });
  const outcomes = await second.go();
  expect(outcomes.map(({ kind }) => kind)).toEqual(['saved', 'saved', 'saved']);
  expect(second.asked).toEqual([`${HOST}/2.png`]);
  expect([...others.values()].join('').split(`](${path})`)).toHaveLength(3);
});

test('a known image whose file is not in the journal is not used', async () => {
  const { disk, journals } = await prepared({ notes: notesOf() });
  expect(await savedBefore(new Set([URL]), journals, disk.store)).toEqual(new Map());
});

test('a note that can’t be written fails, and the other notes are linked', async () => {
  const notes = notesOf(article('1'), article('2'));
  const { go, store, run } = await prepared({ notes });
  Object.assign(run, {
    store: {
      ...store,
      replace: (path: string, before: string, after: string) =>
        path === '000.md'
          ? Promise.reject(new Error('The note is read-only.'))
          : store.replace(path, before, after),
    },
  });
  expect((await go()).map(({ kind, path }) => `${path} ${kind}`)).toEqual([
    '000.md failed',
    '001.md saved',
  ]);
  expect(notes.get('000.md')).toBe(article('1'));
});

test('a note that changes between reading and writing keeps its text', async () => {
  const notes = notesOf(article('1'));
  const { go, store, run } = await prepared({ notes });
  Object.assign(run, {
    store: { ...store, replace: () => Promise.resolve('changed-meanwhile') },
  });
  expect(await go()).toMatchObject([
    { kind: 'skipped', path: '000.md', url: URL, reason: 'changed-meanwhile' },
  ]);
});

test('a note that is deleted while its images are fetched fails', async () => {
  const notes = notesOf(article('1'), article('1'));
  const { go } = await prepared({ notes, change: { onImage: () => void notes.delete('000.md') } });
  expect((await go()).map(({ kind, path }) => `${path} ${kind}`)).toEqual([
    '000.md failed',
    '001.md saved',
  ]);
});

test('a note that could not be read is reported', async () => {
  const { go, wanted } = await prepared({ notes: notesOf(article('1')) });
  Object.assign(wanted, { failed: [{ path: 'gone.md', error: 'The file is no longer there.' }] });
  expect((await go())[0]).toEqual({
    ...{ kind: 'failed', path: 'gone.md', error: 'The file is no longer there.' },
  });
});

test('more notes than are written together are all linked', async () => {
  const texts = Array.from({ length: 150 }, () => article('1'));
  const notes = notesOf(...texts);
  const { go, asked } = await prepared({ notes });
  expect(await go()).toHaveLength(150);
  expect(asked).toHaveLength(1);
  expect([...notes.values()].every((text) => text?.includes('](files/'))).toBe(true);
});

test.each([
  ['a plain value', `cover: ${URL}`, 'saved'],
  ['a quoted value', `cover: "${URL}"`, 'saved'],
  ['a value with a comment', `cover: ${URL} # from the site`, 'saved'],
])('%s of a property: %s is %s', async (_, property, kind) => {
  const notes = notesOf(noteOf(`${ID}\n${property}`, `${READ}\n${ORIGINAL}`));
  const [before = ''] = notes.values();
  const { go, undo } = await prepared({ notes });
  const outcomes = await go();
  expect(outcomes.map((outcome) => outcome.kind)).toEqual([kind]);
  await undo();
  expect(notes.get('000.md')).toBe(before);
});

describe('the same image under two URLs', () => {
  const large = png(900, 900, 7);

  test('fails for both if its file can’t be written', async () => {
    const notes = notesOf(article('1', '2'));
    const { go } = await prepared({ notes, serve: () => answer(large), room: 0 });
    const errors = (await go()).map((outcome) => ('error' in outcome ? outcome.error : ''));
    expect(errors.map((error) => error.replace(/^\S+ /, '')).sort()).toEqual([
      'Its file could not be written.',
      'The disk is full.',
    ]);
    expect(notes.get('000.md')).toBe(article('1', '2'));
  });

  test('fails for both if another program creates a file of that name first', async () => {
    const notes = notesOf(article('1', '2'));
    const { go, run, disk } = await prepared({ notes, serve: () => answer(large) });
    Object.assign(run, { files: { ...disk.store, create: () => Promise.resolve('exists') } });
    expect((await go()).map(({ kind }) => kind)).toEqual(['failed', 'failed']);
    expect(notes.get('000.md')).toBe(article('1', '2'));
  });
});

test('a folder is recorded once, however many batches need it', async () => {
  const names = Array.from({ length: 80 }, (_, i) => String(i));
  const { go, run, disk, lines } = await prepared({ notes: notesOf(article(...names)) });
  Object.assign(run, {
    files: { ...disk.store, missingFolders: () => Promise.resolve(['files']) },
  });
  await go();
  expect([...lines.values()].join('').split('{"folder":"files"}')).toHaveLength(2);
});

test('fetching waits while too many bytes wait for the disk', async () => {
  const names = ['1', '2', '3', '4', '5'];
  const bytes = (url: string): Uint8Array => {
    const picture = pictureOf(url);
    const large = new Uint8Array(24 * 1024 * 1024);
    large.set(picture);
    return large;
  };
  const notes = notesOf(article(...names));
  const { go, disk } = await prepared({ notes, serve: (url) => answer(bytes(url)) });
  expect((await go()).map(({ kind }) => kind)).toEqual(names.map(() => 'saved'));
  expect(disk.files.size).toBe(5);
});

test('a run that is stopped before it begins fetches nothing', async () => {
  const controller = new AbortController();
  controller.abort();
  const notes = notesOf(article('1'));
  const { go, asked } = await prepared({ notes, change: { signal: controller.signal } });
  expect(await go()).toEqual([]);
  expect(asked).toEqual([]);
});

test('a refusal that the archive answers too stays a link', async () => {
  const refusal = png(20, 20, 1);
  const notes = notesOf(article('1', '2', '3'));
  const { go, disk } = await prepared({
    notes,
    serve: (url, referer) =>
      referer === null && !url.includes('archive')
        ? { kind: 'problem', problem: 'no-connection' }
        : answer(refusal),
    change: { archive: 'https://archive.example.org/web' },
  });
  expect((await go()).map(({ kind }) => kind)).toEqual(['skipped', 'skipped', 'skipped']);
  expect(disk.files.size).toBe(0);
});

test('each note is reported when it is linked', async () => {
  const seen: string[] = [];
  const notes = notesOf(article('1'), article('2'));
  const { go } = await prepared({ notes, change: { onNote: (path) => void seen.push(path) } });
  await go();
  expect(seen).toEqual(['000.md', '001.md']);
});

test('an earlier journal that names no image path is not used', async () => {
  const { disk, journals, lines } = await prepared({ notes: notesOf() });
  const image: SavedImage = { path: '../out.png', url: URL, bytes: 3, from: 'original' };
  const { path, url, bytes, from } = image;
  const head = {
    schema: 1,
    run: '20260101T000000000-ab12',
    started: '2026-01-01T00:00:00.000Z',
    repairs: [],
    kind: 'images',
  };
  lines.set(
    '20260101T000000000-ab12.jsonl',
    `${JSON.stringify(head)}\n${JSON.stringify({ image: [path, url, bytes, from] })}\n`,
  );
  expect(await savedBefore(new Set([URL]), journals, disk.store)).toEqual(new Map());
});
