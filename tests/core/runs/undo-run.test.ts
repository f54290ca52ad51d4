import type { Step } from '../../../src/core/runs/journal-format';
import type { NoteStore } from '../../../src/core/runs/note-store';
import { undoRun, type UndoOutcome } from '../../../src/core/runs/undo-run';
import { hash } from '../../../src/core/text/hash';
import { notesInMemory } from './stores';

const BEFORE = 'draft: true 🏮\r\n';
const AFTER = 'draft: false 🏮\r\n';
const UNDO = [{ from: 7, to: 12, insert: 'true' }];

function runOver(...paths: readonly string[]): readonly Step[] {
  const prints = { hashBefore: hash(BEFORE), hashAfter: hash(AFTER) };
  return paths.map((path) => ({ path, ...prints, undo: UNDO }));
}

async function* inTurn(steps: readonly Step[]): AsyncGenerator<Step> {
  for (const step of steps) yield await Promise.resolve(step);
}

async function undoAll(run: readonly Step[], store: NoteStore): Promise<readonly UndoOutcome[]> {
  const outcomes: UndoOutcome[] = [];
  for await (const outcome of undoRun(inTurn(run), store)) outcomes.push(outcome);
  return outcomes;
}

test.each<[string, string | null, string | null, Partial<UndoOutcome>]>([
  ['left by the run', AFTER, BEFORE, { kind: 'restored' }],
  ['never written', BEFORE, BEFORE, { kind: 'as-before' }],
  ['changed since', `${AFTER}x`, `${AFTER}x`, { kind: 'skipped', reason: 'changed-since' }],
  ['changed in one letter', AFTER.replace('f', 'F'), AFTER.replace('f', 'F'), { kind: 'skipped' }],
  ['emptied since', '', '', { kind: 'skipped', reason: 'changed-since' }],
  ['no UTF-8 any more', null, null, { kind: 'skipped', reason: 'changed-since' }],
])('a note that is %s', async (_, now, then, outcome) => {
  const notes = new Map([['a.md', now]]);
  expect(await undoAll(runOver('a.md'), notesInMemory(notes))).toMatchObject([
    { path: 'a.md', ...outcome },
  ]);
  expect(notes.get('a.md')).toBe(then);
});

test('undoes note by note, and a missing one does not stop it', async () => {
  const notes = new Map([
    ['a.md', AFTER],
    ['c.md', AFTER],
  ]);
  const outcomes = await undoAll(runOver('c.md', 'b.md', 'a.md'), notesInMemory(notes));
  expect(outcomes.map(({ path, kind }) => [path, kind])).toEqual([
    ...[
      ['c.md', 'restored'],
      ['b.md', 'failed'],
      ['a.md', 'restored'],
    ],
  ]);
  expect(outcomes[1]).toMatchObject({ error: 'The file is no longer there.' });
});

test('a note that changes between reading and writing stays', async () => {
  const notes = new Map([['a.md', AFTER]]);
  const store = notesInMemory(notes);
  const meddling: NoteStore = {
    ...store,
    replace(path, before, after) {
      notes.set(path, 'Mine.');
      return store.replace(path, before, after);
    },
  };
  expect(await undoAll(runOver('a.md'), meddling)).toEqual([
    { kind: 'skipped', path: 'a.md', reason: 'changed-since' },
  ]);
  expect(notes.get('a.md')).toBe('Mine.');
});

test('undo edits that do not restore the text before are not applied', async () => {
  const notes = new Map([['a.md', AFTER]]);
  const [step] = runOver('a.md');
  if (!step) throw new Error('No step.');
  const wrong = [{ ...step, undo: [{ from: 0, to: 99, insert: '' }] }];
  expect(await undoAll(wrong, notesInMemory(notes))).toMatchObject([{ kind: 'skipped' }]);
  expect(notes.get('a.md')).toBe(AFTER);
});

test('stopping in the middle does not change the rest', async () => {
  const notes = new Map([
    ['a.md', AFTER],
    ['b.md', AFTER],
  ]);
  for await (const { path } of undoRun(inTurn(runOver('b.md', 'a.md')), notesInMemory(notes))) {
    expect(path).toBe('b.md');
    break;
  }
  expect([...notes.values()]).toEqual([AFTER, BEFORE]);
});

test.each([
  '../.bashrc',
  '../outside.md',
  'Shelf/../../outside.md',
  '/etc/motd.md',
  'Shelf//a.md',
  './a.md',
  '.obsidian/snippets/a.md',
  '.git/hooks/a.md',
  'a.md/',
  'a.md\0',
  '.md',
  'a.txt',
  'main.js',
  '',
])('%j is not a note’s path: nothing there is read or written, and it is listed', async (path) => {
  const touched: string[] = [];
  const store: NoteStore = {
    list: () => Promise.resolve([]),
    read(read) {
      touched.push(read);
      return Promise.resolve({ kind: 'text', text: AFTER });
    },
    replace(replaced) {
      touched.push(replaced);
      return Promise.resolve('replaced');
    },
  };
  expect(await undoAll(runOver(path), store)).toEqual([
    { kind: 'skipped', path, reason: 'not-a-note' },
  ]);
  expect(touched).toEqual([]);
});

test.each(['a.md', 'A.MD', 'Shelf/ü.markdown', 'a b/c..d.md'])('%j is one', async (path) => {
  const notes = new Map([[path, AFTER]]);
  expect(await undoAll(runOver(path), notesInMemory(notes))).toMatchObject([{ kind: 'restored' }]);
});

test.each([1, 2])(
  'what was restored is brought to disk, also if it was stopped at %d',
  async (wanted) => {
    const notes = new Map([
      ['a.md', AFTER],
      ['b.md', AFTER],
    ]);
    let flushed = 0;
    const store = { ...notesInMemory(notes), flush: () => Promise.resolve(void flushed++) };
    let seen = 0;
    for await (const { kind } of undoRun(inTurn(runOver('a.md', 'b.md')), store)) {
      expect(kind).toBe('restored');
      if (++seen === wanted) break;
    }
    expect(flushed).toBe(1);
  },
);

test('restored notes are flushed to disk, even if the consumer stops', async () => {
  const notes = new Map([
    ['a.md', AFTER],
    ['b.md', AFTER],
  ]);
  let flushed = 0;
  const store: NoteStore = {
    ...notesInMemory(notes),
    flush: () => Promise.resolve(void flushed++),
  };
  for await (const outcome of undoRun(inTurn(runOver('b.md', 'a.md')), store)) {
    expect(outcome.kind).toBe('restored');
    break;
  }
  expect([flushed, notes.get('a.md'), notes.get('b.md')]).toEqual([1, AFTER, BEFORE]);
});
