import { changesIn, previewNote, shownNotes, totalsOf } from '../../../src/core/report/preview';
import { plan } from '../../../src/core/repairs/plan';
import type { RepairId } from '../../../src/core/repairs';
import type { NoteResult } from '../../../src/core/runs/note-result';
import { plannerFor } from '../../planner-for';

const HEAD = '---\nid: 4a7c6a1e-e1f2-11ee-8a3c-6f2b1c9d0e11\n';
const LINK = '[Read on Omnivore](https://omnivore.app/me/tide-clocks-18e3d5b1a2c)\n';

function planNote(path: string, text: string): NoteResult {
  const planner = plannerFor({ draftFlag: { preset: 'hugo' } });
  return { kind: 'planned', path, text, plan: plan(text, path, planner), outcome: 'repaired' };
}

function planned(path: string, properties: string): NoteResult {
  return planNote(path, `${HEAD}${properties}---\n# ${path}\n${LINK}`);
}

const NOTES = [
  planned('a.md', 'draft: true\ndate_saved: 2024-03-14 08:21:56\n'),
  planned('b.md', 'date_saved: 2024-03-14 08:21:56\n'),
  planned('c.md', 'date_saved: 03/04/2024\n'),
  planned('fine.md', ''),
  planNote('mine.md', 'My own note.\n'),
  { kind: 'failed', path: 'locked.md', error: 'No permission.' } as const,
].flatMap((note) => previewNote(note) ?? []);

const both = new Set<RepairId>(['draft-flag', 'dates']);
const paths = (notes: readonly { path: string }[]): string[] => notes.map(({ path }) => path);

test('a note without findings, and one that is not an article, is not listed', () => {
  expect(paths(NOTES)).toEqual(['a.md', 'b.md', 'c.md', 'locked.md']);
});

test.each<[string, readonly RepairId[], readonly string[], unknown]>([
  [
    'all',
    ['draft-flag', 'dates'],
    [],
    { needRepair: 2, chosen: ['a.md', 'b.md'], changes: 3, unresolved: 2 },
  ],
  [
    'one repair',
    ['draft-flag'],
    [],
    { needRepair: 1, chosen: ['a.md'], changes: 1, unresolved: 1 },
  ],
  [
    'without a note',
    ['draft-flag', 'dates'],
    ['a.md'],
    { needRepair: 2, chosen: ['b.md'], changes: 1, unresolved: 2 },
  ],
  ['nothing', [], [], { needRepair: 0, chosen: [], changes: 0, unresolved: 1 }],
])('totals of %s', (_, repairs, without, totals) => {
  const choice = { repairs: new Set(repairs), without: new Set(without) };
  expect(totalsOf(NOTES, choice)).toEqual(totals);
});

test.each<[string, ReadonlySet<RepairId>, readonly string[]]>([
  ['', both, ['a.md', 'b.md', 'c.md', 'locked.md']],
  ['', new Set<RepairId>(['draft-flag']), ['a.md', 'locked.md']],
  ['DRAFT', both, ['a.md']],
  ['08:21 2024', both, ['a.md', 'b.md']],
  ['.md c', both, ['c.md', 'locked.md']],
  ['nowhere', both, []],
])('a search for %j', (search, repairs, found) => {
  expect(paths(shownNotes(NOTES, repairs, search))).toEqual(found);
});

test('only findings with edits are counted', () => {
  expect(NOTES.map((note) => changesIn(note, both))).toEqual([2, 1, 0, 0]);
});
