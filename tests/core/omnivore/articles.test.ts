import { parse } from 'yaml';
import { parseNote } from '../../../src/core/markdown/note';
import { titleOf } from '../../../src/core/omnivore/article';
import { PROPERTY_NAMES, withOwnNames } from '../../../src/core/omnivore/property-names';
import { readArticle } from '../../../src/core/omnivore/read-article';
import { articleIn, articlesIn, ID, noteOf, ORIGINAL, READ, URL_AT_OMNIVORE } from './note-of';

const OTHER_ID = '0ed9a10e-0d12-47c4-9e40-bd5ad4001740';
const FIRST_ID = ID.slice(4);

const SEVERAL = `---
- ${ID}
  title: Tides
  state: READING
  draft: true
- id: ${OTHER_ID}
  title: Walk
  state: ARCHIVED
  date_saved: 2024-03-14 08:21:56
---

%%${OTHER_ID}_start%%
# Walk
#Omnivore

[Read on Omnivore](https://omnivore.app/me/walk-18e3d5b1a2d)
[Read Original](https://path.example.org/walk)
%%${OTHER_ID}_end%%

%%${FIRST_ID}_start%%
# Tides
#Omnivore

${READ}
${ORIGINAL}
`;

test('in a note of several articles, each has its own place, URLs, state, flag and clock', () => {
  const articles = articlesIn(SEVERAL);
  const seen = articles.map(({ title, url, omnivoreUrl, state, saved, body, properties }) => ({
    ...{ title, url, omnivoreUrl, state, saved },
    heading: SEVERAL.slice(body.from, body.to).trim().split('\n')[0],
    draft: properties.find(({ key }) => key === 'draft')?.value ?? null,
  }));
  expect(seen).toEqual([
    {
      ...{ title: 'Walk', url: 'https://path.example.org/walk', heading: '# Walk', draft: null },
      omnivoreUrl: 'https://omnivore.app/me/walk-18e3d5b1a2d',
      ...{ state: 'ARCHIVED', saved: '2024-03-14 08:21:56' },
    },
    {
      ...{ title: 'Tides', url: 'https://harbour.example.org/tides', heading: '# Tides' },
      ...{ draft: true, omnivoreUrl: URL_AT_OMNIVORE, state: 'READING', saved: null },
    },
  ]);
  expect(articles[0]?.body.to).toBeLessThanOrEqual(articles[1]?.body.from ?? 0);
  expect(new Set(articles.map(({ clocks }) => clocks[0])).size).toBe(2);
});

test('records without a marker, and the second of two with one id, are not articles', () => {
  const text = SEVERAL.replace('---\n\n', `- ${ID}\n- id: none\n- title: No id\n---\n\n`);
  expect(articlesIn(text).map(({ title }) => title)).toEqual(['Walk', 'Tides']);
});

test('in an outline, each item has its own place and URLs', () => {
  const text = `- ## 🔖 Articles
\t- [Tides](https://omnivore.app/me/tides-18e3d5b1a2c#top)
\t  collapsed:: true
\t  site:: [Harbour](https://www.harbour.example.org/tides)
\t  author:: A. Writer
\t  labels:: [[sea]] [[RSS|feed]]
\t  date-saved:: [[Mar 14th, 2024]]
\t\t- ### Highlights
\t- Walk](https://omnivore.app/somebody/walk-18192f7ac5a)
\t  date:: Fri Jun 24 2022
`;
  expect(
    articlesIn(text).map(({ title, url, omnivoreUrl, source, author, tags, saved, body }) => [
      ...[title, url, omnivoreUrl, source, author, tags, saved],
      text.slice(body.from, body.to).split('\n').length,
    ]),
  ).toEqual([
    [
      ...['Tides', 'https://www.harbour.example.org/tides', URL_AT_OMNIVORE],
      ...['harbour.example.org', 'A. Writer', ['sea', 'feed'], '[[Mar 14th, 2024]]', 8],
    ],
    [
      ...['Walk', null, 'https://omnivore.app/somebody/walk-18192f7ac5a'],
      ...[null, null, [], 'Fri Jun 24 2022', 3],
    ],
  ]);
});

test('an item’s site that is not a URL gives none', () => {
  const text = `- [Tides](${URL_AT_OMNIVORE})\n  site:: [a](javascript:x)\n`;
  expect(articleIn(text).url).toBeNull();
});

test('links in code do not hide the article’s own', () => {
  const example = '`https://omnivore.app/me/example-18e3d5b1a2f`';
  const text = noteOf(
    ID,
    `# Tides\n#Omnivore\n\n${READ}\n\n[Harbour](https://harbour.example.org)`,
  );
  const article = articleIn(text.replace('# Tides', `# Tides ${example}`));
  expect(article).toMatchObject({
    ...{ omnivoreUrl: URL_AT_OMNIVORE, url: 'https://harbour.example.org' },
    clocks: [0x18e3d5b1a2c],
  });
});

test('timestamps come from the links, then from the property, then from the id', () => {
  const url = 'https://omnivore.app/me/walk-18e3d5b1a2d';
  const without = '[Read on Omnivore](https://omnivore.app/me/getting-started)';
  expect(articleIn(noteOf(`${ID}\nomnivore_url: ${url}`, READ)).clocks).toEqual([
    0x18e3d5b1a2c, 0x18e3d5b1a2d,
  ]);
  expect(articleIn(noteOf(`${ID}\nomnivore_url: ${url}`, without)).clocks).toEqual([0x18e3d5b1a2d]);
  expect(
    articleIn(noteOf('id: 1e508f18-e22b-11ee-8207-ab17ce006b24', without)).clocks,
  ).toHaveLength(1);
  expect(articleIn(noteOf(ID, without)).clocks).toEqual([]);
});

test('the original is the link after the article’s own one, never after another Omnivore URL', () => {
  const original = '[Harbour](https://harbour.example.org)';
  const page = (link: string): string => noteOf(ID, `# Tides\n#Omnivore\n\n${link}\n${original}`);
  expect(articleIn(page('[Omnivore](https://omnivore.app/me/tides-18e3d5b1a2c) | ')).url).toBe(
    'https://harbour.example.org',
  );
  expect(articleIn(page(`[Read on Omnivore](x)\n\n(${URL_AT_OMNIVORE})`)).url).toBeNull();
});

describe('a URL at omnivore.app contains the article’s timestamp', () => {
  const other = 'https://omnivore.app/me/walk-18e3d5b1a2d';
  test.each([
    ['as a line of the template', `Omnivore: ${other}\n\n${READ}`, 2],
    ['in the link of a highlight', `${READ}\n\n> a [⤴️](${other}#a)`, 2],
    ['not in parentheses: that may be another article’s', `${READ}\n\n(${other})`, 1],
    ['not in a sentence', `${READ}\n\nSee also: ${other}`, 1],
    ['not in the second link of a kind', `${READ}\n[Walk](${other})`, 1],
  ])('%s', (_, body, count) => {
    expect(articleIn(noteOf(ID, `# Tides\n#Omnivore\n${ORIGINAL}\n${body}`)).clocks).toHaveLength(
      count,
    );
  });
});

test.each([
  [
    'properties',
    `${ID}\ntitle: Tides\nsite_name: Harbour\nurl: https://a.example/b\nauthor: A\ntags: [x, "#y"]\npublished: 2024-01-01`,
    '',
    ['Tides', 'A', 'https://a.example/b', 'Harbour', ['x', 'y'], '2024-01-01'],
  ],
  [
    'the body',
    ID,
    'tags:: #x, #y',
    ['Heading', null, 'https://harbour.example.org/tides', 'harbour.example.org', ['x', 'y'], null],
  ],
  [
    'linked tags',
    ID,
    '[[Sources/Tags/salt]] [[Sources/Tags/salt]]',
    ['Heading', null, 'https://harbour.example.org/tides', 'harbour.example.org', ['salt'], null],
  ],
  [
    'lists and links',
    `${ID}\ntitle: 1984\nauthor:\n  - "[[People/A|B]]"\n  - C\n  - unknown\ntags: x y\nsource: "[[Harbour]]"`,
    '',
    ['1984', 'B, C', 'https://harbour.example.org/tides', 'Harbour', ['x', 'y'], null],
  ],
  [
    'no author',
    `${ID}\nauthor: unknown\nsource: https://b.example/c`,
    '',
    ['Heading', null, 'https://b.example/c', 'b.example', [], null],
  ],
])('what is listed comes from %s', (_, properties, line, listed) => {
  const text = noteOf(properties, `# Heading\n${line}\n\n${READ}\n${ORIGINAL}`);
  const { title, author, url, source, tags, published } = articleIn(text);
  expect([title, author, url, source, tags, published]).toEqual(listed);
});

test('listed values are on one line; the stored value stays', () => {
  const text = noteOf(
    `${ID}\ntitle: "x]]\\n\\n\\u202e\\u001b[31mb"\nauthor: "A\\nB"\nurl: "https://example.org/a\\ncurl"`,
    READ,
  );
  const article = articleIn(text);
  expect(article).toMatchObject({ title: 'x]] [31mb', author: 'A B', url: null, source: null });
  expect(article.fields.find(({ concept }) => concept === 'title')?.property.value).toContain('\n');
});

test('a template’s own heading is not a title, and a note without one has its file’s name', () => {
  const article = articleIn(noteOf(ID, `## Highlights\n\n${READ}`));
  expect(article.title).toBeNull();
  expect(titleOf(article, 'Reading/The\nTides.md')).toBe('The Tides');
  expect(titleOf(articleIn(noteOf(ID, `# \n\n${READ}`)), 'Tides.MD')).toBe('Tides');
});

test('the user’s own names come before the known ones', () => {
  const text = noteOf(`${ID}\ntitle: Known\nÜberschrift: Own`, READ);
  const note = parseNote(text, parse);
  const [properties = []] = note.frontMatter?.records ?? [];
  const body = { from: note.bodyFrom, to: text.length };
  const own = withOwnNames({ title: ['Überschrift'] });
  expect(readArticle(note, properties, body, own).title).toBe('Own');
  expect(readArticle(note, properties, body, PROPERTY_NAMES).title).toBe('Known');
});

test('a long outline’s last lines, code and properties without a value', () => {
  const text = `- [In code](\`https://omnivore.app/me/a-18e3d5b1a2c\`)\n  site:: x\n- [](${URL_AT_OMNIVORE})\n  author::\n  site:: nothing\n  date-saved::`;
  expect(articleIn(text)).toMatchObject({
    ...{ title: null, author: null, url: null, saved: null, published: null, tags: [] },
  });
});

test('a title or an author of nothing but control characters is none', () => {
  const article = articleIn(noteOf(`${ID}\ntitle: "\\u202e"\nauthor: "\\u202e"`, READ));
  expect([article.title, article.author]).toEqual([null, null]);
});

test('a note whose front matter can’t be read has its body’s article', () => {
  expect(articleIn(noteOf(`${ID}\n\ttags: [`, `# Tides\n\n${READ}`))).toMatchObject({
    ...{ id: null, title: 'Tides', omnivoreUrl: URL_AT_OMNIVORE },
  });
});
