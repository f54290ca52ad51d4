import type { PanelRow } from '../../../src/core/library/view';
import {
  extendTo,
  NO_SELECTION,
  selectedArticles,
  selectGroup,
  toggleRow,
  withinRows,
  type Selection,
} from '../../../src/obsidian/panel/selection';
import { listed } from '../../core/library/articles';

function group(key: string, depth = 0): PanelRow {
  return { kind: 'group', key, name: key, depth, count: 1, expanded: true };
}

function article(key: string, path: string, depth = 1): PanelRow {
  return { kind: 'article', key, depth, article: listed(path) };
}

const ROWS = [
  ...[group('g'), article('g1', 'one.md'), article('g2', 'two.md')],
  ...[group('h'), group('h/i', 1), article('i1', 'three.md', 2), article('h1', 'one.md')],
];

const keys = ({ keys: selected }: Selection): readonly string[] => [...selected];

test('a row is selected and let go; the range that follows starts there', () => {
  const one = toggleRow(toggleRow(NO_SELECTION, 'g2'), 'g1');
  expect(keys(one)).toEqual(['g2', 'g1']);
  expect(keys(toggleRow(one, 'g2'))).toEqual(['g1']);
  expect(keys(extendTo(one, ROWS, 0, 5))).toEqual(['g1', 'g2', 'i1']);
});

test('a range goes either way, and can be made smaller again', () => {
  const down = extendTo(toggleRow(NO_SELECTION, 'g2'), ROWS, 2, 6);
  expect(keys(down)).toEqual(['g2', 'i1', 'h1']);
  expect(keys(extendTo(down, ROWS, 6, 5))).toEqual(['g2', 'i1']);
  expect(keys(extendTo(down, ROWS, 6, 0))).toEqual(['g1', 'g2']);
});

test('without an anchor a range starts at the active row, else at the first', () => {
  expect(keys(extendTo(NO_SELECTION, ROWS, 2, 5))).toEqual(['g2', 'i1']);
  expect(keys(extendTo(NO_SELECTION, ROWS, -1, 1))).toEqual(['g1']);
  expect(keys(extendTo({ ...NO_SELECTION, anchor: 'gone' }, ROWS, 1, 2))).toEqual(['g1', 'g2']);
});

test.each([
  ['its articles from one of them', 2, ['g1', 'g2']],
  ['its articles from itself', 0, ['g1', 'g2']],
  ['nested ones too', 3, ['i1', 'h1']],
  ['a nested group alone', 5, ['i1']],
])('a group is selected: %s', (_, at, selected) => {
  expect(keys(selectGroup(ROWS, at))).toEqual(selected);
});

test('in a flat list all are selected', () => {
  const flat = [article('a', 'a.md', 0), article('b', 'b.md', 0), article('c', 'c.md', 0)];
  expect(keys(selectGroup(flat, 1))).toEqual(['a', 'b', 'c']);
  expect(keys(selectGroup([], 0))).toEqual([]);
});

test('what is gone is no longer selected', () => {
  const selection = selectGroup(ROWS, 0);
  expect(withinRows(selection, ROWS)).toBe(selection);
  expect(keys(withinRows(selection, ROWS.slice(0, 2)))).toEqual(['g1']);
  expect(keys(withinRows(selection, []))).toEqual([]);
});

test('an article that is selected in two groups is one article', () => {
  const all = { keys: new Set(['h1', 'g1', 'i1']), anchor: null };
  expect(selectedArticles(all, ROWS).map(({ path }) => path)).toEqual(['one.md', 'three.md']);
});
