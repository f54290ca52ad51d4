import { dueOnShelf } from '../../src/library/due-on-shelf';
import { keysTo } from '../../src/library/keys-to';
import { Library } from '../../src/library/library';
import { panelRows } from '../../src/library/rows';
import { shelfKeys } from '../../src/library/shelf-keys';
import { NO_FILTER } from '../../src/library/view';
import { libraryOf, listed, shown, viewOf } from './articles';

test('shelves by source, the nameless last, and folded', () => {
  const library = libraryOf({
    a: { source: 'b.example' },
    b: {},
    c: { source: 'a.example', due: 2 },
    d: { source: 'b.example' },
  });
  expect(shown(library)).toEqual(['+ a.example 1 *1', '+ b.example 2', '+ (none) 1']);
});

test('an open shelf shows its articles, the newest first', () => {
  const library = libraryOf({
    old: { source: 's', saved: '2023-01-01T00:00:00' },
    new: { source: 's', saved: '2024-01-01T00:00:00' },
    other: { source: 't' },
  });
  expect(shown(library, { open: ['source:s'] })).toEqual(['- s 2', '  new', '  old', '+ t 1']);
});

test('nested tags are a tree; an article stands on the shelf of each of its tags, and is counted once on those around', () => {
  const library = libraryOf({
    one: { tags: ['a/b', 'a/c'] },
    two: { tags: ['a//b/', 'd'] },
    three: { tags: ['', '/'] },
  });
  expect(shown(library, { grouping: 'tag' })).toEqual(['+ a 2', '+ d 1', '+ (none) 1']);
  const open = ['tag:a', 'tag:a/b', 'tag:d', 'tag:'];
  expect(shown(library, { grouping: 'tag', open, sorting: 'title', descending: false })).toEqual([
    ...['- a 2', '  - a/b 2', '    one', '    two', '  + a/c 1'],
    ...['- d 1', '  two', '- (none) 1', '  three'],
  ]);
});

test('a tag that is a parent has its own articles below the nested shelves', () => {
  const library = libraryOf({ inner: { tags: ['a/b'] }, own: { tags: ['a'] } });
  expect(shown(library, { grouping: 'tag', open: ['tag:a'] })).toEqual([
    '- a 2',
    '  + a/b 1',
    '  own',
  ]);
});

test('shelves by month, the newest first, those without a date last', () => {
  const library = libraryOf({
    a: { saved: '2023-12-31T23:00:00' },
    b: { saved: '2024-01-01T00:00:00' },
    c: {},
    d: { saved: '2024-01-31' },
  });
  expect(shown(library, { grouping: 'month' })).toEqual([
    '+ 2024-01 2',
    '+ 2023-12 1',
    '+ (none) 1',
  ]);
});

test('several articles in one note stand on their own, and make one note that is due', () => {
  const library = new Library();
  const some = ['x', 'y'].map((source, i) =>
    listed('All.md', { key: `All.md\t${i}`, title: `t${i}`, source, due: 1 }),
  );
  library.put('All.md', some);
  expect(shown(library, { open: ['source:x', 'source:y'] })).toEqual([
    ...['- x 1 *1', '  t0', '- y 1 *1', '  t1'],
  ]);
  const { articles, due } = panelRows(library, viewOf(), 'en');
  expect([articles, due, library.board.duePaths]).toEqual([2, 1, ['All.md']]);
  library.rename('All.md', 'Other.md');
  expect(library.of('Other.md').map(({ key }) => key)).toEqual(['Other.md\t0', 'Other.md\t1']);
  expect(library.of('All.md')).toEqual([]);
});

test.each<[language: string, names: string[]]>([
  ['en', ['10 things', 'apple', 'Äsop', 'Banana', 'zebra']],
  ['de', ['apple', 'Äsop', 'zebra']],
  ['sv', ['apple', 'zebra', 'Äsop']],
  ['zh', ['波', '陈', '张']],
  ['en', ['2 days', '10 days']],
])('names are sorted as %s sorts: %j', (language, names) => {
  const mixed = [...names].reverse();
  const library = libraryOf(Object.fromEntries(mixed.map((source, i) => [`${i}`, { source }])));
  expect(shown(library, {}, language)).toEqual(names.map((name) => `+ ${name} 1`));
});

test('another language sorts anew', () => {
  const library = libraryOf({ a: { source: 'Äpfel' }, b: { source: 'zebra' } });
  expect(shown(library, {}, 'de')).toEqual(['+ Äpfel 1', '+ zebra 1']);
  expect(shown(library, {}, 'sv')).toEqual(['+ zebra 1', '+ Äpfel 1']);
});

test('names that mean something to JavaScript are names like others', () => {
  const names = ['__proto__', 'constructor', 'hasOwnProperty', 'toString'];
  const library = new Library();
  for (const name of names) library.put(name, [listed(name, { source: name, tags: [name] })]);
  for (const grouping of ['source', 'tag'] as const) {
    expect(shown(library, { grouping })).toEqual(names.map((name) => `+ ${name} 1`));
    expect(shown(library, { grouping, open: [`${grouping}:__proto__`] })[1]).toBe('  __proto__');
  }
  library.put('__proto__', []);
  expect(shown(library)).toEqual(names.slice(1).map((name) => `+ ${name} 1`));
});

test('the notes due on a shelf are those that are shown, of the shelves below too, each once', () => {
  const library = libraryOf({
    one: { tags: ['a/b', 'a/c'], due: 1, draft: true },
    two: { tags: ['a'], due: 3 },
    fine: { tags: ['a/b'] },
    other: { tags: ['d'], due: 1 },
  });
  panelRows(library, viewOf({ grouping: 'tag' }), 'en');
  expect([...dueOnShelf(library, 'tag', 'a')].sort()).toEqual(['one', 'two']);
  expect(dueOnShelf(library, 'tag', 'a/c')).toEqual(['one']);
  expect(dueOnShelf(library, 'tag', 'gone/x')).toEqual([]);
  expect(dueOnShelf(library, 'source', 'a')).toEqual([]);
  panelRows(library, viewOf({ grouping: 'tag', filter: { ...NO_FILTER, drafts: true } }), 'en');
  expect(dueOnShelf(library, 'tag', 'a')).toEqual(['one']);
});

test('with all keys open, every shelf is; and the keys to an article open its first shelf', () => {
  const library = libraryOf({ one: { tags: ['a/b/c'] }, two: { tags: ['d'] }, three: {} });
  panelRows(library, viewOf({ grouping: 'tag' }), 'en');
  const open = shelfKeys(library, 'tag');
  const all = ['- a 1', '  - a/b 1', '    - a/b/c 1', '      one', '- d 1', '  two'];
  expect(shown(library, { grouping: 'tag', open })).toEqual([...all, '- (none) 1', '  three']);
  const [one] = library.of('one');
  expect(one && shown(library, { grouping: 'tag', open: keysTo(one, 'tag') })).toEqual([
    ...all.slice(0, 4),
    ...['+ d 1', '+ (none) 1'],
  ]);
});
