import type { PanelView } from '../../src/library/view';
import { libraryOf, shown } from './articles';

const ARTICLES = {
  a: { title: 'Beta 2', saved: '2024-01-02T00:00:00', published: '2020-01-01' },
  b: { title: 'alpha', saved: '2024-01-03T00:00:00' },
  c: { title: 'Beta 10', published: '2021-01-01' },
  d: { title: 'Élan', saved: '2024-01-01T00:00:00' },
};

test.each<[sorting: PanelView['sorting'], descending: boolean, titles: string[]]>([
  ['saved', true, ['alpha', 'Beta 2', 'Élan', 'Beta 10']],
  ['saved', false, ['Élan', 'Beta 2', 'alpha', 'Beta 10']],
  ['published', true, ['Beta 10', 'Beta 2', 'alpha', 'Élan']],
  ['published', false, ['Beta 2', 'Beta 10', 'alpha', 'Élan']],
  ['title', false, ['alpha', 'Beta 2', 'Beta 10', 'Élan']],
  ['title', true, ['Élan', 'Beta 10', 'Beta 2', 'alpha']],
])('sorted by %s, descending %s', (sorting, descending, titles) => {
  const library = libraryOf(ARTICLES);
  const rows = (): readonly string[] =>
    shown(library, { sorting, descending, open: ['source:'] }).slice(1);
  expect(rows()).toEqual(titles.map((title) => `  ${title}`));
  // What comes later is put in its place.
  const [last] = library.of('b');
  library.put('b', []);
  if (last) library.put('b', [last]);
  expect(rows()).toEqual(titles.map((title) => `  ${title}`));
});
