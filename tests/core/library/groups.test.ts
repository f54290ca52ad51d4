import { groupKeysTo } from '../../../src/core/library/group-index';
import { Library } from '../../../src/core/library/library';
import { contentsDeriver, countNotesToRepair } from '../../../src/core/library/derive-contents';
import { NO_FILTER, type PanelView } from '../../../src/core/library/view';
import { articleAt, contentsOf, libraryOf, listed, rowsIn, shown, viewOf } from './articles';

test('groups by source, the nameless last, and collapsed', () => {
  const library = libraryOf({
    a: { source: 'b.example' },
    b: {},
    c: { source: 'a.example', pendingRepairs: 2 },
    d: { source: 'b.example' },
  });
  expect(shown(library)).toEqual(['+ a.example 1', '+ b.example 2', '+ (none) 1']);
});

test('an expanded group shows its articles, the newest first', () => {
  const library = libraryOf({
    old: { source: 's', saved: '2023-01-01T00:00:00' },
    new: { source: 's', saved: '2024-01-01T00:00:00' },
    other: { source: 't' },
  });
  expect(shown(library, { expanded: ['source:s'] })).toEqual(['- s 2', '  new', '  old', '+ t 1']);
});

test('nested tags are a tree; an article is in the group of each of its tags, and counts once in their parents', () => {
  const library = libraryOf({
    one: { tags: ['a/b', 'a/c'] },
    two: { tags: ['a//b/', 'd'] },
    three: { tags: ['', '/'] },
  });
  expect(shown(library, { grouping: 'tag' })).toEqual(['+ a 2', '+ d 1', '+ (none) 1']);
  const expanded = ['tag:a', 'tag:a/b', 'tag:d', 'tag:'];
  expect(
    shown(library, { grouping: 'tag', expanded, articleOrder: 'title', descending: false }),
  ).toEqual([
    ...['- a 2', '  - a/b 2', '    one', '    two', '  + a/c 1'],
    ...['- d 1', '  two', '- (none) 1', '  three'],
  ]);
});

test('a tag that is a parent has its own articles after the nested groups', () => {
  const library = libraryOf({ inner: { tags: ['a/b'] }, own: { tags: ['a'] } });
  expect(shown(library, { grouping: 'tag', expanded: ['tag:a'] })).toEqual([
    '- a 2',
    '  + a/b 1',
    '  own',
  ]);
});

test('groups by month within years, the newest first, those without a date last', () => {
  const library = libraryOf({
    a: { saved: '2023-12-31T23:00:00' },
    b: { saved: '2024-01-01T00:00:00' },
    c: {},
    d: { saved: '2024-01-31' },
  });
  const expanded = ['month:2024', 'month:2023-12'];
  const contents = contentsOf(library, { grouping: 'month', expanded });
  expect(rowsIn(contents)).toEqual(['- 2024 2', '  + 2024-01 2', '+ 2023 1', '+ (none) 1']);
  expect(contents.groups).toBe(2);
  expect(groupKeysTo(articleAt(library, 'b'), 'month')).toEqual(['month:2024', 'month:2024-01']);
});

test('without groups, the articles are one list', () => {
  const library = libraryOf({
    old: { saved: '2023-01-01', source: 's' },
    new: { saved: '2024-01-01', tags: ['a', 'b'] },
  });
  expect(shown(library, { grouping: 'none' })).toEqual(['new', 'old']);
  const filter = { ...NO_FILTER, text: 'tag:b' };
  expect(shown(library, { grouping: 'none', filter })).toEqual(['new']);
  expect(groupKeysTo(articleAt(library, 'old'), 'none')).toEqual([]);
});

test('groups start expanded if there are few articles; groups that the user collapsed stay collapsed', () => {
  const library = libraryOf({ one: { source: 's' }, two: { source: 't' } });
  expect(shown(library, { expandBelow: 3 })).toEqual(['- s 1', '  one', '- t 1', '  two']);
  const collapsed = ['source:s'];
  expect(shown(library, { expandBelow: 3, collapsed })).toEqual(['+ s 1', '- t 1', '  two']);
  expect(shown(library, { expandBelow: 2, collapsed })).toEqual(['+ s 1', '+ t 1']);
});

test('several articles in one note are separate rows of one note that needs repair', () => {
  const library = new Library();
  const some = ['x', 'y'].map((source, i) =>
    listed('All.md', { key: `All.md\t${i}`, title: `t${i}`, source, pendingRepairs: 1 }),
  );
  library.put('All.md', some);
  expect(shown(library, { expanded: ['source:x', 'source:y'] })).toEqual([
    ...['- x 1', '  t0', '- y 1', '  t1'],
  ]);
  const { articles, needRepair } = contentsOf(library);
  expect([articles, needRepair]).toEqual([2, 1]);
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

test('another language sorts again, and a new name is sorted in', () => {
  const library = libraryOf({ a: { source: 'Äpfel' }, b: { source: 'zebra' } });
  const derive = contentsDeriver();
  const rows = (language: string): readonly string[] =>
    rowsIn(derive(library.articles, viewOf(), language));
  expect(rows('de')).toEqual(['+ Äpfel 1', '+ zebra 1']);
  expect(rows('sv')).toEqual(['+ zebra 1', '+ Äpfel 1']);
  library.put('c', [listed('c', { source: 'yak' })]);
  expect(rows('sv')).toEqual(['+ yak 1', '+ zebra 1', '+ Äpfel 1']);
});

test('names that mean something to JavaScript are names like others', () => {
  const names = ['__proto__', 'constructor', 'hasOwnProperty', 'toString'];
  const library = new Library();
  for (const name of names) library.put(name, [listed(name, { source: name, tags: [name] })]);
  for (const grouping of ['source', 'tag'] as const) {
    expect(shown(library, { grouping })).toEqual(names.map((name) => `+ ${name} 1`));
    expect(shown(library, { grouping, expanded: [`${grouping}:__proto__`] })[1]).toBe(
      '  __proto__',
    );
  }
  library.put('__proto__', []);
  expect(shown(library)).toEqual(names.slice(1).map((name) => `+ ${name} 1`));
});

test('the notes of a group that need repair are those shown, of nested groups too, each once', () => {
  const library = libraryOf({
    one: { tags: ['a/b', 'a/c'], pendingRepairs: 1, draft: true },
    two: { tags: ['a'], pendingRepairs: 3 },
    fine: { tags: ['a/b'] },
    other: { tags: ['d'], pendingRepairs: 1 },
  });
  const needRepair = (name: string, some: Partial<PanelView> = {}): number => {
    const { group, isShown } = contentsOf(library, { grouping: 'tag', ...some });
    return countNotesToRepair(group(name)?.members.filter(isShown) ?? []);
  };
  expect(needRepair('a')).toBe(2);
  expect(needRepair('a/c')).toBe(1);
  expect(needRepair('gone/x')).toBe(0);
  expect(needRepair('a', { grouping: 'source' })).toBe(0);
  expect(needRepair('a', { filter: { ...NO_FILTER, drafts: true } })).toBe(1);
});

test('with all keys expanded, every group is; and the keys to an article expand its first group', () => {
  const library = libraryOf({ one: { tags: ['a/b/c'] }, two: { tags: ['d'] }, three: {} });
  const expanded = contentsOf(library, { grouping: 'tag' }).groupKeys();
  const all = ['- a 1', '  - a/b 1', '    - a/b/c 1', '      one', '- d 1', '  two'];
  expect(shown(library, { grouping: 'tag', expanded })).toEqual([...all, '- (none) 1', '  three']);
  const keys = groupKeysTo(articleAt(library, 'one'), 'tag');
  expect(shown(library, { grouping: 'tag', expanded: keys })).toEqual([
    ...all.slice(0, 4),
    ...['+ d 1', '+ (none) 1'],
  ]);
  expect(groupKeysTo(articleAt(library, 'three'), 'month')).toEqual(['month:']);
});
