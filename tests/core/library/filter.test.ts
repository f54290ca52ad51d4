import type { ListedArticle } from '../../../src/core/library/listed-article';
import { contentsDeriver } from '../../../src/core/library/derive-contents';
import { NO_FILTER, type Filter } from '../../../src/core/library/view';
import { fullTextQuery } from '../../../src/core/library/search-query';
import { contentsOf, libraryOf, listed, rowsIn, shown, viewOf } from './articles';

const ARTICLES: Readonly<Record<string, Partial<ListedArticle>>> = {
  tides: {
    ...{
      title: 'Tide Clocks',
      author: 'Ann Bell',
      source: 'harbour.example',
      tags: ['sea'],
      url: 'https://harbour.example/tides?utm_source=x',
    },
    ...{ saved: '2024-03-01T08:00:00', draft: true, state: 'unread', pendingRepairs: 2 },
  },
  ovens: {
    ...{ title: 'Solar Ovens', source: 'sun.example', tags: ['energy', 'cooking'] },
    ...{ saved: '2024-03-09T08:00:00', draft: false, state: 'archived', highlights: 3 },
  },
  tapes: {
    ...{ title: '磁带为什么没有消失', source: 'sun.example' },
    ...{ saved: '2024-02-01T08:00:00', draft: true, state: 'reading', pendingRepairs: 1 },
    unresolved: 3,
  },
  cafe: {
    ...{ title: 'Café Ｗorld', tags: ['__proto__'] },
    url: 'http://www.harbour.example/tides/#top',
  },
};

test.each<[asked: string, filter: Partial<Filter>, found: string[]]>([
  ['nothing', {}, ['cafe', 'ovens', 'tapes', 'tides']],
  ['a word of the title, in whatever case', { text: 'tIDE' }, ['tides']],
  ['a part of a word', { text: 'ven' }, ['ovens']],
  ['words in any order, of title and author', { text: 'bell  clocks' }, ['tides']],
  ['a word of the source', { text: 'sun.ex' }, ['ovens', 'tapes']],
  ['a tag', { text: 'cooking' }, ['ovens']],
  ['Chinese', { text: '没有' }, ['tapes']],
  ['an accent in its other encoding', { text: 'cafe\u0301' }, ['cafe']],
  ['full-width letters as others', { text: 'world' }, ['cafe']],
  ['a tag that means something to JavaScript', { text: '__proto__' }, ['cafe']],
  ['words that are met by different articles', { text: 'tide solar' }, []],
  ['a tag that it begins with', { text: 'tag:co' }, ['ovens']],
  ['a tag with its sign', { text: '#Sea' }, ['tides']],
  ['a source and a word', { text: 'source:sun solar' }, ['ovens']],
  ['an author in quotes', { text: 'author:"ann bell"' }, ['tides']],
  ['words in quotes', { text: '"tide clocks"' }, ['tides']],
  ['words in quotes in another order', { text: '"clocks tide"' }, []],
  ['what is unread or has no state', { text: 'is:unread' }, ['cafe', 'tides']],
  ['a state by its first letters', { text: 'is:arch' }, ['ovens']],
  ['drafts, by an operator', { text: 'is:draft' }, ['tapes', 'tides']],
  ['a state that there is none of', { text: 'is:nonsense' }, []],
  ['what was saved before a month', { text: 'before:2024-03' }, ['tapes']],
  ['what was saved after a day', { text: 'after:2024-03-01' }, ['ovens']],
  ['what was saved after a month', { text: 'after:2024-02' }, ['ovens', 'tides']],
  ['a full-width colon', { text: 'tag：sea' }, ['tides']],
  ['an operator without a value', { text: 'tag: before:20' }, ['cafe', 'ovens', 'tapes', 'tides']],
  ['a URL, which is not an operator', { text: 'https://sun.example' }, []],
  ['the unread by the menu', { states: ['unread'] }, ['cafe', 'tides']],
  ['highlights', { hasHighlights: true }, ['ovens']],
  ['duplicates', { duplicates: true }, ['cafe', 'tides']],
  ['duplicates with a word', { duplicates: true, text: 'clock' }, ['tides']],
  ['drafts', { drafts: true }, ['tapes', 'tides']],
  ['what needs repair', { needsRepair: true }, ['tapes', 'tides']],
  ['what needs attention', { needsAttention: true }, ['tapes']],
  ['a state', { states: ['archived'] }, ['ovens']],
  ['one state or another', { states: ['archived', 'reading'] }, ['ovens', 'tapes']],
  ['a month', { months: { from: '2024-03', to: '2024-03' } }, ['ovens', 'tides']],
  ['months', { months: { from: '2024-01', to: '2024-02' } }, ['tapes']],
  [
    'all of it',
    { text: 'e', drafts: true, needsRepair: true, months: { from: '2024-02', to: '2024-02' } },
    ['tapes'],
  ],
])('asked for %s', (_, filter, found) => {
  const { rows, articles } = contentsOf(libraryOf(ARTICLES), {
    filter: { ...NO_FILTER, ...filter },
    expanded: ['source:harbour.example', 'source:sun.example', 'source:'],
  });
  const paths = rows.flatMap((row) => (row.kind === 'article' ? [row.article.path] : []));
  expect(paths.sort()).toEqual(found);
  expect(articles).toBe(found.length);
});

test('the same ID makes duplicates, but not two articles in one note', () => {
  const library = libraryOf({ a: { id: 'x' }, b: { id: 'x' }, c: { id: 'y' }, d: {} });
  const url = 'https://a.example';
  library.put('both', [
    { ...listed('both'), key: 'both 0', url },
    { ...listed('both'), key: 'both 1', url },
  ]);
  const filter = { ...NO_FILTER, duplicates: true };
  const { rows } = contentsOf(library, { filter, grouping: 'none' });
  expect(rows.map(({ key }) => key)).toEqual(['a', 'b']);
  expect(contentsOf(library).filterCounts().duplicates).toBe(2);
});

test('an article is a duplicate while another note has clipped its page', () => {
  const url = 'https://www.a.example/tides?utm_source=x';
  const library = libraryOf({ a: { url }, b: { url: 'https://b.example' }, c: {} });
  const derive = contentsDeriver();
  const filter = { ...NO_FILTER, duplicates: true };
  const found = () =>
    derive(
      library.articles,
      { ...viewOf({ filter, grouping: 'none' }) },
      'en',
      library.clippings,
    ).rows.map(({ key }) => key);
  expect(found()).toEqual([]);
  library.put('clip', [], 0, 'a.example/tides');
  expect(library.paths).toContain('clip');
  expect(found()).toEqual(['a']);
  library.rename('clip', 'moved');
  expect(library.paths).not.toContain('clip');
  expect(found()).toEqual(['a']);
  library.put('moved', [], 0, 'other.example');
  expect(found()).toEqual([]);
});

test('results are expanded; a group that is collapsed among them stays so', () => {
  const library = libraryOf(ARTICLES);
  const filter = { ...NO_FILTER, text: 'sun' };
  expect(shown(library, { filter })).toEqual([
    '- sun.example 2',
    '  Solar Ovens',
    '  磁带为什么没有消失',
  ]);
  const collapsedResults = ['source:sun.example'];
  expect(shown(library, { filter, collapsedResults })).toEqual(['+ sun.example 2']);
  // Without a filter, the groups that the user expanded are.
  expect(shown(library, { collapsedResults })).toEqual(shown(library));
});

test('letter by letter and back, the same is found as at once', () => {
  const { articles } = libraryOf(ARTICLES);
  const typed = ['', 's', 'su', 'sun', 'sun o', 'sun', 's', 't', 'ti', '', 'x', ''];
  const derive = contentsDeriver();
  const search = (text: string, by = derive): readonly string[] =>
    rowsIn(by(articles, viewOf({ filter: { ...NO_FILTER, text } }), 'en'));
  const rows = typed.map((text) => search(text));
  expect(rows).toEqual(typed.map((text) => search(text, contentsDeriver())));
  expect(rows[3]).toEqual(['- sun.example 2', '  Solar Ovens', '  磁带为什么没有消失']);
});

test('articles, groups, drafts and notes that need repair are counted among those shown', () => {
  const library = libraryOf(ARTICLES);
  const counts = (filter: Partial<Filter>): readonly number[] => {
    const contents = contentsOf(library, { filter: { ...NO_FILTER, ...filter } });
    const { articles, groups, drafts, needRepair, allNeedRepair } = contents;
    expect(contents.paths().size).toBe(articles);
    return [articles, groups, drafts, needRepair, allNeedRepair];
  };
  expect(counts({})).toEqual([4, 2, 2, 2, 2]);
  expect(counts({ months: { from: '2024-02', to: '2024-02' } })).toEqual([1, 1, 1, 1, 2]);
  expect(counts({ text: 'café' })).toEqual([1, 0, 0, 0, 2]);
  library.put('tapes', []);
  expect(counts({})).toEqual([3, 2, 1, 1, 1]);
});

test('each entry of the filter menu is counted together with the other chosen ones', () => {
  const { articles } = libraryOf(ARTICLES);
  const counts = contentsDeriver()(
    articles,
    viewOf({ filter: { ...NO_FILTER, drafts: true, states: ['archived'] } }),
    'en',
  ).filterCounts();
  expect(counts.states).toEqual({ unread: 1, reading: 1, read: 0, archived: 0 });
  expect(counts.needsRepair).toBe(0);
});

test.each([
  ['tide clocks', 'tide clocks'],
  ['"tide clocks" #sea is:unread', '"tide clocks" tag:#sea'],
  ['tag:sea/deep', 'tag:#sea/deep'],
  ['before:2024', ''],
])('%s is passed on to the search of full text as %s', (text, query) => {
  expect(fullTextQuery(text)).toBe(query);
});
