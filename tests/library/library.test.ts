import { assert, array, constantFrom, integer, option, property, record, string } from 'fast-check';
import type { Library } from '../../src/library/library';
import type { Listed } from '../../src/library/listed';
import { articlesPerMonth } from '../../src/library/months';
import type { Filter } from '../../src/library/view';
import { libraryOf, lines, listed, look, type Look } from './shown';

const NAMES = ['A.md', 'B.md', 'C.md', 'D/E.md'];
const paths = constantFrom(...NAMES);
const articles = record({
  title: string({ maxLength: 3 }),
  source: option(constantFrom('a.example', 'b.example', '__proto__')),
  tags: array(constantFrom('x', 'x/y', 'x/z', 'RSS', 'constructor'), { maxLength: 3 }),
  saved: option(constantFrom('2024-01-05', '2024-02-06T10:00:00', '2023-12-31')),
  draft: option(constantFrom(true, false)),
  due: integer({ min: 0, max: 2 }),
});
const looks = record({
  grouping: constantFrom('source', 'tag', 'month'),
  sorting: constantFrom('saved', 'published', 'title'),
  descending: constantFrom(true, false),
  open: array(constantFrom('source:a.example', 'source:', 'tag:x', 'tag:x/y', 'month:2024-01')),
  text: constantFrom('', 'a', 'x', 'example b'),
  drafts: constantFrom(true, false),
  due: constantFrom(true, false),
  month: option(constantFrom('2024-01', '2023-12')),
});
const steps = record({
  act: constantFrom('put', 'rename', 'look'),
  path: paths,
  to: paths,
  articles: array(articles, { maxLength: 3 }),
  look: looks,
});

/** What there is to see of a library, looked at in one way. */
function seen(library: Library, how: Look): unknown {
  const { articles, sources, drafts, dueNotes } = look(library, how);
  return {
    ...{ articles, sources, drafts, dueNotes, due: [...library.board.duePaths()].sort() },
    lines: lines(library, how),
    months: articlesPerMonth(library, how.filter as Filter),
    size: library.size,
  };
}

test('whatever is put, renamed and looked at, it shows what a library made anew would', () => {
  assert(
    property(array(steps, { maxLength: 20 }), looks, (all, last) => {
      const notes = new Map<string, readonly Listed[]>();
      const library = libraryOf([]);
      for (const step of all) {
        const { path, to } = step;
        if (step.act === 'put') {
          const its = step.articles.map((some, i) =>
            listed(path, { ...some, key: `${path}\t${i}` }),
          );
          notes.set(path, its);
          library.put(path, its);
        } else if (step.act === 'rename') {
          const its = notes.get(path) ?? [];
          if (path === to || its.length === 0) continue;
          notes.delete(path);
          notes.set(
            to,
            its.map((article, i) => ({ ...article, path: to, key: `${to}\t${i}` })),
          );
          library.rename(path, to);
        } else seen(library, lookOf(step.look));
      }
      const anew = libraryOf([...notes.values()].flat());
      expect(seen(library, lookOf(last))).toEqual(seen(anew, lookOf(last)));
    }),
    { numRuns: 400, seed: 20241115 },
  );
});

type Asked = typeof looks extends { generate: (...args: never[]) => { value: infer T } }
  ? T
  : never;

function lookOf({ text, drafts, due, month, ...view }: Asked): Look {
  return { view, filter: { text, drafts, due, month, states: [] } };
}

test.each<[string, readonly (string | null)[], readonly string[]]>([
  ['none', [], []],
  ['one month', ['2024-03-01', '2024-03-31'], ['2024-03 2']],
  [
    'empty months between',
    ['2023-11-05', '2024-02-01'],
    ['2023-11 1', '2023-12 0', '2024-01 0', '2024-02 1'],
  ],
  ['no day of saving is in no month', [null, '2024-01-01'], ['2024-01 1']],
  [
    'a wrong year does not make a thousand months',
    ['1024-01-01', '2024-01-01'],
    ['1024-01 1', '2024-01 1'],
  ],
])('articles per month: %s', (_, saved, expected) => {
  const library = libraryOf(saved.map((day, i) => listed(`${i}.md`, { saved: day })));
  const filter: Filter = { text: '', drafts: false, due: false, states: [], month: '2099-01' };
  expect(articlesPerMonth(library, filter).map(({ month, count }) => `${month} ${count}`)).toEqual(
    expected,
  );
});
