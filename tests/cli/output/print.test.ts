import { countFindings } from '../../../src/core/repairs/counts';
import type { ArticleRow, RepairReport } from '../../../src/core/report/json';
import { newTally } from '../../../src/core/report/scan-report';
import { renderLine, type OutputLine } from '../../../src/cli/output/line.mts';
import { historyLines, runLine, stateLine } from '../../../src/cli/output/print-history.mts';
import {
  articleLines,
  countFailed,
  countNotes,
  repairLines,
  scanLines,
  undoLines,
} from '../../../src/cli/output/print.mts';
import { diffLines } from '../../../src/cli/output/print-diff.mts';

const NOTHING = countFindings([]);
const EMPTY: RepairReport = { schema: 1, run: null, repaired: [], left: [], failed: [] };

/** The lines as they are written to a file. */
function plainly(lines: Iterable<OutputLine>): readonly string[] {
  return [...lines].map((line) => renderLine(line, { color: false, width: null }));
}

function dateLinks(count: number): RepairReport['left'] {
  return Array.from({ length: count }, (_, i) => {
    return { path: `${i}.md`, repair: 'dates', reason: 'date-link', was: '[[2024-03-14]]' };
  });
}

describe('what needs attention', () => {
  const linesOf = (left: RepairReport['left']): readonly string[] =>
    plainly(repairLines({ ...EMPTY, left }, false, 5));

  test('is listed note by note if there are few', () => {
    expect(linesOf(dateLinks(2))).toEqual([
      ...['Nothing to repair.', '', '2 findings need your attention:'],
      '  0.md: Dates: links to a daily note (convert it with “Replace linked dates”): [[2024-03-14]]',
      '  1.md: Dates: links to a daily note (convert it with “Replace linked dates”): [[2024-03-14]]',
    ]);
  });

  test('is the first ten and a number if there are many', () => {
    const lines = linesOf(dateLinks(1000));
    expect(lines).toHaveLength(3 + 10 + 1);
    expect(lines[2]).toBe('1000 findings need your attention:');
    expect(lines.at(-1)).toBe('  … and 990 more like this; --json lists all');
  });

  test('is one line for all drafts, of which nobody knows how they are published', () => {
    const draft = { repair: 'draft-flag', reason: 'no-publisher', was: 'draft: true' } as const;
    expect(linesOf([{ path: 'a.md', ...draft }])).toEqual([
      'Nothing to repair.',
      '',
      '1 draft is not changed. Say how you publish to fix draft flags: --publish-with hugo (or another: --help).',
    ]);
  });

  test('ten of a kind are all listed', () => {
    expect(linesOf(dateLinks(10)).at(-1)).toMatch(/^ {2}9\.md/);
  });

  test('rare reasons are not hidden by frequent ones', () => {
    const rare: RepairReport['left'] = [
      { path: 'r.md', repair: 'dates', reason: 'impossible-date', was: '2024-02-30' },
      { path: 's.md', repair: null, reason: 'invalid-utf8', was: '' },
      { path: 't.md', repair: null, reason: 'link-outside', was: '' },
      { path: 'u.md', repair: null, reason: 'special-file', was: '' },
      { path: 'v.md', repair: null, reason: 'other-front-matter', was: '' },
    ];
    expect(linesOf([...dateLinks(500), ...rare]).slice(-5)).toEqual([
      '  r.md: Dates: no such day or time: 2024-02-30',
      '  s.md: not valid UTF-8',
      '  t.md: a link to a place outside the folder',
      '  u.md: not a regular file',
      '  v.md: the front matter is TOML or JSON; only YAML is read',
    ]);
  });

  test('two hundred thousand kinds don’t fail', () => {
    const failed = Array.from({ length: 200_000 }, (_, i) => ({ path: 'a.md', error: `No ${i}.` }));
    expect(plainly(repairLines({ ...EMPTY, failed }, false, 0))).toHaveLength(200_003);
  });
});

test.each<[string, Partial<RepairReport>, boolean, number | null, string]>([
  ['repaired', { repaired: [{ path: 'a.md', findings: NOTHING }] }, false, 1, 'Repaired 1 note.'],
  [
    'a dry run',
    { repaired: [{ path: 'a.md', findings: NOTHING }] },
    true,
    1,
    'Would repair 1 note.',
  ],
  ['no articles', {}, false, 0, 'Nothing to repair: there are no saved articles here.'],
  ['no articles, dry', {}, true, 0, 'Would repair 0 notes: there are no saved articles here.'],
  ['one that is fine', {}, true, 1, 'Would repair 0 notes: the saved article is fine.'],
  ['all fine', {}, false, 7, 'Nothing to repair: all 7 notes with saved articles are fine.'],
  ['a run that could not begin', {}, false, null, 'Repaired 0 notes.'],
  ['only failures', { failed: [{ path: 'a', error: 'No.' }] }, true, 0, 'Would repair 0 notes.'],
])('a report begins with what was done: %s', (_, report, dry, articles, first) => {
  expect(plainly(repairLines({ ...EMPTY, ...report }, dry, articles))[0]).toBe(first);
});

test('a repair’s totals and failures are printed, without what found nothing', () => {
  const repaired = [1, 2].map((dates) => ({ path: 'a.md', findings: { ...NOTHING, dates } }));
  const failed = [{ path: 'b.md', error: 'The disk is full.' }];
  expect(plainly(repairLines({ ...EMPTY, repaired, failed }, true, 2))).toEqual([
    ...['Would repair 2 notes.', '  Dates               3', '', 'Failed: 1'],
    '  b.md: The disk is full.',
  ]);
});

test('what undo skipped is printed with its reason, a system’s reason unchanged', () => {
  const left = [
    { path: 'a.md', reason: 'changed-since' },
    { path: 'b.md', reason: 'The disk is full.' },
  ];
  expect(plainly(undoLines({ schema: 1, run: 'r', restored: ['c.md'], left }))).toEqual([
    ...['Undid run r: 1 note restored.', '', 'Skipped: 2'],
    '  a.md: changed since the repair',
    '  b.md: The disk is full.',
  ]);
});

test('what undo moved to the trash is counted', () => {
  const report = {
    schema: 1,
    run: 'r',
    restored: [],
    trashed: ['a.md', 'a.pdf'],
    left: [],
  } as const;
  expect(plainly(undoLines(report))).toEqual([
    'Undid run r: 0 notes restored, 2 files moved to the trash.',
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
  ['that is not a draft', { draft: false }, ['A lamp', '    Shelf/a.md']],
  [
    'with something to repair',
    { findings: { ...NOTHING, dates: 2, 'proxied-images': 1 } },
    ['A lamp', '    Shelf/a.md', '    needs repair: 2 dates, 1 image'],
  ],
  [
    'with something that is left',
    {
      left: [
        { repair: 'draft-flag', reason: 'no-publisher', was: 'draft: true' },
        { repair: null, reason: 'unsound-front-matter', was: '' },
        { repair: 'dates', reason: 'impossible-date', was: `2024-02-30${' '.repeat(90)}x` },
      ],
    },
    [
      ...['A lamp', '    Shelf/a.md'],
      '    invalid YAML in properties, so they were not read',
      `    Dates: no such day or time: 2024-02-30${' '.repeat(70)}…`,
    ],
  ],
])('an article %s', (_, row, lines) => {
  expect(plainly(articleLines({ ...ROW, ...row }))).toEqual(lines);
});

describe('a scan ends with what was found and what to do next', () => {
  const next = { repair: 'x repair v --dry-run', ownNotes: 'x repair v --all-notes' };
  const findings = { ...NOTHING, 'draft-flag': 4, dates: 32 };

  test.each<[string, Partial<ReturnType<typeof newTally>>, readonly string[]]>([
    ['nothing', { read: 3 }, ['0 saved articles in 0 notes (3 read).']],
    [
      'all fine',
      { read: 3, saved: 1, articles: 1 },
      ['1 saved article in 1 note (3 read).', 'None of them needs repair.'],
    ],
    [
      'something to repair, and to decide',
      { read: 22, saved: 18, articles: 21, needRepair: 14, findings, unresolved: 3 },
      [
        '21 saved articles in 18 notes (22 read).',
        '14 notes need repair: 4 draft flags, 32 dates.',
        '3 findings need your attention.',
        '',
        'See the changes:  x repair v --dry-run',
      ],
    ],
    [
      'drafts, of which nobody knows how they are published',
      { read: 2, saved: 2, articles: 2, drafts: 2 },
      [
        '2 saved articles in 2 notes (2 read).',
        'None of them needs repair.',
        '2 drafts are not changed. Say how you publish to fix draft flags: --publish-with hugo (or another: --help).',
      ],
    ],
    [
      'dead images in other notes',
      {
        read: 2,
        ownNotes: [{ path: 'a.md', images: 2 }, ...[{ path: 'b.md', images: 10 }]],
        unresolved: 1,
      },
      [
        '0 saved articles in 0 notes (2 read).',
        '1 finding needs your attention.',
        'Also 12 dead images in 2 notes of your own.',
        'Unproxy images in your own notes:  x repair v --all-notes',
      ],
    ],
  ])('%s', (_, tally, lines) => {
    expect(plainly(scanLines({ ...newTally(), ...tally }, next))).toEqual(lines);
  });
});

test('a thousand failures alike do not hide the one that differs', () => {
  const alike = Array.from({ length: 1000 }, (_, i) => `${i}.md`);
  const full = alike.map((path) => ({ path, error: 'The disk is full.' }));
  const failed = [...full, { path: 'z.md', error: 'The note is read-only.' }];
  const more = '  … and 990 more like this; --json lists all';
  expect(plainly(repairLines({ ...EMPTY, failed }, false, 0)).slice(-2)).toEqual([
    ...[more, '  z.md: The note is read-only.'],
  ]);
  const left = failed.map(({ path, error }) => ({ path, reason: error }));
  expect(plainly(undoLines({ schema: 1, run: 'r', restored: [], left })).slice(-2)).toEqual([
    ...[more, '  z.md: The note is read-only.'],
  ]);
});

test('control characters from any source do not reach the terminal', () => {
  const wild = '\u001b[31mred\u0007\r\n\u009b\u202e';
  const left = [{ path: `${wild}.md`, repair: 'dates', reason: 'date-link', was: wild }] as const;
  const lines = plainly([
    ...articleLines({ ...ROW, path: wild, title: wild, source: wild, left }),
    ...repairLines({ ...EMPTY, left, failed: [{ path: wild, error: wild }] }, false, 1),
    ...undoLines({
      ...{ schema: 1, run: wild, restored: [], trashed: [wild] },
      left: [{ path: wild, reason: wild }],
    }),
    ...diffLines(wild, [{ line: 1, before: [wild], after: [wild] }], null),
  ]);
  expect(lines.filter((line) => /[\p{Cc}\u202e]/u.test(line))).toEqual([]);
});

test('lines before and after are cut around what changes, to the screen’s width', () => {
  const [before, after] = [`${'word '.repeat(80)}old`, `${'word '.repeat(80)}new`];
  const change = { line: 7, before: [before], after: [after] };
  for (const width of [100, null]) {
    const [path, ...lines] = plainly(diffLines('a.md', [change], width));
    expect(path).toBe('a.md');
    expect(lines.map((line) => line.slice(0, 11))).toEqual(['      7 - …', '        + …']);
    expect(lines.map((line) => line.slice(-3))).toEqual(['old', 'new']);
    expect(lines.every((line) => line.length <= (width ?? 170))).toBe(true);
  }
  const short = { line: 1, before: ['a'], after: [] };
  expect(plainly(diffLines('a.md', [short], 40))).toEqual(['a.md', '      1 - a']);
});

describe('runs', () => {
  const row = {
    ...{ run: 'r1', started: '2026-11-26T10:34:38.427Z', repairs: ['dates'], notes: 11 },
    ...{ kind: null, created: 0, removed: 0 },
  };

  test.each<[object, string]>([
    [{}, 'r1  2026-11-26 10:34 UTC  11 notes  Dates'],
    [{ undone: true }, 'r1  2026-11-26 10:34 UTC  11 notes  Dates  undone'],
    [
      { kind: 'omnivore-export', repairs: [], created: 3 },
      'r1  2026-11-26 10:34 UTC  11 notes, 3 new files  Import',
    ],
    [
      { kind: 'duplicates', repairs: [], notes: 1, removed: 1 },
      'r1  2026-11-26 10:34 UTC  1 note, 1 removed  Merge',
    ],
    [
      { undone: true, kept: 1, repairs: [], started: '' },
      'r1  unknown time  11 notes  undone, except 1 note',
    ],
  ])('%j', (more, line) => {
    const shown = { ...row, undone: false, kept: 0, ...more } as Parameters<typeof runLine>[0];
    expect(plainly([runLine(shown)])).toEqual([line]);
    expect(plainly(historyLines([shown]))).toEqual([line]);
  });

  test('none', () => expect(historyLines([])).toEqual(['There are no runs here.']));

  test.each([
    [{ state: 'repaired' }, 'a.md: repaired'],
    [{ state: 'restored' }, 'a.md: as before the run'],
    [{ state: 'changed-since' }, 'a.md: changed since the repair'],
    [{ state: 'failed', error: 'No permission.' }, 'a.md: No permission.'],
    [{ state: 'failed' }, 'a.md: '],
  ] as const)('a note of a run: %j', (note, line) => {
    expect(stateLine({ path: 'a.md', ...note })).toBe(line);
  });
});

test.each([
  [0, '0 notes', '0 notes or folders'],
  [1, '1 note', '1 note or folder'],
  [2, '2 notes', '2 notes or folders'],
])('%d is %s', (count, text, failed) => {
  expect(countNotes(count)).toBe(text);
  expect(countFailed(count)).toBe(failed);
});
