import { expansionOf, withExpansion } from '../../../src/core/library/expansion';
import { NO_FILTER, type PanelView } from '../../../src/core/library/view';
import { viewOf } from './articles';

const VIEW: PanelView = {
  ...viewOf({ expandBelow: 10 }),
};
const SEARCH: PanelView = { ...VIEW, filter: { ...NO_FILTER, text: 'tide' } };

test.each([
  ['few articles start expanded', VIEW, 9, true],
  ['many articles start collapsed', VIEW, 10, false],
  ['results start expanded', SEARCH, 10, true],
])('groups of %s', (_, view, articles, expanded) => {
  expect(expansionOf(view, articles)('tag:sea')).toBe(expanded);
});

test.each([
  ['few articles', VIEW, 9],
  ['many articles', VIEW, 10],
  ['results', SEARCH, 10],
])('groups of %s stay as the user left them', (_, view, articles) => {
  const open = withExpansion(view, ['tag:sea', 'tag:sun'], true);
  const both = withExpansion(open, ['tag:sun'], false);
  const isExpanded = expansionOf(both, articles);
  expect([isExpanded('tag:sea'), isExpanded('tag:sun')]).toEqual([true, false]);
  expect(expansionOf(withExpansion(both, ['tag:sun'], true), articles)('tag:sun')).toBe(true);
});

test('groups collapsed in search results are not collapsed without the filter', () => {
  const searched = withExpansion(SEARCH, ['tag:sea'], false);
  expect(expansionOf({ ...searched, filter: NO_FILTER }, 1)('tag:sea')).toBe(true);
});
