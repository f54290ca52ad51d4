import { NO_FILTER } from '../../../src/core/library/view';
import { contentsOf, libraryOf } from './articles';

const on = (saved: string): { saved: string; title: string } => ({ saved, title: `on ${saved}` });

function counted(
  articles: Parameters<typeof libraryOf>[0],
  filter: Partial<typeof NO_FILTER> = {},
): readonly string[] {
  const view = { filter: { ...NO_FILTER, ...filter } };
  const counts = contentsOf(libraryOf(articles), view).months();
  return counts.map(({ month, count }) => `${month} ${count}`);
}

test('each month from the first to the last, those without articles too', () => {
  expect(
    counted({ a: on('2024-02-03'), b: on('2023-11-30T23:59:59'), c: on('2024-02-01'), d: {} }),
  ).toEqual(['2023-11 1', '2023-12 0', '2024-01 0', '2024-02 2']);
});

test('no articles, no months', () => {
  expect(counted({})).toEqual([]);
  expect(counted({ a: {} })).toEqual([]);
});

test('months stay if the search matches none of their articles, and the chosen month does not matter', () => {
  const articles = { a: on('2024-01-01'), b: on('2024-02-01') };
  expect(counted(articles, { text: '2024-02' })).toEqual(['2024-01 0', '2024-02 1']);
  expect(counted(articles, { months: { from: '2024-02', to: '2024-02' } })).toEqual([
    '2024-01 1',
    '2024-02 1',
  ]);
});

test('one wrong year does not make thousands of months', () => {
  expect(counted({ a: on('1024-01-01'), b: on('2024-01-01') })).toEqual(['1024-01 1', '2024-01 1']);
});

test('removing the last article of a month removes its bar', () => {
  const library = libraryOf({ a: on('2024-01-01'), b: on('2024-02-01') });
  expect(contentsOf(library).months()).toHaveLength(2);
  library.put('b', []);
  expect(contentsOf(library).months()).toEqual([{ month: '2024-01', count: 1 }]);
});
