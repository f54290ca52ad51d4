import { countFindings } from '../../src/repairs/counts';
import type { ArticleRow, RepairReport } from '../../src/report/json';
import { articleLines, diffLines, notes, repairLines, undoLines } from '../../src/terminal/print';

const NOTHING = countFindings([]);
const EMPTY: RepairReport = { schema: 1, run: null, repaired: [], left: [], failed: [] };

function dateLinks(count: number): RepairReport['left'] {
  return Array.from({ length: count }, (_, i) => {
    return { path: `${i}.md`, repair: 'dates', reason: 'date-link', was: '[[2024-03-14]]' };
  });
}

describe('what is left to a person', () => {
  test('is named note by note where it is little', () => {
    expect(repairLines({ ...EMPTY, left: dateLinks(2) }, false)).toEqual([
      ...['Repaired 0 notes.', '', 'Left to you: 2'],
      '  0.md: Dates: a link to a daily note: [[2024-03-14]]',
      '  1.md: Dates: a link to a daily note: [[2024-03-14]]',
    ]);
  });

  test('is the first ten and a number where it is much', () => {
    const lines = repairLines({ ...EMPTY, left: dateLinks(1000) }, false);
    expect(lines).toHaveLength(3 + 10 + 1);
    expect(lines[2]).toBe('Left to you: 1000');
    expect(lines.at(-1)).toBe('  … and 990 more of this kind; --json names them all');
  });

  test('ten of a kind are all named', () => {
    expect(repairLines({ ...EMPTY, left: dateLinks(10) }, false).at(-1)).toMatch(/^ {2}9\.md/);
  });

  test('what is rare is not lost behind what is frequent', () => {
    const rare: RepairReport['left'] = [
      { path: 'r.md', repair: 'dates', reason: 'impossible-date', was: '2024-02-30' },
      { path: 's.md', repair: null, reason: 'invalid-utf8', was: '' },
      { path: 't.md', repair: null, reason: 'link-outside', was: '' },
    ];
    const lines = repairLines({ ...EMPTY, left: [...dateLinks(500), ...rare] }, false);
    expect(lines.slice(-3)).toEqual([
      '  r.md: Dates: there is no such day or time: 2024-02-30',
      '  s.md: the file is not valid UTF-8',
      '  t.md: a link to a file outside of the folder',
    ]);
  });
});

test('a repair’s sums and failures are told, what found nothing is not', () => {
  const repaired = [1, 2].map((dates) => ({ path: 'a.md', findings: { ...NOTHING, dates } }));
  const failed = [{ path: 'b.md', error: 'The disk is full.' }];
  expect(repairLines({ ...EMPTY, repaired, failed }, true)).toEqual([
    ...['Would repair 2 notes.', '  Dates               3', '', 'Failed: 1'],
    '  b.md: The disk is full.',
  ]);
});

test('what undo left is told with its reason, a system’s reason as it is', () => {
  const left = [
    { path: 'a.md', reason: 'changed-since' },
    { path: 'b.md', reason: 'The disk is full.' },
  ];
  expect(undoLines({ schema: 1, run: 'r', restored: ['c.md'], left })).toEqual([
    ...['Took back run r: 1 note restored.', '', 'Left as they are: 2'],
    '  a.md: the note was changed since the repair',
    '  b.md: The disk is full.',
  ]);
});

const ROW: ArticleRow = {
  ...{ path: 'Shelf/a.md', title: 'A lamp', author: null, url: null, source: null, tags: [] },
  ...{ saved: null, published: null, draft: null, dialect: 'page', mark: 'article-link' },
  ...{ findings: NOTHING, left: [] },
};

test.each<[string, Partial<ArticleRow>, readonly string[]]>([
  ['of which nothing is known', {}, ['A lamp', '    Shelf/a.md']],
  [
    'with all there is',
    { source: 'keepers.example.org', saved: '2024-03-14T08:21:56', draft: true },
    ['A lamp  (keepers.example.org · 2024-03-14 · draft)', '    Shelf/a.md'],
  ],
  ['that is no draft', { draft: false }, ['A lamp', '    Shelf/a.md']],
  [
    'with something to repair',
    { findings: { ...NOTHING, dates: 2, 'proxied-images': 1 } },
    ['A lamp', '    Shelf/a.md', '    to repair: dates 2, images 1'],
  ],
])('an article %s', (_, row, lines) => {
  expect(articleLines({ ...ROW, ...row })).toEqual(lines);
});

test('a thousand failures alike do not hide the one that differs', () => {
  const alike = Array.from({ length: 1000 }, (_, i) => `${i}.md`);
  const full = alike.map((path) => ({ path, error: 'The disk is full.' }));
  const failed = [...full, { path: 'z.md', error: 'The note is read-only.' }];
  const more = '  … and 990 more of this kind; --json names them all';
  expect(repairLines({ ...EMPTY, failed }, false).slice(-2)).toEqual([
    ...[more, '  z.md: The note is read-only.'],
  ]);
  const left = failed.map(({ path, error }) => ({ path, reason: error }));
  expect(undoLines({ schema: 1, run: 'r', restored: [], left }).slice(-2)).toEqual([
    ...[more, '  z.md: The note is read-only.'],
  ]);
});

test('control characters do not steer the terminal, wherever they come from', () => {
  const wild = '\u001b[31mred\u0007\r\n\u009b';
  const left = [{ path: `${wild}.md`, repair: 'dates', reason: 'date-link', was: wild }] as const;
  const lines = [
    ...articleLines({ ...ROW, path: wild, title: wild, source: wild, left }),
    ...repairLines({ ...EMPTY, left, failed: [{ path: wild, error: wild }] }, false),
    ...undoLines({ schema: 1, run: wild, restored: [], left: [{ path: wild, reason: wild }] }),
    ...diffLines(wild, [{ line: 1, before: [wild], after: [wild] }]),
  ];
  expect(lines.filter((line) => /\p{Cc}/u.test(line))).toEqual([]);
});

test.each([
  [0, '0 notes'],
  [1, '1 note'],
  [2, '2 notes'],
])('%d is %s', (count, said) => {
  expect(notes(count)).toBe(said);
});
