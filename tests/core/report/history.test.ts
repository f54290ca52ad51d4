import { runRow, showStep } from '../../../src/core/report/history';
import { applyEdits } from '../../../src/core/text/edits';
import { hash } from '../../../src/core/text/hash';
import { notesInMemory } from '../runs/stores';

const BEFORE = 'draft: true\n';
const AFTER = 'draft: false\n';
const UNDO = [{ from: 7, to: 12, insert: 'true' }];

/** A step of a run that made `AFTER` of `BEFORE`. */
function stepAt(path: string, undo = UNDO) {
  return { path, hashBefore: hash(BEFORE), hashAfter: hash(AFTER), undo };
}

function shown(path: string, text: string | null, undo = UNDO) {
  return showStep(stepAt(path, undo), notesInMemory(new Map([['a.md', text]])));
}

test('what a run changed in a note that is as the run left it', async () => {
  const { state, before = '', edits = [] } = await shown('a.md', AFTER);
  expect({ state, before, after: applyEdits(before, edits) }).toEqual({
    ...{ state: 'repaired', before: BEFORE, after: AFTER },
  });
});

test.each<[string, string, string | null, object]>([
  ['undone', 'a.md', BEFORE, { state: 'restored' }],
  ['changed since', 'a.md', `${AFTER}more`, { state: 'changed-since' }],
  ['no UTF-8 now', 'a.md', null, { state: 'changed-since' }],
  ['gone', 'b.md', AFTER, { state: 'failed', error: 'The file is no longer there.' }],
  ['outside of the folder', '../a.md', AFTER, { state: 'not-a-note' }],
])('a note that is %s', async (_, path, text, expected) => {
  expect(await shown(path, text)).toEqual({ path, ...expected });
});

test('edits that do not lead back are not shown as what the run changed', async () => {
  const undo = [{ from: 7, to: 12, insert: 'yes' }];
  expect(await shown('a.md', AFTER, undo)).toEqual({ path: 'a.md', state: 'changed-since' });
});

test('a run in a row', () => {
  const run = {
    id: 'r',
    started: '2026-11-25T08:22:20.541Z',
    undone: true,
    steps: [{ from: 0, to: 9 }],
    ...{ files: [], removed: [], images: [], folders: [] },
  };
  expect(runRow({ ...run, repairs: ['dates'], kept: 1 })).toEqual({
    ...{ run: 'r', started: run.started, repairs: ['dates'], kind: null, notes: 1, created: 0 },
    ...{ removed: 0, undone: true, kept: 1 },
  });
});
