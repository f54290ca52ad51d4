/** @jest-environment jsdom */
import '../../simulator/dom';
import type { ListedArticle } from '../../../src/core/library/listed-article';
import type { PanelRow } from '../../../src/core/library/view';
import { FACETS } from '../../../src/core/library/view';
import { drawRow, redrawArticle } from '../../../src/obsidian/panel/draw-row';
import { rowStyleCache, type RowStyle } from '../../../src/obsidian/panel/row-style';

jest.mock('obsidian', () => jest.requireActual('../../simulator/obsidian'), { virtual: true });

const ARTICLE: ListedArticle = {
  ...{ key: 'a.md', path: 'a.md', title: 'Tide clocks', id: null, author: null, url: null },
  ...{ source: null, tags: [], saved: null, published: null, draft: null, state: null },
  ...{ line: null, pendingRepairs: 0, unresolved: 0, attention: [], ignored: [] },
  ...{ highlights: 0, minutes: null },
};

function rowOf(article: Partial<ListedArticle> = {}): PanelRow {
  return { kind: 'article', key: 'a.md', depth: 1, article: { ...ARTICLE, ...article } };
}

function style(some: Partial<RowStyle> = {}): RowStyle {
  const usual = { grouping: 'source', facets: FACETS, words: [] } as const;
  return rowStyleCache()({ ...usual, showsDrafts: true, showsAttention: false, ...some });
}

function drawn(row: PanelRow, by = style()): HTMLElement {
  const el = document.createElement('div');
  drawRow(row, el, by);
  return el;
}

test.each<[string, Partial<ListedArticle>, Partial<ListedArticle>]>([
  ['another title', {}, { title: 'Salt roads' }],
  ['an empty title', {}, { title: '' }],
  ['a title that was missing', { title: '' }, { title: 'Salt roads' }],
  ['tags where there were none', {}, { tags: ['maps', 'ports'] }],
  ['no more tags', { tags: ['maps'] }, {}],
  ['another day', { saved: '2024-03-01T10:00:00' }, { saved: '2024-04-02T10:00:00' }],
  ['more pending repairs', { pendingRepairs: 1 }, { pendingRepairs: 2 }],
])('%s: the row that is changed looks as if it were drawn again', (_, before, now) => {
  const el = drawn(rowOf(before));
  expect(redrawArticle(rowOf(now), rowOf(before), el, style())).toBe(true);
  expect(el.outerHTML).toBe(drawn(rowOf(now)).outerHTML);
});

test.each<[string, Partial<ListedArticle>]>([
  ['a draft', { draft: true }],
  ['archived', { state: 'archived' }],
])('an article that is now %s must be drawn again', (_, now) => {
  expect(redrawArticle(rowOf(now), rowOf(), drawn(rowOf()), style())).toBe(false);
});

const about = (el: HTMLElement): string | undefined =>
  el.querySelector('.omnivore-rescue-about')?.textContent ?? undefined;
const highlighted = (el: HTMLElement): readonly string[] =>
  [...el.querySelectorAll('.suggestion-highlight')].map((one) => one.textContent ?? '');

const FULL: Partial<ListedArticle> = {
  ...{ saved: '2024-03-01T10:00:00', source: 'harbour.example', author: 'Ann Bell' },
  ...{ tags: ['sea', 'clocks'], minutes: 7, highlights: 2, state: 'read' },
};

test('the second line shows what the grouping does not show', () => {
  expect(about(drawn(rowOf(FULL)))).toBe(
    'Mar 1, 2024 · Ann Bell · 7 min · 2 highlights · sea, clocks',
  );
  expect(about(drawn(rowOf(FULL), style({ grouping: 'tag', facets: ['source', 'tags'] })))).toBe(
    'harbour.example',
  );
});

test('an article that was read is labeled so', () => {
  const sign = (el: HTMLElement): string | null | undefined =>
    el.querySelector('.omnivore-rescue-state')?.getAttribute('aria-label');
  expect(sign(drawn(rowOf(FULL)))).toBe('Read');
  expect(sign(drawn(rowOf({ state: 'unread' })))).toBeUndefined();
  expect(sign(drawn(rowOf(FULL), style({ facets: [] })))).toBeUndefined();
});

test('matches are highlighted, and matches outside the title come first', () => {
  const el = drawn(rowOf(FULL), style({ words: ['tide', 'bell'], facets: ['date'] }));
  expect(highlighted(el)).toEqual(['Tide', 'Bell']);
  expect(about(el)).toBe('Ann Bell · Mar 1, 2024');
  const byTag = drawn(rowOf(FULL), style({ words: ['cloc', 'lock'] }));
  expect(highlighted(byTag)).toEqual(['clock', 'clock']);
});

test('text from notes stays text, and is shortened', () => {
  const title = `<img src=x onerror=alert(1)>${'x'.repeat(10_000)}`;
  const tags = Array.from({ length: 5_000 }, (_, i) => `tag${i}`);
  const el = drawn(rowOf({ title, tags }), style({ words: ['img', 'tag4999'] }));
  expect(el.querySelector('img')).toBeNull();
  expect(el.textContent?.length).toBeLessThan(700);
  expect(highlighted(el)).toEqual(['img', 'tag4999']);
});

test('a draft has a badge only for people who publish', () => {
  const badge = (by: RowStyle): boolean =>
    drawn(rowOf({ draft: true }), by).querySelector('.omnivore-rescue-draft') !== null;
  expect(badge(style())).toBe(true);
  expect(badge(style({ showsDrafts: false }))).toBe(false);
});
