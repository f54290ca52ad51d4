import fc from 'fast-check';
import { Library } from '../../../src/core/library/library';
import type { ListedArticle } from '../../../src/core/library/listed-article';
import { contentsDeriver, type DeriveContents } from '../../../src/core/library/derive-contents';
import type { PanelView } from '../../../src/core/library/view';
import { listed } from './articles';

const PATHS = ['a.md', 'b.md', 'c.md', 'd.md'];

const article: fc.Arbitrary<Partial<ListedArticle>> = fc.record({
  title: fc.constantFrom('one', 'two', 'Three 3', '__proto__', '四'),
  id: fc.constantFrom(null, null, 'i', 'j'),
  url: fc.constantFrom(null, 'https://a.example/1', 'http://www.a.example/1#x', 'not a URL'),
  source: fc.constantFrom(null, 'x', 'y', 'constructor'),
  tags: fc.subarray(['a', 'a/b', 'a/b/c', 'd', '__proto__', '']),
  saved: fc.constantFrom(null, '2024-01-01', '2024-01-02', '2024-03-01'),
  published: fc.constantFrom(null, '2020-01-01', '2021-01-01'),
  draft: fc.constantFrom(null, true, false),
  state: fc.constantFrom(null, 'unread' as const, 'archived' as const),
  pendingRepairs: fc.constantFrom(0, 1, 2),
  unresolved: fc.constantFrom(0, 1),
  highlights: fc.constantFrom(0, 2),
  minutes: fc.constantFrom(null, 1, 3),
});

const GROUPS = [
  ...[
    'source:x',
    'source:',
    'tag:a',
    'tag:a/b',
    'tag:a/b/c',
    'tag:',
    'month:2024',
    'month:2024-01',
  ],
];

const view: fc.Arbitrary<PanelView> = fc.record({
  grouping: fc.constantFrom('source' as const, 'tag' as const, 'month' as const, 'none' as const),
  articleOrder: fc.constantFrom(
    'saved' as const,
    'published' as const,
    'title' as const,
    'length' as const,
  ),
  groupOrder: fc.constantFrom(
    'name' as const,
    'name-reversed' as const,
    'count' as const,
    'newest' as const,
  ),
  descending: fc.boolean(),
  filter: fc.record({
    text: fc.constantFrom(
      '',
      'o',
      'on',
      'one',
      't',
      'x one',
      'on tag:a',
      'one tag:a',
      'is:archived',
    ),
    drafts: fc.boolean(),
    needsRepair: fc.boolean(),
    needsAttention: fc.boolean(),
    hasHighlights: fc.boolean(),
    duplicates: fc.boolean(),
    states: fc.constantFrom([], ['unread' as const]),
    months: fc.constantFrom(
      ...[null, null, { from: '2024-01', to: '2024-01' }],
      ...[{ from: '2023-01', to: '2024-01' }],
    ),
  }),
  expanded: fc.subarray(GROUPS),
  collapsed: fc.subarray(GROUPS),
  expandBelow: fc.constantFrom(0, 3),
  collapsedResults: fc.subarray(GROUPS),
});

type Step =
  | {
      readonly kind: 'put';
      readonly path: string;
      readonly articles: readonly Partial<ListedArticle>[];
    }
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

function notesOf(
  path: string,
  articles: readonly Partial<ListedArticle>[],
): readonly ListedArticle[] {
  return articles.map((some, i) => listed(path, { ...some, key: `${path}\t${i}` }));
}

/** Everything that a user sees, and which notes a repair of it would include. */
function seen(library: Library, derive: DeriveContents, view: PanelView): unknown {
  const { rows, articles, groups, drafts, needRepair, allNeedRepair, paths, months } = derive(
    library.articles,
    view,
    'en',
  );
  return {
    ...{ rows, articles, groups, drafts, needRepair, allNeedRepair },
    ...{ months: months(), paths: [...paths()].sort() },
  };
}

test('after any changes, a library shows what a new one shows', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), view, (steps, last) => {
      const library = new Library();
      const derive = contentsDeriver();
      for (const one of steps) {
        if (one.kind === 'look') seen(library, derive, one.view);
        else if (one.kind === 'rename') library.rename(one.path, one.to);
        else library.put(one.path, notesOf(one.path, one.articles));
      }
      const fresh = new Library();
      for (const at of library.paths) fresh.put(at, library.of(at));
      expect(library.size).toBe(fresh.size);
      expect(seen(library, derive, last)).toEqual(seen(fresh, contentsDeriver(), last));
    }),
    { numRuns: 400, seed: 20_260_101 },
  );
});
