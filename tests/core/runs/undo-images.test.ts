import { imageFileName } from '../../../src/core/images/file-name';
import { sha256 } from '../../../src/core/images/sha256';
import type { FileStore } from '../../../src/core/runs/file-store';
import { undoImages } from '../../../src/core/runs/undo-images';
import type { FileUndoOutcome } from '../../../src/core/runs/undo-files';
import { png } from '../images/pictures';
import { filesInMemory } from './files-in-memory';

const PICTURE = png(30, 30, 1);
const UTF8 = new TextEncoder();
let name = '';
let path = '';

beforeAll(async () => {
  name = imageFileName('Tides', await sha256(PICTURE), 'png');
  path = `files/${name}`;
});

/** Undoes images of these paths, in a run that created the folders. */
async function undone(
  store: FileStore,
  paths: readonly string[],
  folders: readonly string[] = [],
): Promise<readonly FileUndoOutcome[]> {
  async function* images() {
    for (const each of paths) yield { path: each, url: '', bytes: 1, from: 'original' as const };
  }
  const outcomes: FileUndoOutcome[] = [];
  for await (const outcome of undoImages(images(), folders, store)) outcomes.push(outcome);
  return outcomes;
}

test('an image is moved to the trash once, then its folders, innermost first', async () => {
  const { store, trashed, removed } = filesInMemory({ [path]: PICTURE });
  let flushed = 0;
  const safe = { ...store, flush: () => Promise.resolve(void flushed++) };
  expect(await undone(safe, [path, path], ['files', 'files/in', '../out'])).toEqual([
    { kind: 'trashed', path },
    { kind: 'as-before', path },
  ]);
  expect(trashed).toEqual([path]);
  expect(removed).toEqual(['files/in', 'files']);
  expect(flushed).toBe(1);
});

test('a run without images changes nothing', async () => {
  const { store, removed } = filesInMemory({ [path]: PICTURE });
  expect(await undone(store, [], ['files'])).toEqual([]);
  expect(removed).toEqual([]);
});

test.each(['a.md', 'board.canvas', 'page.html'])('an image that %s shows stays', async (file) => {
  const { store, trashed } = filesInMemory({
    [path]: PICTURE,
    [file]: UTF8.encode(`see ${path}`),
  });
  expect(await undone(store, [path])).toEqual([{ kind: 'skipped', path, reason: 'in-use' }]);
  expect(trashed).toEqual([]);
});

test('a file that can’t link does not keep an image', async () => {
  const { store } = filesInMemory({ [path]: PICTURE, 'log.txt': UTF8.encode(path) });
  expect(await undone(store, [path])).toEqual([{ kind: 'trashed', path }]);
});

test('a note that disappears while notes are read does not keep an image', async () => {
  const { store } = filesInMemory({ [path]: PICTURE });
  const list = () => Promise.resolve([path, 'gone.md']);
  expect(await undone({ ...store, list }, [path])).toEqual([{ kind: 'trashed', path }]);
});

test('an image that is gone, was edited or was renamed is not touched', async () => {
  const { store, trashed } = filesInMemory({ [path]: png(30, 30, 2), 'mine.png': PICTURE });
  const gone = `other/${name}`;
  expect(await undone(store, [gone, path, 'mine.png', `../${name}`])).toEqual([
    { kind: 'as-before', path: gone },
    { kind: 'skipped', path, reason: 'changed-since' },
    { kind: 'skipped', path: 'mine.png', reason: 'not-a-note' },
    { kind: 'skipped', path: `../${name}`, reason: 'not-a-note' },
  ]);
  expect(trashed).toEqual([]);
});

test('an image that can’t be moved to the trash is listed, and the next one is moved', async () => {
  const { store } = filesInMemory({ [path]: PICTURE, [name]: PICTURE });
  const trash = (at: string) =>
    at === path ? Promise.reject(new Error('It is open.')) : store.trash(at);
  expect(await undone({ ...store, trash }, [path, name])).toEqual([
    { kind: 'failed', path, error: 'It is open.' },
    { kind: 'trashed', path: name },
  ]);
});
