import { addOutcome, newReport } from '../../../src/core/report/repair-report';
import { addUndoOutcome, newUndoReport } from '../../../src/core/report/undo-report';
import type { Outcome } from '../../../src/core/runs/outcome';

const FINDING = { from: 0, to: 4, was: 'true', will: 'false', edits: [], repair: 'dates' as const };
const LEFT = { ...FINDING, was: 'x'.repeat(500), left: 'ambiguous-date' as const };

const OUTCOMES: readonly Outcome[] = [
  { kind: 'other', path: 'own.md' },
  { kind: 'fine', path: 'fine.md', findings: [] },
  { kind: 'repaired', path: 'a.md', findings: [FINDING, FINDING, LEFT] },
  { kind: 'fine', path: 'b.md', findings: [LEFT] },
  { kind: 'left', path: 'c.md', reason: 'invalid-utf8' },
  { kind: 'failed', path: 'd.md', error: 'No permission.' },
];

test('a repair’s report names every note that was repaired, left or failed', () => {
  const report = newReport();
  for (const outcome of OUTCOMES) addOutcome(report, outcome, 'run-1');
  const was = 'x'.repeat(400);
  expect(report).toEqual({
    schema: 1,
    run: 'run-1',
    repaired: [{ path: 'a.md', findings: expect.objectContaining({ dates: 2, 'dead-links': 0 }) }],
    left: [
      { path: 'a.md', repair: 'dates', reason: 'ambiguous-date', was },
      { path: 'b.md', repair: 'dates', reason: 'ambiguous-date', was },
      { path: 'c.md', repair: null, reason: 'invalid-utf8', was: '' },
    ],
    failed: [{ path: 'd.md', error: 'No permission.' }],
  });
});

test('a report of a run that changed nothing has no run to undo', () => {
  const report = newReport();
  for (const outcome of OUTCOMES.filter(({ kind }) => kind !== 'repaired')) {
    addOutcome(report, outcome, 'run-1');
  }
  expect(report).toMatchObject({ run: null, repaired: [] });
});

test('an undo’s report names what was restored, and what was not and why', () => {
  const report = newUndoReport('run-1');
  addUndoOutcome(report, { kind: 'restored', path: 'a.md' });
  addUndoOutcome(report, { kind: 'left', path: 'b.md', reason: 'changed-since' });
  addUndoOutcome(report, { kind: 'failed', path: 'c.md', error: 'No permission.' });
  expect(report).toEqual({
    schema: 1,
    run: 'run-1',
    restored: ['a.md'],
    trashed: [],
    left: [
      { path: 'b.md', reason: 'changed-since' },
      { path: 'c.md', reason: 'No permission.' },
    ],
  });
});
