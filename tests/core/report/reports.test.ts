import { addResult, newReport } from '../../../src/core/report/repair-report';
import { addUndoOutcome, newUndoReport } from '../../../src/core/report/undo-report';
import type { RepairFinding } from '../../../src/core/repairs/plan';
import type { NoteResult, PlannedNote } from '../../../src/core/runs/note-result';

const FINDING = {
  from: 0,
  to: 4,
  before: 'true',
  after: 'false',
  edits: [],
  repair: 'dates' as const,
};
const LEFT = { ...FINDING, before: 'x'.repeat(500), unresolved: 'ambiguous-date' as const };

function note(
  path: string,
  outcome: PlannedNote['outcome'],
  findings: readonly RepairFinding[] = [],
): NoteResult {
  const plan = {
    detection: { kind: 'other' },
    after: '',
    findings,
    edits: [],
    undo: [],
    skipped: [],
  } as const;
  return { kind: 'planned', path, text: '', plan, outcome };
}

const RESULTS: readonly NoteResult[] = [
  note('own.md', 'unchanged'),
  note('a.md', 'repaired', [FINDING, FINDING, LEFT]),
  note('b.md', 'unchanged', [LEFT]),
  note('c.md', 'invalid-utf8', [FINDING]),
  { kind: 'failed', path: 'd.md', error: 'No permission.' },
];

test('a repair’s report names every note that was repaired, skipped or failed', () => {
  const report = newReport();
  for (const outcome of RESULTS) addResult(report, outcome, 'run-1');
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
  for (const outcome of RESULTS.filter(({ path }) => path !== 'a.md')) {
    addResult(report, outcome, 'run-1');
  }
  expect(report).toMatchObject({ run: null, repaired: [] });
});

test('an undo’s report names what was restored, and what was not and why', () => {
  const report = newUndoReport('run-1');
  addUndoOutcome(report, { kind: 'restored', path: 'a.md' });
  addUndoOutcome(report, { kind: 'skipped', path: 'b.md', reason: 'changed-since' });
  addUndoOutcome(report, { kind: 'failed', path: 'c.md', error: 'No permission.' });
  expect(report).toEqual({
    schema: 1,
    run: 'run-1',
    restored: ['a.md'],
    left: [
      { path: 'b.md', reason: 'changed-since' },
      { path: 'c.md', reason: 'No permission.' },
    ],
  });
});
