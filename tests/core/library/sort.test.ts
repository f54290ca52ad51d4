import { NO_FILTER, type GroupOrder, type PanelView } from '../../../src/core/library/view';
import { libraryOf, shown } from './articles';

const ARTICLES = {
  a: { title: 'Beta 2', saved: '2024-01-02T00:00:00', published: '2020-01-01' },
  b: { title: 'alpha', saved: '2024-01-03T00:00:00' },
  c: { title: 'Beta 10', published: '2021-01-01' },
  d: { title: 'Élan', saved: '2024-01-01T00:00:00' },
};

test.each<[articleOrder: PanelView['articleOrder'], descending: boolean, titles: string[]]>([
  ['saved', true, ['alpha', 'Beta 2', 'Élan', 'Beta 10']],
  ['saved', false, ['Élan', 'Beta 2', 'alpha', 'Beta 10']],
  ['published', true, ['Beta 10', 'Beta 2', 'alpha', 'Élan']],
  ['published', false, ['Beta 2', 'Beta 10', 'alpha', 'Élan']],
  ['title', false, ['alpha', 'Beta 2', 'Beta 10', 'Élan']],
  ['title', true, ['Élan', 'Beta 10', 'Beta 2', 'alpha']],
])('sorted by %s, descending %s', (articleOrder, descending, titles) => {
  const library = libraryOf(ARTICLES);
  const rows = (): readonly string[] =>
    shown(library, { articleOrder, descending, expanded: ['source:'] }).slice(1);
  expect(rows()).toEqual(titles.map((title) => `  ${title}`));
  // An article that comes later is sorted in.
  const [last] = library.of('b');
  library.put('b', []);
  if (last) library.put('b', [last]);
  expect(rows()).toEqual(titles.map((title) => `  ${title}`));
});

test.each([
  [false, ['short', 'long', 'unknown']],
  [true, ['long', 'short', 'unknown']],
])('sorted by reading time, descending %s', (descending, titles) => {
  const library = libraryOf({ unknown: {}, long: { minutes: 12 }, short: { minutes: 2 } });
  const view = { articleOrder: 'length', descending, grouping: 'none' } as const;
  expect(shown(library, view)).toEqual(titles);
});

const SITES = {
  a: { source: 'b.example', saved: '2024-01-01' },
  b: { source: 'a.example', saved: '2024-02-01' },
  c: { source: 'b.example', saved: '2023-05-01' },
  d: { source: 'c.example', saved: '2024-03-01' },
  e: {},
};

test.each<[GroupOrder, string[]]>([
  ['name', ['a.example', 'b.example', 'c.example', '(none)']],
  ['name-reversed', ['c.example', 'b.example', 'a.example', '(none)']],
  ['count', ['b.example', 'a.example', 'c.example', '(none)']],
  ['newest', ['c.example', 'a.example', 'b.example', '(none)']],
])('groups sorted by %s', (groupOrder, names) => {
  const rows = shown(libraryOf(SITES), { groupOrder });
  expect(rows.map((row) => row.slice(2, -2))).toEqual(names);
});

test.each<[GroupOrder, string[]]>([
  ['name', ['2024', '2024-03', '2024-02', '2024-01', '2023', '2023-05', '(none)']],
  ['name-reversed', ['2023', '2023-05', '2024', '2024-01', '2024-02', '2024-03', '(none)']],
  ['newest', ['2024', '2024-03', '2024-02', '2024-01', '2023', '2023-05', '(none)']],
])('months sorted by %s', (groupOrder, names) => {
  const expanded = ['month:2024', 'month:2023'];
  const rows = shown(libraryOf(SITES), { grouping: 'month', groupOrder, expanded });
  expect(rows.map((row) => row.trim().slice(2, -2))).toEqual(names);
});

test('by count and by newest, only articles that match the filter decide', () => {
  const filter = { ...NO_FILTER, months: { from: '2023-05', to: '2023-05' } };
  const library = libraryOf({ ...SITES, f: { source: 'a.example', saved: '2023-05-09' } });
  const rows = shown(library, { groupOrder: 'newest', filter, collapsedResults: ALL });
  expect(rows).toEqual(['+ a.example 1', '+ b.example 1']);
});

const ALL = ['source:a.example', 'source:b.example', 'source:c.example', 'source:'];
