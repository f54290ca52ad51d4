import { latestRun, stepsOf } from '../../../src/core/runs/read-journal';
import { openJournal, type OpenJournal } from '../../../src/core/runs/journal';
import type { NoteStore } from '../../../src/core/runs/note-store';
import { isUnrelated, type NoteResult } from '../../../src/core/runs/note-result';
import { repairRun } from '../../../src/core/runs/repair-run';
import { undoRun } from '../../../src/core/runs/undo-run';
import { hash } from '../../../src/core/text/hash';
import { journalInMemory, notesInMemory, planner, saved, stepsIn } from './stores';

const REPAIRED = saved('2024-03-20T18:15:30');

function manyNotes(count: number): Map<string, string | null> {
  return new Map(Array.from({ length: count }, (_, i) => [`${i}.md`, saved()]));
}

function newJournal(): { journal: OpenJournal; store: ReturnType<typeof journalInMemory> } {
  const store = journalInMemory();
  return { journal: openJournal(store, new Date(0), 'aaaa'), store };
}

async function all<T>(from: AsyncIterable<T>): Promise<readonly T[]> {
  const items: T[] = [];
  for await (const item of from) items.push(item);
  return items;
}

/** What came of a note, in a word. */
function outcomeOf(note: NoteResult): string {
  if (note.kind === 'failed') return note.kind;
  return isUnrelated(note) ? 'unrelated' : note.outcome;
}

async function repairAll(notes: Map<string, string | null>, store = notesInMemory(notes)) {
  const { journal } = newJournal();
  const outcomes = await all(repairRun([...notes.keys()], store, planner, journal));
  return Object.fromEntries(outcomes.map((outcome) => [outcome.path, outcome]));
}

test('reports the outcome of every note', async () => {
  const notes = new Map([
    ['due.md', saved()],
    ['fine.md', REPAIRED],
    ['other.md', 'A thought.\n'],
    ['broken.md', null],
    ['left.md', saved('2024-02-30 10:00')],
  ]);
  const outcomes = await repairAll(notes);
  const found = Object.entries(outcomes).map(([path, note]) => [path, outcomeOf(note)]);
  expect(Object.fromEntries(found)).toEqual({
    'due.md': 'repaired',
    'fine.md': 'unchanged',
    'other.md': 'unrelated',
    'broken.md': 'invalid-utf8',
    'left.md': 'unchanged',
  });
  expect(outcomes['left.md']).toMatchObject({
    plan: { findings: [{ unresolved: 'impossible-date' }] },
  });
  expect([...notes.values()]).toEqual([
    REPAIRED,
    ...[REPAIRED, 'A thought.\n', null, saved('2024-02-30 10:00')],
  ]);
});

describe('a note that another program touches between reading and writing', () => {
  const meddled = (meddle: (notes: Map<string, string | null>) => void) => {
    const notes = manyNotes(3);
    const store = notesInMemory(notes);
    const meddling: NoteStore = {
      ...store,
      replace(path, before, after) {
        if (path === '1.md') meddle(notes);
        return store.replace(path, before, after);
      },
    };
    return { notes, outcomes: repairAll(notes, meddling) };
  };

  test('keeps the other program’s text, and is listed', async () => {
    const { notes, outcomes } = meddled((all) => all.set('1.md', `${saved()}More.\n`));
    expect((await outcomes)['1.md']).toMatchObject({ outcome: 'changed-meanwhile' });
    expect([...notes.values()]).toEqual([REPAIRED, `${saved()}More.\n`, REPAIRED]);
  });

  test('is not created again if it disappeared', async () => {
    const { notes, outcomes } = meddled((all) => all.delete('1.md'));
    expect((await outcomes)['1.md']).toMatchObject({ outcome: 'changed-meanwhile' });
    expect([...notes.keys()]).toEqual(['0.md', '2.md']);
  });
});

test('a note that disappeared before it was read is listed, and the others are repaired', async () => {
  const notes = manyNotes(2);
  const { journal } = newJournal();
  const paths = ['0.md', 'gone.md', '1.md'];
  const outcomes = await all(repairRun(paths, notesInMemory(notes), planner, journal));
  expect(outcomes.map((note) => [note.path, outcomeOf(note)]).sort()).toEqual([
    ...[
      ['0.md', 'repaired'],
      ['1.md', 'repaired'],
      ['gone.md', 'failed'],
    ],
  ]);
});

test('a note that can’t be written is listed in one line, and the others are repaired', async () => {
  const notes = manyNotes(3);
  const store = notesInMemory(notes);
  const outcomes = await repairAll(notes, {
    ...store,
    replace: (path, before, after) =>
      path === '1.md'
        ? Promise.reject(new Error('The disk is full.\n    at write'))
        : store.replace(path, before, after),
  });
  expect(outcomes['1.md']).toEqual({ kind: 'failed', path: '1.md', error: 'The disk is full.' });
  expect([...notes.values()]).toEqual([REPAIRED, saved(), REPAIRED]);
});

describe('undo', () => {
  test('is on disk before a note is written', async () => {
    const notes = manyNotes(100);
    const store = notesInMemory(notes);
    const { journal, store: journals } = newJournal();
    const unprotected: string[] = [];
    const checking: NoteStore = {
      ...store,
      async replace(path, before, after) {
        const steps = await stepsIn(journals, journal.run);
        if (!steps.some((step) => step.path === path)) unprotected.push(path);
        return store.replace(path, before, after);
      },
    };
    await all(repairRun([...notes.keys()], checking, planner, journal));
    expect(unprotected).toEqual([]);
    expect(new Set(notes.values())).toEqual(new Set([REPAIRED]));
  });

  test.each([0, 1, 2])(
    'if it can’t be written after %d times, no further note is written',
    async (times) => {
      const notes = manyNotes(100);
      const { journal, store: journals } = newJournal();
      let left = times;
      const failing: OpenJournal = {
        get run() {
          return journal.run;
        },
        writeFiles: journal.writeFiles,
        writeTexts: journal.writeTexts,
        write: (steps) =>
          left-- > 0 ? journal.write(steps) : Promise.reject(new Error('The disk is full.')),
      };
      const outcomes: NoteResult[] = [];
      const running = (async () => {
        const run = repairRun([...notes.keys()], notesInMemory(notes), planner, failing);
        for await (const outcome of run) outcomes.push(outcome);
      })();
      await expect(running).rejects.toThrow('The disk is full.');
      const steps = await stepsIn(journals, journal.run);
      const written = [...notes].filter(([, text]) => text === REPAIRED).map(([path]) => path);
      expect(written).toEqual(steps.map(({ path }) => path));
      expect(outcomes.map(({ path }) => path)).toEqual(written);
    },
  );
});

describe('cancelling', () => {
  test.each([1, 2, 17, 63])(
    'after note %d changes no other note, and undo restores',
    async (wanted) => {
      const notes = manyNotes(100);
      const { journal, store: journals } = newJournal();
      let seen = 0;
      for await (const note of repairRun(
        [...notes.keys()],
        notesInMemory(notes),
        planner,
        journal,
      )) {
        expect(outcomeOf(note)).toBe('repaired');
        if (++seen === wanted) break;
      }
      expect([...notes.values()].filter((text) => text === REPAIRED)).toHaveLength(wanted);
      const run = await latestRun(journals);
      if (!run) throw new Error('No run.');
      const undone = await all(undoRun(stepsOf(journals, run), notesInMemory(notes)));
      expect(undone.filter(({ kind }) => kind === 'restored')).toHaveLength(wanted);
      expect(undone.filter(({ kind }) => kind !== 'restored' && kind !== 'as-before')).toEqual([]);
      expect(notes).toEqual(manyNotes(100));
    },
  );
});

describe('a store that brings notes to disk together', () => {
  const flushed = (notes: Map<string, string | null>) => {
    let written = 0;
    const flushes: number[] = [];
    const store = notesInMemory(notes);
    const counting: NoteStore = {
      ...store,
      replace(path, before, after) {
        written++;
        return store.replace(path, before, after);
      },
      flush: () => Promise.resolve(void flushes.push(written)),
    };
    return { counting, flushes };
  };

  test('does so for each batch, and before the run ends', async () => {
    const notes = manyNotes(40);
    const { counting, flushes } = flushed(notes);
    await repairAll(notes, counting);
    expect(flushes).toEqual([16, 32, 40]);
  });

  test('also for notes written when the run was stopped', async () => {
    const notes = manyNotes(40);
    const { counting, flushes } = flushed(notes);
    const { journal } = newJournal();
    let seen = 0;
    for await (const note of repairRun([...notes.keys()], counting, planner, journal)) {
      expect(outcomeOf(note)).toBe('repaired');
      if (++seen === 18) break;
    }
    expect(flushes).toEqual([16, 18]);
  });

  test('ends the run if that fails', async () => {
    const notes = manyNotes(40);
    const { counting } = flushed(notes);
    const failing = { ...counting, flush: () => Promise.reject(new Error('Disk error.')) };
    await expect(repairAll(notes, failing)).rejects.toThrow('Disk error.');
    expect([...notes.values()].filter((text) => text === REPAIRED)).toHaveLength(16);
  });
});

test('a path that is given twice is repaired once, and undo restores it', async () => {
  const notes = manyNotes(1);
  const { journal, store: journals } = newJournal();
  const outcomes = await all(repairRun(['0.md', '0.md'], notesInMemory(notes), planner, journal));
  expect(outcomes.map(outcomeOf)).toEqual(['repaired', 'changed-meanwhile']);
  expect(notes.get('0.md')).toBe(REPAIRED);
  const run = await latestRun(journals);
  if (!run) throw new Error('No run.');
  const undone = await all(undoRun(stepsOf(journals, run), notesInMemory(notes)));
  expect(undone.map(({ kind }) => kind)).toEqual(['restored', 'as-before']);
  expect(notes).toEqual(manyNotes(1));
});

test('a note that has changed since it was read is skipped, and gets no step', async () => {
  const notes = manyNotes(3);
  const { journal, store: journals } = newJournal();
  const seen = new Map([
    ['0.md', hash(saved())],
    ['1.md', hash(`${saved()}Another thought.`)],
  ]);
  const outcomes = await all(
    repairRun([...notes.keys()], notesInMemory(notes), planner, journal, { seen }),
  );
  expect(outcomes.map((note) => [note.path, outcomeOf(note)])).toEqual([
    ['1.md', 'changed-after-preview'],
    ['0.md', 'repaired'],
    ['2.md', 'repaired'],
  ]);
  const steps = await stepsIn(journals, journal.run);
  expect(steps.map(({ path }) => path)).toEqual(['0.md', '2.md']);
});

test('a note that is only to be reported is not written', async () => {
  const notes = manyNotes(2);
  const { journal } = newJournal();
  const options = { reportOnly: new Set(['1.md']) };
  const store = notesInMemory(notes);
  const outcomes = await all(repairRun([...notes.keys()], store, planner, journal, options));
  expect(outcomes.map(outcomeOf)).toEqual(['unchanged', 'repaired']);
  expect([notes.get('0.md'), notes.get('1.md')]).toEqual([REPAIRED, saved()]);
});
