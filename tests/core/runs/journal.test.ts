import { MAX_RUNS, markUndone, openJournal, stepText } from '../../../src/core/runs/journal';
import type { Step } from '../../../src/core/runs/journal-format';
import { latestRun, readRun, runIds } from '../../../src/core/runs/read-journal';
import type { JournalStore } from '../../../src/core/runs/note-store';
import { journalInMemory, stepsIn } from './stores';

const START = Date.UTC(2024, 2, 14, 8, 21, 56, 7);
const stepOn = (path: string): Step => ({
  ...{ path, hashBefore: '1-a', hashAfter: '2-b' },
  undo: [{ from: 3, to: 5, insert: '"\n\u2028 🏮' }],
});

test('a run is read as written', async () => {
  const store = journalInMemory();
  const journal = openJournal(store, new Date(START), 'ab12', ['draft-flag', 'dates']);
  await journal.write([stepOn('Shelf/a "note".md'), stepOn('读后感.md')]);
  await journal.write([stepOn('c.md')]);
  expect(journal.run).toBe('20240314T082156007-ab12');
  expect(await readRun(store, journal.run)).toEqual({
    id: '20240314T082156007-ab12',
    started: '2024-03-14T08:21:56.007Z',
    ...{ files: [], removed: [], folders: [] },
    undone: false,
    repairs: ['draft-flag', 'dates'],
    steps: [expect.anything(), expect.anything(), expect.anything()],
    ...{ files: [], removed: [], images: [], folders: [] },
  });
  expect(await stepsIn(store, journal.run)).toEqual([
    ...[stepOn('Shelf/a "note".md'), stepOn('读后感.md'), stepOn('c.md')],
  ]);
});

test('steps that another thread has turned into text are written the same', async () => {
  const steps = [stepOn('Shelf/a "note".md'), stepOn('读后感.md')];
  const [files, others] = [new Map<string, string>(), new Map<string, string>()];
  await openJournal(journalInMemory(files), new Date(START), 'aaaa').write(steps);
  const other = openJournal(journalInMemory(others), new Date(START), 'aaaa');
  await other.writeTexts(
    steps.map(stepText),
    steps.map(({ path }) => path),
  );
  expect(others).toEqual(files);
});

test('a run that writes no step leaves no file', async () => {
  const files = new Map<string, string>();
  openJournal(journalInMemory(files), new Date(START), 'aaaa');
  await Promise.resolve();
  expect([...files]).toEqual([]);
});

test('a long run lets others have their turn while it is read', async () => {
  let turns = 0;
  const yieldToEventLoop = (): Promise<void> => Promise.resolve(void turns++);
  const store = { ...journalInMemory(), yieldToEventLoop };
  const paths = Array.from({ length: 1000 }, (_, i) => `${i}.md`);
  const journal = openJournal(store, new Date(START), 'aaaa');
  await journal.write(paths.map(stepOn));
  turns = 0;
  expect((await readRun(store, journal.run))?.steps).toHaveLength(1000);
  expect(turns).toBeGreaterThan(10);
});

test.each([
  ['no run', 'nowhere', null],
  ['a path', '../../etc/passwd', null],
  ['the name of its file', '20240314T082156007-aaaa.jsonl', null],
])('%s is not a run’s id', async (_, id, expected) => {
  const store = journalInMemory();
  await openJournal(store, new Date(START), 'aaaa').write([stepOn('a.md')]);
  expect(await readRun(store, id)).toBe(expected);
});

describe('a journal truncated anywhere', () => {
  const files = new Map<string, string>();
  const store = journalInMemory(files);
  const paths = ['a.md', 'b.md', 'c.md'];
  let whole = '';
  let name = '';
  beforeAll(async () => {
    await openJournal(store, new Date(START), 'aaaa').write(paths.map(stepOn));
    [[name, whole]] = [...files] as [[string, string]];
  });

  test('gives all steps that were wholly written, and no other', async () => {
    for (let length = 0; length <= whole.length; length++) {
      files.set(name, whole.slice(0, length));
      const steps = await stepsIn(store, name.replace('.jsonl', ''));
      // A line is whole when its closing brace is there, with or without the line's end.
      const lines = `${whole.slice(0, length)}\n`.split('}\n').length - 2;
      expect(steps).toEqual(paths.slice(0, Math.max(0, lines)).map(stepOn));
    }
  });

  test.each([
    ['bytes that were never written', '\0\0\0\0'],
    ['a step without undo edits', '{"step":["a.md","1","2"]}'],
    ['a step of the wrong types', '{"step":["a.md","1","2",[["x",1,2]]]}'],
    ['edits that overlap', '{"step":["a.md","1","2",[[0,9,""],[3,9,""]]]}'],
    ['an edit that ends before it begins', '{"step":["a.md","1","2",[[9,0,""]]]}'],
    ['an edit that is none', '{"step":["a.md","1","2",[5]]}'],
    ['something else', '[1,2]\nnull\n"text"\n7'],
  ])('skips %s', async (_, rubbish) => {
    files.set(name, `${whole}${rubbish}\n`);
    const run = await readRun(store, name.replace('.jsonl', ''));
    expect(await stepsIn(store, name.replace('.jsonl', ''))).toEqual(paths.map(stepOn));
    expect(run?.undone).toBe(false);
  });
});

describe('which runs are kept', () => {
  /** Writes a run over so many notes; answers its id. */
  async function write(store: JournalStore, notes: number, at = START): Promise<string> {
    const journal = openJournal(store, new Date(at), 'aaaa');
    await journal.write(Array.from({ length: notes }, (_, i) => stepOn(`${i}.md`)));
    return journal.run;
  }

  test.each([
    ['over several notes', 2],
    ['over a single note', 1],
  ])(`the last ${MAX_RUNS} %s`, async (_, notes) => {
    const store = journalInMemory();
    await store.append('mine.txt', 'not a run', []);
    await store.append('set-01.jsonl', 'not a run either', []);
    const made: string[] = [];
    for (let i = 0; i < MAX_RUNS + 5; i++) made.push(await write(store, notes, START + i));
    expect(await runIds(store)).toEqual(made.slice(-MAX_RUNS));
    expect(await store.names()).toEqual(expect.arrayContaining(['mine.txt', 'set-01.jsonl']));
  });

  test('runs over a single note do not push out those over several, or vice versa', async () => {
    const store = journalInMemory();
    const one = await write(store, 1);
    const big = await write(store, 500);
    for (let i = 1; i < MAX_RUNS; i++) await write(store, 1);
    for (let i = 1; i < MAX_RUNS; i++) await write(store, 3);
    expect(await runIds(store)).toEqual(expect.arrayContaining([one, big]));
    await write(store, 1);
    expect(await runIds(store)).toContain(big);
    expect(await runIds(store)).not.toContain(one);
    await write(store, 2);
    expect(await runIds(store)).not.toContain(big);
  });

  test('marking single articles, or adding tags to them, does not push out a run over several notes', async () => {
    const store = journalInMemory();
    const big = await write(store, 500);
    for (let i = 0; i < 2 * MAX_RUNS; i++) {
      const kind = i % 2 === 0 ? 'reading-state' : 'tags';
      await openJournal(store, new Date(START), 'aaaa', [], kind).write([stepOn('a.md')]);
    }
    await write(store, 2);
    expect(await runIds(store)).toContain(big);
  });

  test('a large journal is not looked into, and counts as one of several notes', async () => {
    const store = journalInMemory();
    const large = openJournal(store, new Date(START), 'aaaa');
    await large.write([{ ...stepOn('a.md'), undo: [{ from: 0, to: 0, insert: 'x'.repeat(3e5) }] }]);
    for (let i = 0; i < MAX_RUNS + 5; i++) await write(store, 1);
    expect(await runIds(store)).toContain(large.run);
  });

  test('one that can’t be read is not removed', async () => {
    const store = journalInMemory();
    const first = await write(store, 1);
    const failing: JournalStore = {
      ...store,
      open: (name) =>
        name.startsWith(first) ? Promise.reject(new Error('No permission.')) : store.open(name),
    };
    for (let i = 0; i < MAX_RUNS + 5; i++) await write(failing, 1);
    expect(await runIds(store)).toContain(first);
  });
});

describe('the order of runs', () => {
  const YEAR = 365 * 24 * 3600 * 1000;
  const writeAt = async (store: JournalStore, at: number): Promise<string> => {
    const journal = openJournal(store, new Date(at), 'ffff');
    await journal.write([stepOn('a.md')]);
    return journal.run;
  };

  test('is that of their creation, even if the clock was set back', async () => {
    const store = journalInMemory();
    const ahead: string[] = [];
    for (let i = 0; i < MAX_RUNS; i++) ahead.push(await writeAt(store, START + YEAR + i));
    const first = await writeAt(store, START);
    const second = await writeAt(store, START + 1);
    expect(await runIds(store)).toEqual([...ahead.slice(2), first, second]);
    expect(await latestRun(store)).toMatchObject({
      id: second,
      started: '2024-03-14T08:21:56.008Z',
    });
  });

  test.each([
    ['29991231T235959999-ffff', '29991231T235960000-ffff'],
    ['20249999T999999999-0000', '20250000T000000000-ffff'],
    // There is nothing above it: then the time decides no more.
    ['99999999T999999999-0000', '99999999T999999999-ffff'],
  ])('a run after %s, which somebody else may have written, is %s', async (before, after) => {
    const store = journalInMemory(new Map([[`${before}.jsonl`, '']]));
    expect(await writeAt(store, START)).toBe(after);
    expect((await latestRun(store))?.id).toBe(after);
  });
});

test.each([
  ['of wrong types', '{"schema":1,"started":5,"repairs":"all"}', { started: '', repairs: [] }],
  ['with unknown repairs', '{"schema":1,"repairs":["dates",7,"x"]}', { repairs: ['dates'] }],
])('a head %s keeps only valid values', async (_, head, expected) => {
  const id = '20240314T082156007-aaaa';
  const store = journalInMemory(new Map([[`${id}.jsonl`, `${head}\n{"undone":"x","kept":"y"}\n`]]));
  expect(await readRun(store, id)).toEqual({
    started: '',
    ...expected,
    id,
    undone: true,
    ...{ steps: [], files: [], removed: [], images: [], folders: [] },
  });
});

test('if another run has the lock, nothing is written, even in the middle', async () => {
  const store = journalInMemory();
  let lockedBy: string | null = 'Another run.';
  const locking: JournalStore = {
    ...store,
    lock: () => (lockedBy ? Promise.reject(new Error(lockedBy)) : Promise.resolve()),
  };
  const journal = openJournal(locking, new Date(START), 'aaaa');
  await expect(journal.write([stepOn('a.md')])).rejects.toThrow('Another run.');
  expect(await store.names()).toEqual([]);
  lockedBy = null;
  await journal.write([stepOn('a.md')]);
  lockedBy = 'It was taken over.';
  await expect(journal.write([stepOn('b.md')])).rejects.toThrow('It was taken over.');
  expect(await stepsIn(store, journal.run)).toEqual([stepOn('a.md')]);
});

describe('the last run', () => {
  test('is the latest that was not undone', async () => {
    const store = journalInMemory();
    const runs = ['aaaa', 'bbbb', 'cccc'].map((suffix, i) =>
      openJournal(store, new Date(START + i), suffix),
    );
    for (const journal of runs) await journal.write([stepOn('a.md')]);
    const [first, second, third] = runs.map(({ run }) => run) as [string, string, string];
    expect((await latestRun(store))?.id).toBe(third);
    await markUndone(store, third, new Date(START));
    expect((await latestRun(store))?.id).toBe(second);
    await markUndone(store, first, new Date(START));
    expect((await latestRun(store))?.id).toBe(second);
    await markUndone(store, second, new Date(START));
    expect(await latestRun(store)).toBeNull();
  });

  test('is never one without a step on disk', async () => {
    const store = journalInMemory();
    const journal = openJournal(store, new Date(START), 'aaaa');
    await journal.write([stepOn('a.md')]);
    await store.append('20250101T000000000-bbbb.jsonl', '', []);
    await store.append('20250101T000000001-cccc.jsonl', '{"schema":1,"run":"20250101', []);
    expect((await latestRun(store))?.id).toBe(journal.run);
  });
});

test('a journal of 500 MB is read line by line, and the page runs in between', async () => {
  const id = '20240314T082156007-aaaa';
  const insert = 'x'.repeat(100_000);
  const line = Buffer.from(
    `${JSON.stringify({ step: ['a.md', '1-a', '1-b', [[0, 1, insert]]] })}\n`,
  );
  const lines = Math.ceil(500_000_000 / line.length);
  let [largest, yields] = [0, 0];
  const store: JournalStore = {
    ...journalInMemory(new Map([[`${id}.jsonl`, '']])),
    open: () =>
      Promise.resolve({
        size: lines * line.length,
        read(from, to) {
          largest = Math.max(largest, to - from);
          const start = from % line.length;
          const copies = Math.ceil((start + to - from) / line.length);
          const bytes = Buffer.concat(Array.from({ length: copies }, () => line));
          return Promise.resolve(bytes.subarray(start, start + to - from));
        },
        close: () => Promise.resolve(),
      }),
    yieldToEventLoop: () => Promise.resolve(void yields++),
  };
  const run = await readRun(store, id);
  expect(run?.steps).toHaveLength(lines);
  expect(run?.steps.at(-1)?.path).toBe('a.md');
  expect(largest).toBeLessThanOrEqual(1024 * 1024);
  expect(yields).toBeGreaterThan(lines / 10);
}, 60_000);
