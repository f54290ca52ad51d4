import type { ListedArticle } from '../../../src/core/library/listed-article';
import { isCachedNote, type CachedNote } from '../../../src/obsidian/article-cache/cached-note';

const ARTICLE: ListedArticle = {
  ...{
    key: 'A.md',
    path: 'A.md',
    title: 'A',
    id: null,
    author: null,
    url: null,
    source: 'example.org',
  },
  ...{
    tags: ['maps'],
    saved: '2024-03-14',
    published: null,
    draft: true,
    state: 'unread',
    highlights: 2,
    minutes: null,
    attention: [
      { kind: 'finding', repair: 'dates', reason: 'date-link', text: '[[2023-01-31]]', line: 3 },
    ],
    ignored: [],
    pendingRepairs: 1,
    line: null,
    unresolved: 0,
  },
};
const NOTE: CachedNote = {
  path: 'A.md',
  mtime: 1,
  size: 2,
  key: 'k',
  articles: [ARTICLE],
  ownImages: 0,
  clipping: null,
};

const withArticle = (some: object): unknown => ({ ...NOTE, articles: [{ ...ARTICLE, ...some }] });

test('what was written is read back', () => {
  const nothing = {
    author: 'B',
    saved: null,
    draft: null,
    state: null,
    tags: [],
    pendingRepairs: 0,
  };
  for (const note of [NOTE, withArticle(nothing), { ...NOTE, articles: [] }]) {
    expect(isCachedNote(structuredClone(note))).toBe(true);
  }
});

test.each<[string, unknown]>([
  ['nothing', null],
  ['a text', 'A.md'],
  ['a number for a path', { ...NOTE, path: 7 }],
  ['no time', { ...NOTE, mtime: undefined }],
  ['a text for a size', { ...NOTE, size: '2' }],
  ['no key', { ...NOTE, key: undefined }],
  ['no articles', { ...NOTE, articles: null }],
  ['articles by name', { ...NOTE, articles: { 0: ARTICLE } }],
  ['an article that is none', { ...NOTE, articles: [null] }],
  ['an article without title', withArticle({ title: undefined })],
  ['a number for a source', withArticle({ source: 3 })],
  ['one text for tags', withArticle({ tags: 'maps' })],
  ['tags that are no texts', withArticle({ tags: ['maps', 1] })],
  ['a date for a text', withArticle({ saved: new Date(0) })],
  ['a text for a flag', withArticle({ draft: 'true' })],
  ['a state of another version', withArticle({ state: 'shelved' })],
  ['no count of pending repairs', withArticle({ pendingRepairs: undefined })],
])('%s is not', (_, record) => {
  expect(isCachedNote(record)).toBe(false);
});
