/** @jest-environment jsdom */
import '../../simulator/dom';
import type { ListedArticle } from '../../../src/core/library/listed-article';
import type { PanelRow } from '../../../src/core/library/view';
import { drawRow, redrawArticle } from '../../../src/obsidian/panel/draw-row';

jest.mock('obsidian', () => jest.requireActual('../../simulator/obsidian'), { virtual: true });

const ARTICLE: ListedArticle = {
  ...{ key: 'a.md', path: 'a.md', title: 'Tide clocks', author: null, url: null },
  ...{ source: null, tags: [], saved: null, published: null, draft: null, state: null },
  ...{ line: null, pendingRepairs: 0, unresolved: 0 },
};

function rowOf(article: Partial<ListedArticle> = {}): PanelRow {
  return { kind: 'article', key: 'a.md', depth: 1, article: { ...ARTICLE, ...article } };
}

function drawn(row: PanelRow): HTMLElement {
  const el = document.createElement('div');
  drawRow(row, el, 'source');
  return el;
}

test.each<[string, Partial<ListedArticle>, Partial<ListedArticle>]>([
  ['another title', {}, { title: 'Salt roads' }],
  ['an empty title', {}, { title: '' }],
  ['a title where there was none', { title: '' }, { title: 'Salt roads' }],
  ['tags where nothing stood', {}, { tags: ['maps', 'ports'] }],
  ['no tags any more', { tags: ['maps'] }, {}],
  ['another day', { saved: '2024-03-01T10:00:00' }, { saved: '2024-04-02T10:00:00' }],
  ['more repairs due', { pendingRepairs: 1 }, { pendingRepairs: 2 }],
])('%s: the row that is changed looks as if it were drawn anew', (_, before, now) => {
  const el = drawn(rowOf(before));
  expect(redrawArticle(rowOf(now), rowOf(before), el, 'source')).toBe(true);
  expect(el.outerHTML).toBe(drawn(rowOf(now)).outerHTML);
});

test.each<[string, Partial<ListedArticle>]>([
  ['a draft', { draft: true }],
  ['in need of repair', { pendingRepairs: 1 }],
])('an article that is now %s is left to be drawn anew', (_, now) => {
  expect(redrawArticle(rowOf(now), rowOf(), drawn(rowOf()), 'source')).toBe(false);
});
