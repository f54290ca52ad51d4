import { latestRun, markUndone, openJournal, readRun } from '../../src/runs/journal';
import type { JournalStore } from '../../src/runs/note-store';

function journalInMemory(files: Map<string, string>): JournalStore {
  return {
    names: () => Promise.resolve([...files.keys()].sort()),
    read: (name) => Promise.resolve(files.get(name) ?? ''),
    append: (name, text) => Promise.resolve(void files.set(name, (files.get(name) ?? '') + text)),
    remove: (name) => Promise.resolve(void files.delete(name)),
  };
}

test('a run whose last line was torn is undone once, and is then known to be', async () => {
  const files = new Map<string, string>();
  const store = journalInMemory(files);
  const { run, write } = openJournal(store, new Date(0), 'aa');
  await write([
    { path: 'a.md', was: '1-x', left: '2-y', undo: [] },
    { path: 'b.md', was: '1-x', left: '2-y', undo: [] },
  ]);
  const [[name, text]] = [...files] as [[string, string]];
  files.set(name, text.slice(0, -20));
  expect((await readRun(store, run))?.steps.map(({ path }) => path)).toEqual(['a.md']);
  await markUndone(store, run, new Date(0));
  expect((await readRun(store, run))?.undone).toBe(true);
  expect(await latestRun(store)).toBeNull();
});
