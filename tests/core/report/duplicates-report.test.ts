import type { Candidate } from '../../../src/core/duplicates/candidate';
import type { DuplicateGroup } from '../../../src/core/duplicates/find-duplicates';
import type { MergePlan } from '../../../src/core/duplicates/plan-merges';
import {
  duplicateRow,
  mergedReport,
  plannedReport,
} from '../../../src/core/report/duplicates-report';

const note = (path: string): Candidate =>
  ({ path, title: `Title of ${path}`, url: 'https://example.org/a' }) as Candidate;
const group: DuplicateGroup = { keep: note('a.md'), remove: [note('b.md')], by: 'url' };
const row = {
  ...{ by: 'url', url: 'https://example.org/a', title: 'Title of a.md' },
  ...{ keep: 'a.md', remove: ['b.md'] },
};
const plan = {
  merges: [{ group, carried: { tags: 2 }, remove: [{ path: 'b.md' }] }],
  links: [{ path: 'c.md' }],
  skipped: [
    { path: 'd.md', reason: 'on-canvas' },
    { path: 'e.md', reason: 'changed-meanwhile' },
  ],
  failed: [{ path: 'f.md', error: 'No access.' }],
} as unknown as MergePlan;

test('a group is listed with the note to keep and those to merge into it', () => {
  expect(duplicateRow(group)).toEqual(row);
});

test('a plan lists what would be carried over, linked and removed', () => {
  expect(plannedReport(plan)).toEqual({
    ...{ schema: 1, run: null, duplicates: [{ ...row, carried: { tags: 2 } }] },
    ...{ relinked: ['c.md'], removed: ['b.md'], left: plan.skipped, failed: plan.failed },
  });
});

test('a run lists what it did, and what it skipped with the reason', () => {
  const report = mergedReport(
    plan,
    [
      { kind: 'merged', path: 'a.md' },
      { kind: 'relinked', path: 'c.md' },
      { kind: 'removed', path: 'b.md' },
      { kind: 'skipped', path: 'g.md', reason: 'changed-meanwhile' },
      { kind: 'failed', path: 'h.md', error: 'The disk is full.' },
    ],
    'run-1',
  );
  expect(report).toMatchObject({ run: 'run-1', relinked: ['c.md'], removed: ['b.md'] });
  expect(report.left).toEqual([
    { path: 'd.md', reason: 'on-canvas' },
    { path: 'e.md', reason: 'changed-meanwhile' },
    { path: 'g.md', reason: 'changed-meanwhile' },
  ]);
  expect(report.failed).toEqual([
    { path: 'f.md', error: 'No access.' },
    { path: 'h.md', error: 'The disk is full.' },
  ]);
});
