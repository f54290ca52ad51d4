import { latestRun, readRun } from '../../../src/core/runs/read-journal';
import { markUndone, openJournal } from '../../../src/core/runs/journal';
import { journalInMemory, stepsIn } from './stores';

test('a run whose last line was truncated is undone once, and then counts as undone', async () => {
  const files = new Map<string, string>();
  const store = journalInMemory(files);
  const journal = openJournal(store, new Date(0), 'aaaa');
  await journal.write([
    { path: 'a.md', hashBefore: '1-x', hashAfter: '2-y', undo: [] },
    { path: 'b.md', hashBefore: '1-x', hashAfter: '2-y', undo: [] },
  ]);
  const { run } = journal;
  const [[name, text]] = [...files] as [[string, string]];
  files.set(name, text.slice(0, -20));
  expect((await stepsIn(store, run)).map(({ path }) => path)).toEqual(['a.md']);
  await markUndone(store, run, new Date(0));
  expect((await readRun(store, run))?.undone).toBe(true);
  expect(await latestRun(store)).toBeNull();
});
