import { rowFacets } from '../../../src/core/library/row-facets';
import { FACETS } from '../../../src/core/library/view';
import { listed } from './articles';

const ARTICLE = listed('a.md', {
  ...{ title: 'Tide clocks', author: 'Ann Bell', source: 'harbour.example' },
  tags: ['sea', 'time'],
});

test('the grouping is not shown twice, and the order is always the same', () => {
  expect(rowFacets(ARTICLE, 'source', ['tags', 'source', 'date'], []).facets).toEqual([
    ...['date', 'tags'],
  ]);
  expect(rowFacets(ARTICLE, 'none', FACETS, []).facets).toEqual(FACETS);
});

test.each([
  ['in the title', ['tide'], ['date']],
  ['in the author', ['tide', 'bell'], ['author', 'date']],
  ['in the source', ['harbour'], ['source', 'date']],
  ['in a tag', ['time'], ['tags', 'date']],
])('a word that is %s', (_, words, facets) => {
  expect(rowFacets(ARTICLE, 'none', ['date'], words).facets).toEqual(facets);
});

test('a source or tag that its group shows is not shown again', () => {
  expect(rowFacets(ARTICLE, 'source', ['date'], ['harbour']).facets).toEqual(['date']);
  expect(rowFacets(ARTICLE, 'tag', ['date'], ['time']).facets).toEqual(['date']);
});

test('tags that were found come first', () => {
  expect(rowFacets(ARTICLE, 'none', ['tags'], ['time']).tags).toEqual(['time', 'sea']);
});
