import type { Listed } from '../../src/library/listed';
import { libraryOf, lines, listed, look, type Look } from './shown';

const ARTICLES: readonly Listed[] = [
  listed('Bread.md', {
    source: 'bakers.example.org',
    tags: ['kitchen/bread'],
    saved: '2024-03-02',
  }),
  listed('Salt.md', {
    ...{ source: 'bakers.example.org', tags: ['kitchen', 'RSS'], saved: '2024-03-14T08:00:00' },
    ...{ author: 'Petra Lindqvist', published: '2019-01-01', due: 2, state: 'reading' },
  }),
  listed('Ports.md', {
    ...{ source: 'maps.example.net', tags: ['history/ports', 'history/maps'], draft: true, due: 1 },
    saved: '2023-11-30',
  }),
  listed('Untold.md'),
];

test.each<[string, Look, readonly string[]]>([
  [
    'by source, those without one last',
    {},
    ['▸ bakers.example.org 2 !1', '▸ maps.example.net 1 !1', '▸ (none) 1'],
  ],
  [
    'by tag, nested tags as a tree; an article stands on the shelf of each of its tags, and is counted once above them',
    { view: { grouping: 'tag', open: ['tag:history', 'tag:kitchen'] } },
    [
      ...['▾ history 1 !1', '  ▸ history/maps 1 !1', '  ▸ history/ports 1 !1'],
      ...['▾ kitchen 2 !1', '  ▸ kitchen/bread 1', '  Salt', '▸ RSS 1 !1', '▸ (none) 1'],
    ],
  ],
  [
    'by month, the youngest first',
    { view: { grouping: 'month' } },
    ['▸ 2024-03 2 !1', '▸ 2023-11 1 !1', '▸ (none) 1'],
  ],
  [
    'an open shelf with its articles, the last saved first',
    { view: { open: ['source:bakers.example.org'] } },
    ['▾ bakers.example.org 2 !1', '  Salt', '  Bread', '▸ maps.example.net 1 !1', '▸ (none) 1'],
  ],
  [
    'the other way round',
    { view: { open: ['source:bakers.example.org'], descending: false } },
    ['▾ bakers.example.org 2 !1', '  Bread', '  Salt', '▸ maps.example.net 1 !1', '▸ (none) 1'],
  ],
  [
    'words, in whatever case',
    { filter: { text: 'LINDQVIST salt' } },
    ['▸ bakers.example.org 1 !1'],
  ],
  ['words of a tag', { filter: { text: 'ports' } }, ['▸ maps.example.net 1 !1']],
  ['a word that nothing holds', { filter: { text: 'salt ports' } }, []],
  ['drafts', { filter: { drafts: true } }, ['▸ maps.example.net 1 !1']],
  [
    'what needs repair',
    { filter: { due: true } },
    ['▸ bakers.example.org 1 !1', '▸ maps.example.net 1 !1'],
  ],
  [
    'reading states',
    { filter: { states: ['reading', 'archived'] } },
    ['▸ bakers.example.org 1 !1'],
  ],
  ['a month', { filter: { month: '2024-03' } }, ['▸ bakers.example.org 2 !1']],
])('%s', (_, how, expected) => {
  expect(lines(libraryOf(ARTICLES), how)).toEqual(expected);
});

test('what is shown is counted: articles once each, sources, drafts, and notes with repairs due', () => {
  const library = libraryOf(ARTICLES);
  const { articles, sources, drafts, dueNotes } = look(library, {
    view: { grouping: 'tag' },
    filter: { due: true },
  });
  expect({ articles, sources, drafts, dueNotes }).toEqual({
    ...{ articles: 2, sources: 2, drafts: 1, dueNotes: 2 },
  });
  expect([...library.board.duePaths()].sort()).toEqual(['Ports.md', 'Salt.md']);
});

test.each<[string, Partial<Look['view']> & object, readonly string[]]>([
  ['saved, the last first', { sorting: 'saved', descending: true }, ['B', 'A', 'C']],
  ['saved, the first first', { sorting: 'saved', descending: false }, ['A', 'B', 'C']],
  ['published, the last first', { sorting: 'published', descending: true }, ['C', 'A', 'B']],
  ['title', { sorting: 'title', descending: false }, ['A', 'B', 'C']],
])('articles without the date come last: by %s', (_, view, titles) => {
  const library = libraryOf([
    listed('A.md', { saved: '2024-01-01', published: '2020-01-01' }),
    listed('B.md', { saved: '2024-02-01' }),
    listed('C.md', { published: '2021-01-01' }),
  ]);
  expect(lines(library, { view: { open: ['source:'], ...view } }).slice(1)).toEqual(
    titles.map((title) => `  ${title}`),
  );
});

test.each([
  ['en', ['Äpfel', 'apple 2', 'apple 10', 'zebra', '厨房', '城市']],
  ['sv', ['apple 2', 'apple 10', 'zebra', 'Äpfel', '厨房', '城市']],
  ['zh', ['城市', '厨房', 'Äpfel', 'apple 2', 'apple 10', 'zebra']],
])('names are sorted as %s sorts, numbers by their value', (language, names) => {
  const library = libraryOf([...names].sort().map((source) => listed(`${source}.md`, { source })));
  expect(lines(library, { language })).toEqual(names.map((name) => `▸ ${name} 1`));
});

test('several articles in one note stand each on its own shelf', () => {
  const path = 'Omnivore.md';
  const library = libraryOf([
    listed(path, { key: `${path}\t0`, title: 'One', source: 'a.example', due: 1 }),
    listed(path, { key: `${path}\t1`, title: 'Two', source: 'b.example', due: 1 }),
  ]);
  expect(lines(library, { view: { open: ['source:b.example'] } })).toEqual([
    ...['▸ a.example 1 !1', '▾ b.example 1 !1', '  Two'],
  ]);
  expect(look(library).dueNotes).toBe(1);
  expect(library.board.duePaths()).toEqual([path]);
  library.put(path, []);
  expect(lines(library)).toEqual([]);
  expect(library.size).toBe(0);
});

test.each(['__proto__', 'constructor', 'toString', '<img src=x onerror=alert(1)>'])(
  'a source and a tag called %s are names as any other',
  (name) => {
    const library = libraryOf([
      listed('A.md', { source: name, tags: [name] }),
      listed('B.md', { source: 'b.example', tags: [`${name}/inner`] }),
    ]);
    expect(lines(library)).toContain(`▸ ${name} 1`);
    const open = [`tag:${name}`];
    expect(lines(library, { view: { grouping: 'tag', open } })).toEqual([
      ...[`▾ ${name} 2`, `  ▸ ${name}/inner 1`, '  A'],
    ]);
  },
);

test('a tag of nothing but slashes is none', () => {
  const library = libraryOf([
    listed('A.md', { tags: ['//', ''] }),
    listed('B.md', { tags: ['a//b/'] }),
  ]);
  expect(lines(library, { view: { grouping: 'tag', open: ['tag:a'] } })).toEqual([
    ...['▾ a 1', '  ▸ a/b 1', '▸ (none) 1'],
  ]);
});
