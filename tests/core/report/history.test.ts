import { runRow, showStep, showSteps } from '../../../src/core/report/history';
import type { Step } from '../../../src/core/runs/journal-format';
import { applyEdits } from '../../../src/core/text/edits';
import { hash } from '../../../src/core/text/hash';
import { notesInMemory } from '../runs/stores';

const BEFORE = 'draft: true\n';
const AFTER = 'draft: false\n';
const UNDO = [{ from: 7, to: 12, insert: 'true' }];

/** A step of a run that changed `BEFORE` into `AFTER`. */
function stepAt(path: string, undo = UNDO) {
  return { path, hashBefore: hash(BEFORE), hashAfter: hash(AFTER), undo };
}

function shown(path: string, text: string | null, undo = UNDO) {
  return showStep(stepAt(path, undo), notesInMemory(new Map([['a.md', text]])));
}

test('what a run changed in a note that has not changed since', async () => {
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

test('edits that do not restore the text before are not shown as changes of the run', async () => {
  const undo = [{ from: 7, to: 12, insert: 'yes' }];
  expect(await shown('a.md', AFTER, undo)).toEqual({ path: 'a.md', state: 'changed-since' });
});

test('a note that the run changed twice is shown with both changes', async () => {
  const middle = 'title: true';
  const steps: Step[] = [
    {
      path: 'a.md',
      hashBefore: hash(middle),
      hashAfter: hash(`${middle}!`),
      undo: [{ from: 11, to: 12, insert: '' }],
    },
    {
      path: 'a.md',
      hashBefore: hash('title: yes'),
      hashAfter: hash(middle),
      undo: [{ from: 7, to: 11, insert: 'yes' }],
    },
  ];
  const store = notesInMemory(new Map([['a.md', `${middle}!`]]));
  const { before = '', edits = [], state } = await showSteps('a.md', steps, store);
  expect([state, before, applyEdits(before, edits)]).toEqual([
    'repaired',
    'title: yes',
    `${middle}!`,
  ]);
  const restored = notesInMemory(new Map([['a.md', 'title: yes']]));
  expect(await showSteps('a.md', steps, restored)).toEqual({ path: 'a.md', state: 'restored' });
});

test('a run in a row', () => {
  const run = {
    id: 'r',
    started: '2026-11-25T08:22:20.541Z',
    undone: true,
    steps: [{ from: 0, to: 9, path: 'a.md' }],
    ...{ files: [], removed: [], images: [], folders: [] },
  };
  expect(runRow({ ...run, repairs: ['dates'], kept: 1 })).toEqual({
    ...{ run: 'r', started: run.started, repairs: ['dates'], kind: null, notes: 1, created: 0 },
    ...{ removed: 0, undone: true, kept: 1 },
  });
});
