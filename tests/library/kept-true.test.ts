import fc from 'fast-check';
import { Library } from '../../src/library/library';
import type { Listed } from '../../src/library/listed';
import { articlesPerMonth } from '../../src/library/months';
import { panelRows, type Shown } from '../../src/library/rows';
import { NO_FILTER, type PanelView } from '../../src/library/view';
import { listed } from './articles';

const PATHS = ['a.md', 'b.md', 'c.md', 'd.md'];

const article: fc.Arbitrary<Partial<Listed>> = fc.record({
  title: fc.constantFrom('one', 'two', 'Three 3', '__proto__', '四'),
  source: fc.constantFrom(null, 'x', 'y', 'constructor'),
  tags: fc.subarray(['a', 'a/b', 'a/b/c', 'd', '__proto__', '']),
  saved: fc.constantFrom(null, '2024-01-01', '2024-01-02', '2024-03-01'),
  published: fc.constantFrom(null, '2020-01-01', '2021-01-01'),
  draft: fc.constantFrom(null, true, false),
  state: fc.constantFrom(null, 'inbox' as const, 'archived' as const),
  due: fc.constantFrom(0, 1, 2),
});

const view: fc.Arbitrary<PanelView> = fc.record({
  grouping: fc.constantFrom('source' as const, 'tag' as const, 'month' as const),
  sorting: fc.constantFrom('saved' as const, 'published' as const, 'title' as const),
  descending: fc.boolean(),
  filter: fc.record({
    text: fc.constantFrom('', 'o', 'on', 'one', 't', 'x one'),
    drafts: fc.boolean(),
    due: fc.boolean(),
    states: fc.constantFrom([], ['inbox' as const]),
    month: fc.constantFrom(null, null, '2024-01'),
  }),
  open: fc.subarray([
    'source:x',
    'source:',
    'tag:a',
    'tag:a/b',
    'tag:a/b/c',
    'tag:',
    'month:2024-01',
  ]),
});

type Step =
  | { readonly kind: 'put'; readonly path: string; readonly articles: readonly Partial<Listed>[] }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string }
  | { readonly kind: 'look'; readonly view: PanelView };

const path = fc.constantFrom(...PATHS);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('put' as const),
    path,
    articles: fc.array(article, { maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant('rename' as const), path, to: path }),
  fc.record({ kind: fc.constant('look' as const), view }),
);

function take(library: Library, one: Step): void {
  if (one.kind === 'look') return void panelRows(library, one.view, 'en');
  if (one.kind === 'rename') return void library.rename(one.path, one.to);
  library.put(one.path, notesOf(one.path, one.articles));
}

function notesOf(path: string, articles: readonly Partial<Listed>[]): readonly Listed[] {
  return articles.map((some, i) => listed(path, { ...some, key: `${path}\t${i}` }));
}

/** All that a user sees, and which notes a repair of it would take. */
function seen(library: Library, view: PanelView): unknown {
  return { ...panelRows(library, view, 'en'), paths: [...library.board.duePaths].sort() };
}

test('whatever was put, renamed, removed and looked at before, a library shows what one built anew shows', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), view, (steps, last) => {
      const library = new Library();
      for (const one of steps) take(library, one);
      const fresh = new Library();
      for (const at of library.paths) fresh.put(at, library.of(at));
      expect(library.size).toBe(fresh.size);
      expect(seen(library, last)).toEqual(seen(fresh, last));
      expect(articlesPerMonth(library, last.filter)).toEqual(articlesPerMonth(fresh, last.filter));
    }),
    { numRuns: 400, seed: 20_260_101 },
  );
});

test('a shelf that shows the same is the same row, so that it is not drawn again', () => {
  const library = new Library();
  for (const at of PATHS) library.put(at, [listed(at, { source: at, tags: ['t'] })]);
  const look = (text: string): Shown =>
    panelRows(
      library,
      {
        ...{ grouping: 'source', sorting: 'saved', descending: true, open: [] },
        filter: { ...NO_FILTER, text },
      },
      'en',
    );
  const before = look('').rows;
  const after = look('md').rows;
  expect(after).toHaveLength(4);
  expect(after.every((row, i) => row === before[i])).toBe(true);
});
