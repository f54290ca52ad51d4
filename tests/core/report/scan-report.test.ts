import { plan } from '../../../src/core/repairs/plan';
import { addNote, endOfScan, newTally } from '../../../src/core/report/scan-report';
import type { NoteResult, PlannedNote } from '../../../src/core/runs/note-result';
import { plannerFor } from '../../planner-for';
import { article } from '../../cli/command-line';

const PROXY = 'https://proxy-prod.omnivore-image-cache.app/0x0,sQm9vdHMgYW5kIGxhZGRlcnM/';
const MINE = `Mine ![](${PROXY}https://i.example.org/z.png)\n`;

function look(
  path: string,
  text: string,
  outcome: PlannedNote['outcome'] = 'repaired',
): NoteResult {
  const planned = plan(text, path, { ...plannerFor(), ownNotes: true });
  return { kind: 'planned', path, text, plan: planned, outcome };
}

test('each note is counted in its category', () => {
  const tally = newTally([{ path: 'Closed', error: 'No permission.' }]);
  const noted: readonly NoteResult[] = [
    look('a.md', article('A')),
    look('b.md', article('B'), 'invalid-utf8'),
    look('c.md', 'Nothing.\n'),
    look('mine.md', MINE),
    look('broken.md', MINE, 'invalid-utf8'),
    look('lost.md', `Mine ![](${PROXY}data:image/png)\n`),
    look('bad.md', article('D').replace('draft: true', 'draft: a: b')),
    { kind: 'failed', path: 'd.md', error: 'No permission.' },
  ];
  const rows = noted.map((note) => addNote(tally, note, null, 'draft').length);
  expect(rows).toEqual([1, 1, 0, 0, 0, 0, 1, 0]);
  expect(tally).toMatchObject({ read: 7, saved: 3, articles: 3, needRepair: 2, unresolved: 2 });
  expect(tally.drafts).toBe(2);
  expect(tally.findings).toMatchObject({ dates: 1, 'proxied-images': 2 });
  expect(endOfScan(tally)).toEqual({
    others: 4,
    failed: [
      { path: 'Closed', error: 'No permission.' },
      { path: 'd.md', error: 'No permission.' },
    ],
    ownNotes: [{ path: 'mine.md', images: 1 }],
  });
});

test('a note that can’t be written says so in its first row, before its other findings', () => {
  const [row] = addNote(newTally(), look('b.md', article('B'), 'invalid-utf8'), null, 'draft');
  expect(row?.left[0]).toEqual({ repair: null, reason: 'invalid-utf8', was: '' });
});
