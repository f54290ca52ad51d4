import { previewNotes } from '../../../src/core/report/preview-notes';
import { showStep } from '../../../src/core/report/history';
import { openJournal } from '../../../src/core/runs/journal';
import { repairRun } from '../../../src/core/runs/repair-run';
import { undoRun } from '../../../src/core/runs/undo-run';
import { wantedImages } from '../../../src/core/runs/wanted-images';
import { STEP_LENGTH } from '../../../src/core/text/steps';
import type { NoteStore } from '../../../src/core/runs/note-store';
import { journalInMemory, notesInMemory, planner, saved, stepsIn } from './stores';

/** The minimum number of pauses in a step of a run: everything that reads or hashes a long note pauses once per step. */
const STEPS = 10;
const TEXT = saved() + 'Words `code`.\n\n'.repeat((STEPS * STEP_LENGTH) / 15);

/** A store with one long note, which counts its pauses. */
function longNote(text = TEXT): { readonly store: NoteStore; readonly pauses: () => number } {
  let pauses = 0;
  const notes = notesInMemory(new Map([['a.md', text]]));
  const store = { ...notes, yieldToEventLoop: () => Promise.resolve(void pauses++) };
  const taken = (): number => {
    const count = pauses;
    pauses = 0;
    return count;
  };
  return { store, pauses: taken };
}

test('a long note is previewed, repaired, shown and restored with pauses', async () => {
  const { store, pauses } = longNote();
  const preview = await previewNotes(
    ['a.md'],
    store,
    planner,
    () => undefined,
    () => false,
  );
  expect(preview.notes.map(({ path }) => path)).toEqual(['a.md']);
  // Planned, and hashed.
  expect(pauses()).toBeGreaterThan(2 * STEPS);

  const runs = journalInMemory();
  const journal = openJournal(runs, new Date(0), 'abcd');
  const options = { seen: preview.seen };
  for await (const note of repairRun(['a.md'], store, planner, journal, options)) {
    expect(note).toMatchObject({ kind: 'planned', outcome: 'repaired' });
  }
  // Planned, and hashed as it was seen, before and after.
  expect(pauses()).toBeGreaterThan(4 * STEPS);

  const steps = await stepsIn(runs, journal.run);
  expect(await showStep(steps[0] as (typeof steps)[0], store)).toMatchObject({ state: 'repaired' });
  expect(pauses()).toBeGreaterThan(2 * STEPS);

  const outcomes: string[] = [];
  const inOrder = (async function* () {
    for (const step of steps) yield await Promise.resolve(step);
  })();
  for await (const { kind } of undoRun(inOrder, store)) outcomes.push(kind);
  expect(outcomes).toEqual(['restored']);
  expect(pauses()).toBeGreaterThan(2 * STEPS);
  expect(await store.read('a.md')).toEqual({ kind: 'text', text: TEXT });
});

test('the images of a long note are found with pauses', async () => {
  const { store, pauses } = longNote(`${TEXT}![](https://example.org/sea.png)\n`);
  const { images } = await wantedImages(['a.md'], store, planner);
  expect([...images.keys()]).toEqual(['https://example.org/sea.png']);
  // Read, and hashed.
  expect(pauses()).toBeGreaterThan(2 * STEPS);
});

test('without pauses of the store, a note is planned at once', async () => {
  const store = notesInMemory(new Map([['a.md', saved()]]));
  const results = repairRun(
    ['a.md'],
    store,
    planner,
    openJournal(journalInMemory(), new Date(0), 'abcd'),
  );
  for await (const note of results) expect(note).toMatchObject({ outcome: 'repaired' });
});
