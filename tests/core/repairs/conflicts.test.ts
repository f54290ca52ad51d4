import { agree } from '../../../src/core/repairs/conflicts';
import type { RepairFinding } from '../../../src/core/repairs/plan';
import type { RepairId } from '../../../src/core/repairs';
import { applyEdits } from '../../../src/core/text/edits';

const TEXT = '0123456789';

/** A finding of a repair that replaces a range. */
function finding(repair: RepairId, from: number, to: number, insert: string): RepairFinding {
  const before = TEXT.slice(from, to);
  return { repair, from, to, before, after: insert, edits: [{ from, to, insert }] };
}

test.each<[string, readonly RepairFinding[], string, readonly RepairId[]]>([
  ['none', [], TEXT, []],
  [
    'apart, in any order',
    [finding('dates', 5, 6, 'b'), finding('draft-flag', 1, 2, 'a')],
    '0a234b6789',
    [],
  ],
  [
    'side by side',
    [finding('dates', 1, 2, 'a'), finding('draft-flag', 2, 3, 'b')],
    '0ab3456789',
    [],
  ],
  [
    'the same',
    [finding('dates', 1, 3, 'x'), finding('proxied-images', 1, 3, 'x')],
    '0x3456789',
    [],
  ],
  [
    'within what the same repair takes out',
    [finding('dead-links', 1, 8, ''), finding('dead-links', 2, 4, 'x')],
    '089',
    [],
  ],
  [
    'within what another repair takes out',
    [finding('dead-links', 1, 8, ''), finding('proxied-images', 2, 4, 'x')],
    TEXT,
    ['dead-links', 'proxied-images'],
  ],
  [
    'within what the same repair replaces',
    [finding('dates', 1, 8, 'y'), finding('dates', 2, 4, 'x')],
    TEXT,
    ['dates', 'dates'],
  ],
  [
    'that want different things in one place',
    [finding('dates', 1, 3, 'x'), finding('draft-flag', 1, 3, 'y')],
    TEXT,
    ['dates', 'draft-flag'],
  ],
  [
    'in a row, each across the end of the last',
    [finding('dates', 1, 4, ''), finding('dates', 3, 6, ''), finding('draft-flag', 5, 7, '')],
    TEXT,
    ['dates', 'dates', 'draft-flag'],
  ],
  [
    'one in conflict next to one that is not',
    [
      finding('dates', 1, 3, 'x'),
      finding('draft-flag', 2, 3, 'y'),
      finding('proxied-images', 5, 6, 'z'),
    ],
    '01234z6789',
    ['dates', 'draft-flag'],
  ],
])('edits %s', (_, findings, after, conflicts) => {
  const agreed = agree(TEXT, findings);
  expect(applyEdits(TEXT, agreed.edits)).toBe(after);
  const left = agreed.findings.filter(({ unresolved: reason }) => reason === 'conflict');
  expect(left.map(({ repair }) => repair)).toEqual(conflicts);
  for (const conflict of left)
    expect(conflict).toMatchObject({ edits: [], after: conflict.before });
  expect(agreed.findings).toHaveLength(findings.length);
});
