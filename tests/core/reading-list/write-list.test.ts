import { parse as parseCsv } from 'csv-parse/sync';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import parseBookmarks from 'node-bookmarks-parser';
import { readMetadata } from '../../../src/core/export/metadata';
import { listItemOf, type ListItem } from '../../../src/core/reading-list/list-item';
import { LIST_FORMATS, writeList } from '../../../src/core/reading-list/write-list';
import { parseNote } from '../../../src/core/markdown/note';
import { detect } from '../../../src/core/omnivore/detect';
import { plannerFor } from '../../planner-for';

const PLAIN: ListItem = {
  id: '0e5ad8ba-9d3c-4c1e-8b3b-5c0a8a5a1b2c',
  slug: 'tides-18e3d0b2f1a',
  title: 'Why Tide Clocks Run Slow',
  url: 'https://salt.example/tides?a=1&b=2',
  author: 'M. Salt',
  description: 'A short history.',
  tags: ['sea', 'Long_reads'],
  state: 'archived',
  savedAt: Date.UTC(2024, 2, 14, 12, 21, 56),
  publishedAt: Date.UTC(2024, 2, 1),
};
const ODD: ListItem = {
  ...PLAIN,
  id: null,
  slug: null,
  title: '=cmd|" <b>&amp; "quoted", [x](y) *z*',
  url: 'https://salt.example/a(b)"c\'d,e',
  author: null,
  description: null,
  tags: ["it's", 'a "b"', 'c,d', 'ü/ö'],
  state: 'unread',
  savedAt: null,
  publishedAt: null,
};
const ITEMS = [PLAIN, ODD, { ...PLAIN, title: 'Reading', state: 'reading' }] as const;

test('Omnivore’s metadata is read back by the importer', () => {
  const page = readMetadata(writeList(ITEMS, 'omnivore'));
  if (typeof page === 'string') throw new Error(page);
  const [plain] = page.articles;
  expect(plain).toEqual({
    id: PLAIN.id,
    slug: PLAIN.slug,
    title: PLAIN.title,
    description: PLAIN.description,
    author: PLAIN.author,
    url: PLAIN.url,
    state: 'archived',
    progress: 100,
    thumbnail: null,
    labels: PLAIN.tags,
    savedAt: PLAIN.savedAt,
    updatedAt: PLAIN.savedAt,
    publishedAt: PLAIN.publishedAt,
  });
});

test('bookmarks are read back by another parser', () => {
  const [root] = parseBookmarks(writeList(ITEMS, 'bookmarks'));
  const [folder] = root?.children ?? [];
  const links = folder?.children ?? [];
  expect(links.map(({ title }) => title)).toEqual(ITEMS.map(({ title }) => title));
  expect(links.map(({ url }) => url)).toEqual(ITEMS.map(({ url }) => url));
  expect(links[0]).toMatchObject({ addDate: String(PLAIN.savedAt! / 1000) });
});

test('CSV is read back by another parser', () => {
  const rows: unknown = parseCsv(writeList(ITEMS, 'csv'), { columns: true });
  expect(rows).toEqual([
    {
      Title: PLAIN.title,
      URL: PLAIN.url,
      ID: PLAIN.id,
      'Document tags': "['sea', 'Long_reads']",
      'Saved date': '2024-03-14 12:21:56+00:00',
      'Reading progress': '1',
      Location: 'archive',
      Seen: 'True',
    },
    {
      Title: ODD.title,
      URL: ODD.url,
      ID: '',
      'Document tags': `["it's", 'a "b"', 'c,d', 'ü/ö']`,
      'Saved date': '',
      'Reading progress': '0',
      Location: 'new',
      Seen: 'False',
    },
    expect.objectContaining({ Location: 'later', 'Reading progress': '0.5' }),
  ]);
});

test('a Markdown list is read back by another parser', () => {
  const tree = fromMarkdown(writeList(ITEMS, 'markdown'), {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const [list] = tree.children;
  if (list?.type !== 'list') throw new Error('no list');
  expect(list.children.map(({ checked }) => checked)).toEqual([true, false, false]);
  const links = list.children.map(({ children: [paragraph] }) =>
    paragraph?.type === 'paragraph' ? paragraph.children[0] : null,
  );
  expect(links.map((link) => (link?.type === 'link' ? link.url : ''))).toEqual([
    PLAIN.url,
    'https://salt.example/a%28b%29"c\'d,e',
    PLAIN.url,
  ]);
  const [, odd] = links;
  expect(odd).toMatchObject({ children: [{ type: 'text', value: ODD.title }] });
  expect(writeList([PLAIN], 'markdown')).toBe(
    '- [x] [Why Tide Clocks Run Slow](https://salt.example/tides?a=1&b=2) — M. Salt · 2024-03-14 · #sea #Long_reads\n',
  );
});

test('an empty list is valid in each format', () => {
  const lists = LIST_FORMATS.map((format) => writeList([], format));
  expect(lists).toEqual([
    '[]\n',
    expect.stringContaining('<DL>'),
    expect.stringMatching(/^Title,/),
    '',
  ]);
});

describe('an article of a note', () => {
  function itemOf(properties: string, zone: string | null = null): ListItem {
    const text = `---\nid: 0e5ad8ba-9d3c-4c1e-8b3b-5c0a8a5a1b2c\n${properties}---\n# T\n#Omnivore\n\n[Read Original](https://a.example)\n`;
    const found = detect(parseNote(text, plannerFor().parseYaml), 'a.md');
    if (found.kind !== 'saved') throw new Error('not recognized');
    return listItemOf(found.articles[0]!, 'a.md', zone);
  }

  test.each([
    ['state: ARCHIVED\n', 'archived'],
    ['state: COMPLETED\n', 'read'],
    ['state: READING\n', 'reading'],
    ['state: INBOX\n', 'unread'],
    ['', 'unread'],
    ['date_archived: 2023-07-16T10:05:15.231Z\n', 'archived'],
    ['date_read: 2023-07-16\n', 'read'],
    ['date_read: ""\n', 'unread'],
  ])('%j is %s', (properties, state) => {
    expect(itemOf(properties).state).toBe(state);
  });

  test('its saved date is an instant, by the zone that it or the user names', () => {
    const saved = 'date_saved: 2024-03-14 08:21:56\n';
    expect(itemOf(saved).savedAt).toBe(Date.UTC(2024, 2, 14, 8, 21, 56));
    expect(itemOf(saved, 'America/New_York').savedAt).toBe(Date.UTC(2024, 2, 14, 12, 21, 56));
    expect(itemOf('date_saved: 2024-03-14T08:21:56+02:00\n').savedAt).toBe(
      Date.UTC(2024, 2, 14, 6, 21, 56),
    );
  });

  test('the clock in its slug is surer than a date without a zone', () => {
    const clock = Date.UTC(2024, 2, 14, 12, 21, 56);
    const link = `omnivore_url: https://omnivore.app/me/t-${clock.toString(16)}\n`;
    expect(itemOf(`${link}date_saved: 2024-03-14 08:21:56\n`).savedAt).toBe(clock);
    expect(itemOf(`${link}date_saved: 2024-05-14 08:21:56\n`).savedAt).not.toBe(clock);
  });
});

describe('an article with almost no data', () => {
  const bare: ListItem = { ...ODD, title: 'Bare', url: null, tags: [] };
  const linked: ListItem = { ...bare, url: 'https://salt.example/a\\b`c' };

  test('is a line without a link in Markdown, and no part is empty', () => {
    expect(writeList([bare, { ...linked, state: 'read' }], 'markdown')).toBe(
      '- [ ] Bare\n- [x] [Bare](https://salt.example/a%5Cb%60c)\n',
    );
  });

  test('is a row or a bookmark only with a URL, and has no empty attributes', () => {
    const [row] = parseCsv(writeList([bare, linked], 'csv'), { columns: true });
    expect(row).toMatchObject({ Title: 'Bare', URL: linked.url, 'Document tags': '' });
    expect(writeList([bare], 'csv').trim().split('\r\n')).toHaveLength(1);
    const html = writeList([bare, linked], 'bookmarks');
    expect(html.match(/<A [^>]*>/g)).toEqual([
      `<A HREF="https://salt.example/a\\b\`c" TOREAD="1">`,
    ]);
  });

  test('a tag with both kinds of quotes is one tag', () => {
    const tag = `it's "x"`;
    const csv = writeList([{ ...linked, tags: [tag] }], 'csv');
    expect(csv).toContain(String.raw`['it\'s ""x""']`);
  });
});

test('a note without a link to Omnivore gives its URL, and an empty description is none', () => {
  const { parseYaml, detect: options } = plannerFor();
  const text = `---\nid: ${PLAIN.id}\ndescription: " "\ndate_saved: 2024-03-14 12:21:56\n---\n# A\n#Omnivore\n\n[Read Original](https://salt.example/x)\n`;
  const found = detect(parseNote(text, parseYaml), 'a.md', options);
  const article = found.kind === 'saved' ? found.articles[0] : undefined;
  if (!article) throw new Error('not an article');
  expect(listItemOf(article, 'a.md', 'UTC')).toMatchObject({
    ...{ slug: null, url: 'https://salt.example/x', description: null, state: 'unread' },
    savedAt: Date.UTC(2024, 2, 14, 12, 21, 56),
  });
});
