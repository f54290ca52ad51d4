import { highlightsOf, htmlOf, openExport, pdfOf } from '../../../src/core/export/open-export';
import { readHighlights } from '../../../src/core/export/highlights';
import { readMetadata } from '../../../src/core/export/metadata';
import { UnreadableExport, UnreadableFile } from '../../../src/core/export/problem';
import { openZip } from '../../../src/core/export/zip';
import { exportFilesOf, makeLibrary, pageOf } from './generate-export';
import { sourceOf, zipOf, type PlainFile } from './zip-of';

const ITEM = { id: 'a1', slug: 'tide-18f', title: 'Tide', url: 'https://a.example' };

async function opened(...zips: readonly (readonly PlainFile[])[]) {
  return openExport(await Promise.all(zips.map((files) => openZip(sourceOf(zipOf(files))))));
}

function page(...items: readonly unknown[]): PlainFile {
  return { name: 'metadata_0_to_20.json', content: JSON.stringify(items) };
}

async function reasonOf(bytes: Uint8Array): Promise<unknown> {
  const error: unknown = await openZip(sourceOf(bytes))
    .then((source) => openExport([source]))
    .catch((thrown: unknown) => thrown);
  return error instanceof UnreadableExport ? error.reason : error;
}

test('reads every article of a library with its page, PDF and highlights', async () => {
  const library = makeLibrary(1, 230);
  const { articles, filesOf, problems } = await opened(exportFilesOf(library));
  expect(problems).toEqual([]);
  expect(articles).toHaveLength(230);
  for (const [i, article] of articles.entries()) {
    const made = library[i]!;
    const { labels, title, url, author, savedAt } = article;
    expect({ labels, title, url, author }).toEqual({
      labels: made.labels,
      title: made.title,
      url: made.url,
      author: made.author,
    });
    expect(new Date(savedAt ?? 0).toISOString()).toBe(made.savedAt);
    const files = filesOf(article);
    expect((await highlightsOf(files)).map(({ quote }) => quote)).toEqual(made.highlights);
    if (made.paragraphs.length > 0) expect(await htmlOf(files)).toBe(pageOf(made));
    else expect(new TextDecoder().decode(await pdfOf(files.pdf!))).toContain(made.slug);
  }
});

test('an export in a folder of its own is read too', async () => {
  const files = exportFilesOf(makeLibrary(2, 3)).map((file) => ({
    ...file,
    name: `omnivore export/${file.name}`,
  }));
  expect((await opened(files)).articles).toHaveLength(3);
});

test('several exports are one; of an article in both the newer metadata counts', async () => {
  const old = { ...ITEM, updatedAt: '2024-01-01T00:00:00.000Z' };
  const young = { ...ITEM, title: 'Tides', updatedAt: '2024-02-01T00:00:00.000Z' };
  const html = { name: 'content/tide-18f.html', content: '<p>a</p>' };
  const { articles, filesOf } = await opened(
    [page(young)],
    [page(old, { ...ITEM, id: 'b' }), html],
  );
  expect(articles.map(({ title }) => title)).toEqual(['Tides', 'Tide']);
  expect(articles.map((article) => filesOf(article).html)).toEqual([null, null]);
});

test('if two articles have the same slug, neither gets the page, and this is listed', async () => {
  const html = { name: 'content/tide-18f.html', content: '<p>a</p>' };
  const { articles, filesOf, problems } = await opened([page(ITEM, { ...ITEM, id: 'b' }), html]);
  expect(articles).toHaveLength(2);
  expect(articles.map((article) => filesOf(article).html)).toEqual([null, null]);
  expect(problems).toEqual([{ name: 'content/tide-18f.html', problem: 'shared-slug' }]);
});

test('values of other types count as absent', async () => {
  const { articles, problems } = await opened([
    page(
      { id: 'a', slug: 3, title: ['x'], labels: 'x', savedAt: 5, state: 1, readingProgress: '9' },
      7,
      null,
      { title: 'without id and slug' },
    ),
  ]);
  expect(articles).toEqual([
    {
      ...{ id: 'a', slug: null, title: null, description: null, author: null, url: null },
      ...{ state: null, progress: 0, thumbnail: null, labels: [] },
      ...{ savedAt: null, updatedAt: null, publishedAt: null },
    },
  ]);
  expect(problems).toEqual([{ name: 'metadata_0_to_20.json', problem: 'invalid-articles' }]);
});

test.each([
  ['not-json', '{'],
  ['not-a-list', '{}'],
])('a page that is not a list of articles is listed: %s', async (problem, content) => {
  const { problems } = await opened([{ name: 'metadata_20_to_40.json', content }, page(ITEM)]);
  expect(problems).toEqual([{ name: 'metadata_20_to_40.json', problem }]);
});

test.each(['../content/a.html', '/etc/content/a.html', 'content\\a.html', 'c:/content/a.html'])(
  'the name %s is refused',
  async (name) => {
    const { problems, articles } = await opened([page(ITEM), { name, content: 'x' }]);
    expect(articles).toHaveLength(1);
    expect(problems).toEqual([{ name, problem: 'unsafe-name' }]);
  },
);

describe('exports that can’t be read', () => {
  const whole = zipOf(exportFilesOf(makeLibrary(3, 5)));

  test('no zip', async () => {
    expect(await reasonOf(new TextEncoder().encode('hello'))).toBe('not-a-zip');
    expect(await reasonOf(new Uint8Array())).toBe('not-a-zip');
  });

  test('a truncated zip', async () => {
    expect(await reasonOf(whole.slice(0, whole.length - 40))).toBe('truncated');
  });

  test('a zip without articles', async () => {
    expect(await reasonOf(zipOf([{ name: 'a.txt', content: 'a' }]))).toBe('no-articles');
    expect(await reasonOf(zipOf([page()]))).toBe('no-articles');
  });

  test('an encrypted zip', async () => {
    const bytes = whole.slice();
    for (const at of headers(bytes, 0x02014b50)) bytes[at + 8]! |= 1;
    expect(await reasonOf(bytes)).toBe('encrypted');
  });

  test('a zip bomb', async () => {
    const bomb = { name: 'content/a.html', content: new Uint8Array(70_000_000) };
    expect(await reasonOf(zipOf([page(ITEM), bomb]))).toBe('bomb');
  });

  test('a list of files that is cut short', async () => {
    const bytes = whole.slice();
    const [first = 0] = headers(bytes, 0x02014b50);
    bytes[first] = 0;
    expect(await reasonOf(bytes)).toBe('damaged');
  });
});

test.each([
  ['bytes that were changed', (bytes: Uint8Array, data: number) => (bytes[data + 60]! ^= 0xff)],
  [
    'a size that is not true',
    (bytes: Uint8Array, _: number, entry: number) => (bytes[entry + 24]! ^= 1),
  ],
])('a file is refused for %s', async (_name, damage) => {
  const html = { name: 'content/tide-18f.html', content: makeLibrary(4, 1).map(pageOf).join('') };
  const bytes = zipOf([page(ITEM), html]);
  damage(bytes, headers(bytes, 0x04034b50)[1]!, headers(bytes, 0x02014b50)[1]!);
  const { articles, filesOf } = await openExport([await openZip(sourceOf(bytes))]);
  await expect(htmlOf(filesOf(articles[0]!))).rejects.toMatchObject({ problem: 'damaged' });
});

test('a page that is too large is refused, and the others are read', async () => {
  const content = Array.from(
    { length: 400_000 },
    (_, i) => `<p>Paragraph number ${i} of a long page ${i * 7919}</p>`,
  ).join('');
  const zip = [
    page(ITEM, { ...ITEM, id: 'b', slug: 'b' }),
    { name: 'content/tide-18f.html', content: `${content}${content}` },
    { name: 'content/b.html', content: 'b' },
  ];
  const { articles, filesOf } = await opened(zip);
  // Without the page itself in the message, if it is read after all.
  const problem = await htmlOf(filesOf(articles[0]!)).then(
    ({ length }) => length,
    (error: unknown) => (error as { problem: unknown }).problem,
  );
  expect(problem).toBe('too-large');
  expect(await htmlOf(filesOf(articles[1]!))).toBe('b');
});

test('an empty quote is not a highlight, and a note before the first one is the article’s', () => {
  expect(readHighlights('>\n\n> a\n\nmine')).toEqual([{ quote: 'a', note: 'mine' }]);
  expect(readHighlights('first\n\n> a')).toEqual([
    { quote: null, note: 'first' },
    { quote: 'a', note: '' },
  ]);
  expect(readHighlights('> a')).toEqual([{ quote: 'a', note: '' }]);
});

test.each<[string, Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>]>([
  ['a state without a meaning', { state: 'Unknown' }, { state: null }],
  ['more than everything read', { readingProgress: 180 }, { progress: 100 }],
  ['a date that does not exist', { savedAt: '2024-13-41T12:00:00Z' }, { savedAt: null }],
  ['a label twice', { labels: ['a', 'a', 7] }, { labels: ['a'] }],
  ['no ID', { id: '../x' }, { id: null, slug: 'tide-18f' }],
  ['no slug', { slug: 'a/b' }, { slug: null, id: 'a1' }],
])('metadata with %s', (_, given, expected) => {
  const read = readMetadata(JSON.stringify([{ ...ITEM, ...given }]));
  expect(typeof read === 'string' ? read : read.articles[0]).toMatchObject(expected);
});

test.each(['content/tide-18f.pdf', 'highlights/tide-18f.md'])(
  'a shared slug names the file that belongs to nobody: %s',
  async (name) => {
    const { slug } = ITEM;
    const { articles, problems, filesOf } = await opened([
      page(ITEM, { slug, title: 'Without an ID' }, { id: 'c', title: 'Without a slug' }),
      { name, content: 'x' },
    ]);
    expect(problems).toEqual([{ name, problem: 'shared-slug' }]);
    expect(articles.map(({ id }) => id)).toEqual(['a1', null, 'c']);
    const files = articles.map(filesOf);
    expect(files).toEqual(files.map(() => ({ html: null, pdf: null, highlights: null })));
    expect(await highlightsOf(files[0]!)).toEqual([]);
    expect(await htmlOf(files[0]!)).toBe('');
    expect(filesOf({ ...articles[0]! })).toEqual(files[0]);
  },
);

test('an article in two exports has the files of both, and the first metadata if neither says when', async () => {
  const { articles, filesOf } = await opened(
    [page(ITEM), { name: 'content/tide-18f.html', content: 'a' }],
    [page({ ...ITEM, title: 'Other' }), { name: 'highlights/tide-18f.md', content: '> b' }],
  );
  expect(articles.map(({ title }) => title)).toEqual(['Tide']);
  const files = filesOf(articles[0]!);
  expect([files.html?.name, files.pdf, files.highlights?.name]).toEqual([
    'content/tide-18f.html',
    null,
    'highlights/tide-18f.md',
  ]);
});

test('a metadata page that can’t be read is listed, and a bug is not hidden', async () => {
  const fails = (error: Error) => ({
    name: 'metadata_1_to_2.json',
    size: 2,
    read: () => Promise.reject(error),
  });
  const good = page(ITEM);
  const bytes = new TextEncoder().encode(good.content as string);
  const read = { name: good.name, size: bytes.length, read: () => Promise.resolve(bytes) };
  const library = await openExport([
    { name: 'x', files: [read, fails(new UnreadableFile('damaged'))] },
  ]);
  expect(library.problems).toEqual([{ name: 'metadata_1_to_2.json', problem: 'damaged' }]);
  const opening = openExport([{ name: 'x', files: [read, fails(new Error('A bug.'))] }]);
  await expect(opening).rejects.toThrow('A bug.');
});

/** Where headers of a kind start. */
function headers(bytes: Uint8Array, signature: number): readonly number[] {
  const view = new DataView(bytes.buffer);
  return Array.from({ length: bytes.length - 4 }, (_, at) => at).filter(
    (at) => view.getUint32(at, true) === signature,
  );
}
