import type { Listed } from '../../src/library/listed';
import { panelRows } from '../../src/library/rows';
import { NO_FILTER, type Filter } from '../../src/library/view';
import { libraryOf, shown, viewOf } from './articles';

const ARTICLES: Readonly<Record<string, Partial<Listed>>> = {
  tides: {
    ...{ title: 'Tide Clocks', author: 'Ann Bell', source: 'harbour.example', tags: ['sea'] },
    ...{ saved: '2024-03-01T08:00:00', draft: true, state: 'inbox', due: 2 },
  },
  ovens: {
    ...{ title: 'Solar Ovens', source: 'sun.example', tags: ['energy', 'cooking'] },
    ...{ saved: '2024-03-09T08:00:00', draft: false, state: 'archived' },
  },
  tapes: {
    ...{ title: '磁带为什么没有消失', source: 'sun.example' },
    ...{ saved: '2024-02-01T08:00:00', draft: true, state: 'reading', due: 1 },
  },
  cafe: { title: 'Café Ｗorld', tags: ['__proto__'] },
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
  ['drafts', { drafts: true }, ['tapes', 'tides']],
  ['what needs repair', { due: true }, ['tapes', 'tides']],
  ['a state', { states: ['archived'] }, ['ovens']],
  ['one state or another', { states: ['archived', 'reading'] }, ['ovens', 'tapes']],
  ['a month', { month: '2024-03' }, ['ovens', 'tides']],
  ['all of it', { text: 'e', drafts: true, due: true, month: '2024-02' }, ['tapes']],
])('asked for %s', (_, filter, found) => {
  const open = ['source:harbour.example', 'source:sun.example', 'source:'];
  const view = viewOf({ filter: { ...NO_FILTER, ...filter }, open });
  const { rows, articles } = panelRows(libraryOf(ARTICLES), view, 'en');
  const paths = rows.flatMap((row) => (row.kind === 'article' ? [row.article.path] : []));
  expect(paths.sort()).toEqual(found);
  expect(articles).toBe(found.length);
});

test('letter by letter and back, the same is found as at once', () => {
  const library = libraryOf(ARTICLES);
  const asked = (text: string): readonly string[] =>
    shown(library, { filter: { ...NO_FILTER, text } });
  const typed = ['', 's', 'su', 'sun', 'sun o', 'sun', 's', 't', 'ti', '', 'x', ''].map(asked);
  const fresh = ['', 's', 'su', 'sun', 'sun o', 'sun', 's', 't', 'ti', '', 'x', ''].map((text) =>
    shown(libraryOf(ARTICLES), { filter: { ...NO_FILTER, text } }),
  );
  expect(typed).toEqual(fresh);
  expect(typed[3]).toEqual(['+ sun.example 2 *1']);
});

test('counted are the sources and the drafts of what is shown', () => {
  const library = libraryOf(ARTICLES);
  const counts = (filter: Partial<Filter>): readonly number[] => {
    const view = viewOf({ filter: { ...NO_FILTER, ...filter } });
    const { articles, sources, drafts, due } = panelRows(library, view, 'en');
    return [articles, sources, drafts, due];
  };
  expect(counts({})).toEqual([4, 2, 2, 2]);
  expect(counts({ month: '2024-02' })).toEqual([1, 1, 1, 1]);
  expect(counts({ text: 'café' })).toEqual([1, 0, 0, 0]);
  library.put('tapes', []);
  expect(counts({})).toEqual([3, 2, 1, 1]);
});
