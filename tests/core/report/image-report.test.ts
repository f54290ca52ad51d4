import { addImageOutcome, newImageReport } from '../../../src/core/report/image-report';

const URL = 'https://a.example/lamp.png';

test('the outcomes of a run, by image outcome', () => {
  const report = newImageReport();
  const left = { path: 'a.md', url: URL, reason: 'not-editable', status: null } as const;
  const saved = { path: 'b.md', url: URL, file: 'i/lamp.png', bytes: 9, from: 'archive' } as const;
  const failed = { path: 'c.md', error: 'The disk is full.' };
  addImageOutcome(report, { kind: 'skipped', ...left }, '');
  expect(report.run).toBeNull();
  addImageOutcome(report, { kind: 'saved', ...saved }, 'r');
  addImageOutcome(report, { kind: 'failed', ...failed }, '');
  expect(report).toEqual({ schema: 1, run: 'r', saved: [saved], left: [left], failed: [failed] });
});
