import {
  RUNS_KEPT,
  latestRun,
  markUndone,
  openJournal,
  readRun,
  runIds,
  type Step,
} from '../../src/runs/journal';
import { journalInMemory } from './stores';

const START = Date.UTC(2024, 2, 14, 8, 21, 56, 7);
const stepOn = (path: string): Step => ({
  ...{ path, was: '1-a', left: '2-b' },
  undo: [{ from: 3, to: 5, insert: '"\n\u2028 🏮' }],
});

test('a run is read as it was written', async () => {
  const store = journalInMemory();
  const journal = openJournal(store, new Date(START), 'ab12', ['draft-flag', 'dates']);
  await journal.write([stepOn('Shelf/a "note".md'), stepOn('读后感.md')]);
  await journal.write([stepOn('c.md')]);
  expect(journal.run).toBe('20240314T082156007-ab12');
  expect(await readRun(store, journal.run)).toEqual({
    id: '20240314T082156007-ab12',
    started: '2024-03-14T08:21:56.007Z',
    undone: false,
    repairs: ['draft-flag', 'dates'],
    steps: [stepOn('Shelf/a "note".md'), stepOn('读后感.md'), stepOn('c.md')],
  });
});

test('a run that writes no step leaves no file', async () => {
  const files = new Map<string, string>();
  openJournal(journalInMemory(files), new Date(START), 'aa');
  await Promise.resolve();
  expect([...files]).toEqual([]);
});

test('a long run lets others have their turn while it is read', async () => {
  let turns = 0;
  const giveWay = (): Promise<void> => Promise.resolve(void turns++);
  const store = { ...journalInMemory(), giveWay };
  const paths = Array.from({ length: 1000 }, (_, i) => `${i}.md`);
  const { run, write } = openJournal(store, new Date(START), 'aa');
  await write(paths.map(stepOn));
  expect((await readRun(store, run))?.steps.map(({ path }) => path)).toEqual(paths);
  expect(turns).toBeGreaterThan(10);
});

test.each([
  ['no run', 'nowhere', null],
  ['a path', '../../etc/passwd', null],
  ['the name of its file', '20240314T082156007-aa.jsonl', null],
])('%s is no run’s id', async (_, id, expected) => {
  const store = journalInMemory();
  await openJournal(store, new Date(START), 'aa').write([stepOn('a.md')]);
  expect(await readRun(store, id)).toBe(expected);
});

describe('a journal that was torn anywhere', () => {
  const files = new Map<string, string>();
  const store = journalInMemory(files);
  const paths = ['a.md', 'b.md', 'c.md'];
  let whole = '';
  let name = '';
  beforeAll(async () => {
    await openJournal(store, new Date(START), 'aa').write(paths.map(stepOn));
    [[name, whole]] = [...files] as [[string, string]];
  });

  test('gives all steps that were wholly written, and no other', async () => {
    for (let length = 0; length <= whole.length; length++) {
      files.set(name, whole.slice(0, length));
      const steps = (await readRun(store, name.replace('.jsonl', '')))?.steps ?? [];
      // A line is whole when its closing brace is there, with or without the line's end.
      const lines = `${whole.slice(0, length)}\n`.split('}\n').length - 2;
      expect(steps).toEqual(paths.slice(0, Math.max(0, lines)).map(stepOn));
    }
  });

  test.each([
    ['bytes that were never written', '\0\0\0\0'],
    ['a step without a way back', '{"step":["a.md","1","2"]}'],
    ['a step of the wrong types', '{"step":["a.md","1","2",[["x",1,2]]]}'],
    ['something else', '[1,2]\nnull\n"text"\n7'],
  ])('passes over %s', async (_, rubbish) => {
    files.set(name, `${whole}${rubbish}\n`);
    const run = await readRun(store, name.replace('.jsonl', ''));
    expect(run?.steps).toEqual(paths.map(stepOn));
    expect(run?.undone).toBe(false);
  });
});

test(`the last ${RUNS_KEPT} runs are kept`, async () => {
  const store = journalInMemory();
  await store.append('mine.txt', 'not a run');
  const made: string[] = [];
  for (let i = 0; i < RUNS_KEPT + 5; i++) {
    const journal = openJournal(store, new Date(START + i), 'aa');
    await journal.write([stepOn('a.md')]);
    await journal.write([stepOn('b.md')]);
    made.push(journal.run);
  }
  expect(await runIds(store)).toEqual(made.slice(-RUNS_KEPT));
  expect(await store.read('mine.txt')).toBe('not a run');
});

describe('the last run', () => {
  test('is the youngest that was not taken back', async () => {
    const store = journalInMemory();
    const runs = ['aa', 'bb', 'cc'].map((suffix, i) =>
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

  test('is none of which no step came to disk', async () => {
    const store = journalInMemory();
    const journal = openJournal(store, new Date(START), 'aa');
    await journal.write([stepOn('a.md')]);
    await store.append('20250101T000000000-bb.jsonl', '');
    await store.append('20250101T000000001-cc.jsonl', '{"schema":1,"run":"20250101');
    expect((await latestRun(store))?.id).toBe(journal.run);
  });
});
