import type { ImportItem } from '../../../src/core/import/import-item';
import { applyEdits } from '../../../src/core/text/edits';
import { exportFilesOf, makeLibrary, type MadeArticle } from '../export/generate-export';
import { EXPORT, ITEM, METADATA, planned, TEXT, type Vault } from './planned';

/** The vault after everything was done. */
function after(vault: Vault, items: readonly ImportItem[]): Vault {
  const result: Record<string, string> = { ...vault };
  for (const item of items) {
    if (item.kind === 'complete') result[item.path] = item.after;
    if (item.kind === 'create') result[item.path] = item.text;
    for (const { path } of 'pdfs' in item ? item.pdfs : []) result[path] = 'PDF';
  }
  return result;
}

const DEFAULT_NOTE = `---
id: ${ITEM.id}
---

# Why Tide Clocks Run Slow
#Omnivore

[Read on Omnivore](https://omnivore.app/me/${ITEM.slug})
[Read Original](https://salt.example/tides)

## Highlights

> one hand [⤴️](https://omnivore.app/me/${ITEM.slug}#b2c3d4e5-0000-4000-8000-000000000000)  ^b2c3d4e5
`;

test('a note of the default template gets what is missing, and keeps everything else', async () => {
  const [item] = await planned({ 'a.md': DEFAULT_NOTE }, EXPORT);
  expect(item).toMatchObject({ kind: 'complete', path: 'a.md' });
  if (item?.kind !== 'complete') throw new Error('not completed');
  expect(item.after).toBe(
    DEFAULT_NOTE.replace(
      `${ITEM.id}\n---`,
      `${ITEM.id}
author: M. Salt
tags:
  - Long_reads
  - sea
date_saved: 2024-03-14T12:21:56Z
date_published: 2024-03-01T00:00:00Z
state: ARCHIVED
description: A short history of a slow clock.
---`,
    ) + `\n## Content\n\n${TEXT}\n`,
  );
  expect(applyEdits(item.after, item.undo)).toBe(DEFAULT_NOTE);
});

test.each([
  ['its slug', DEFAULT_NOTE.replace(ITEM.id, '7f000000-0000-4000-8000-000000000000')],
  [
    'its URL',
    DEFAULT_NOTE.replace(ITEM.id, '7f000000-0000-4000-8000-000000000000').replaceAll(
      ITEM.slug,
      'other-18e3d0b2f1b',
    ),
  ],
])('a note is found by %s', async (_name, text) => {
  const items = await planned({ 'a.md': text }, EXPORT);
  expect(items.map(({ kind }) => kind)).toEqual(['complete']);
});

test('existing values of a note are never replaced', async () => {
  const text = DEFAULT_NOTE.replace(
    '\n---\n\n#',
    '\ntitle: Mine\nauthor: unknown\ntags: [x]\ndate_saved: 2020-01-01\ndate_published: soon\nstate: later\ndescription: mine\n---\n\n#',
  );
  const [item] = await planned(
    { 'a.md': `${text}\n## Content\n\nSomething else entirely.\n` },
    EXPORT,
  );
  expect(item).toMatchObject({ kind: 'skipped', addition: 'full-text', reason: 'other-text' });
});

test('an empty property is filled, and a full text is added below its heading', async () => {
  const text = DEFAULT_NOTE.replace('\n---\n\n#', '\ntags:\nauthor: \n---\n\n#').replace(
    '## Highlights',
    '## Inhalt\n\n## Highlights',
  );
  const [item] = await planned({ 'a.md': text }, EXPORT);
  if (item?.kind !== 'complete') throw new Error('not completed');
  expect(item.after).toContain('\ntags: [Long_reads, sea]\nauthor: M. Salt\n');
  expect(item.after).toContain(`\n## Inhalt\n\n${TEXT}\n\n## Highlights\n`);
});

test('highlights that are missing are added to the others, and none twice', async () => {
  const content =
    '> one hand \n\n> half a lunar day \n\n#sea\n\nSo that is why.\n\n> on the wall\nof clocks ';
  const highlights = { name: `highlights/${ITEM.slug}.md`, content };
  const [item] = await planned({ 'a.md': DEFAULT_NOTE }, [METADATA, highlights]);
  if (item?.kind !== 'complete') throw new Error('not completed');
  expect(item.after.split('^b2c3d4e5\n')[1]).toBe(
    '\n> half a lunar day\n\n#sea\n\nSo that is why.\n\n> on the wall\n> of clocks\n',
  );
});

test('a highlight in which a plugin would run something is skipped', async () => {
  const content = '> `= this.file.name` ';
  const highlights = { name: `highlights/${ITEM.slug}.md`, content };
  const items = await planned({ 'a.md': DEFAULT_NOTE }, [METADATA, highlights]);
  expect(items[0]).toMatchObject({ kind: 'skipped', addition: 'highlights', reason: 'would-run' });
});

test('a new note does not get a highlight in which a plugin would run something, and it is listed', async () => {
  const content = '> The tide waits.\n\n> ```dataviewjs\n> run()\n> ```\n\n> `= this.file.name`\n';
  const highlights = { name: `highlights/${ITEM.slug}.md`, content };
  const items = await planned({}, [...EXPORT, highlights]);
  const created = items.at(-1);
  if (created?.kind !== 'create') throw new Error('not created');
  expect(created.text).toContain('> The tide waits.');
  expect(created.text).not.toMatch(/dataviewjs|this\.file/);
  const { path } = created;
  const left = { kind: 'skipped', path, addition: 'highlights', reason: 'would-run' };
  expect(items.slice(0, -1)).toEqual([
    { ...left, was: '> ```dataviewjs\n> run()\n> ```' },
    { ...left, was: '> `= this.file.name`' },
  ]);
});

test('CRLF and a missing line end at the end of a note are kept', async () => {
  const text = DEFAULT_NOTE.trimEnd().replaceAll('\n', '\r\n');
  const [item] = await planned({ 'a.md': text }, EXPORT);
  if (item?.kind !== 'complete') throw new Error('not completed');
  expect(item.after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(item.after).toContain(`^b2c3d4e5\r\n\r\n## Content\r\n\r\n${TEXT}\r\n`);
});

test('an article in a note with several articles is completed where it is', async () => {
  const id = '7f000000-0000-4000-8000-000000000000';
  const body = (each: string) =>
    `%%${each}_start%%\n# A\n#Omnivore\n\n[Read Original](https://b.example)\n%%${each}_end%%\n`;
  const text = `---\n- id: ${ITEM.id}\n- id: ${id}\n---\n\n${body(ITEM.id)}\n${body(id)}`;
  const [item] = await planned({ 'a.md': text }, EXPORT);
  if (item?.kind !== 'complete') throw new Error('not completed');
  expect(item.after).toBe(
    text.replace(`%%${ITEM.id}_end%%`, `\n## Content\n\n${TEXT}\n%%${ITEM.id}_end%%`),
  );
});

test('a PDF is placed next to its note', async () => {
  const pdf = { name: `content/${ITEM.slug}.pdf`, content: '%PDF' };
  const vault = { 'x/A note.md': DEFAULT_NOTE, 'x/A note.pdf': '' };
  const [item] = await planned(vault, [METADATA, pdf]);
  expect(item).toMatchObject({ pdfs: [{ path: `x/A note-${ITEM.id}.pdf` }] });
  if (item?.kind !== 'complete') throw new Error('not completed');
  expect(item.after).toMatch(`![A note-${ITEM.id}.pdf](A%20note-${ITEM.id}.pdf)\n`);
});

test('a page that can’t be used is listed, and the rest is added', async () => {
  const html = { name: `content/${ITEM.slug}.html`, content: 'x'.repeat(33_600_000) };
  const items = await planned({ 'a.md': DEFAULT_NOTE }, [METADATA, html]);
  expect(items[0]).toMatchObject({ kind: 'skipped', reason: 'too-large', was: html.name });
  expect(items[1]).toMatchObject({ kind: 'complete' });
});

test('a note is created in the style of the others', async () => {
  const vault: Record<string, string> = {};
  for (const day of ['2024-01-02', '2024-01-03', '2024-01-04']) {
    vault[`Read/2024-01/${day} Note ${day}.md`] = `---
id: 7f000000-0000-4000-8000-0000${day.replaceAll('-', '')}
Link: https://b.example/${day}
Titel: Note
date_saved: ${day} 10:00:00
---
#Omnivore
[Read Original](https://b.example/${day})
## 高亮
> a
## Inhalt
b
`;
  }
  const items = await planned(vault, [
    ...EXPORT,
    { name: `highlights/${ITEM.slug}.md`, content: '> q ' },
  ]);
  expect(items).toHaveLength(1);
  const [item] = items;
  if (item?.kind !== 'create') throw new Error('not created');
  expect(item.path).toBe('Read/2024-03/2024-03-14 Why Tide Clocks Run Slow.md');
  expect(item.text).toBe(`---
id: ${ITEM.id}
Link: https://salt.example/tides?utm_source=x
date_saved: 2024-03-14T12:21:56Z
title: Why Tide Clocks Run Slow
author: M. Salt
tags:
  - Long_reads
  - sea
date_published: 2024-03-01T00:00:00Z
state: ARCHIVED
description: A short history of a slow clock.
---

#Omnivore

[Read Original](https://salt.example/tides?utm_source=x)

## 高亮

> q

## Inhalt

${TEXT}
`);
});

test('an article that another program has saved already gets no note', async () => {
  const clip =
    '---\ntitle: Tides\nsource: http://www.salt.example/tides/\ntags:\n  - clippings\n---\nText\n';
  expect(await planned({ 'Clippings/Tides.md': clip }, EXPORT)).toEqual([
    {
      kind: 'skipped',
      path: 'Clippings/Tides.md',
      addition: null,
      reason: 'other-note',
      was: ITEM.title,
    },
  ]);
});

test.each([
  ['a/b: c?', 'a-b- c-'],
  ['..', 'Untitled'],
  ['.hidden', 'hidden'],
  ['x'.repeat(120), `${'x'.repeat(97)}...`],
  ['CON', 'CON-'],
  ['a\u200bb', 'ab'],
])('the title %j makes the name %j', async (title, name) => {
  const metadata = { ...METADATA, content: JSON.stringify([{ ...ITEM, title }]) };
  const [item] = await planned({}, [metadata]);
  expect(item).toMatchObject({ path: `Omnivore/2024-03-14/${name}.md` });
});

test('two articles with one title get two names, also if only the case differs', async () => {
  const other = {
    ...ITEM,
    id: '7f000000-0000-4000-8000-000000000000',
    slug: 'x',
    url: null,
    title: ITEM.title.toUpperCase(),
  };
  const metadata = { ...METADATA, content: JSON.stringify([ITEM, other]) };
  const items = await planned({}, [metadata]);
  expect(items.map((item) => ('path' in item ? item.path : ''))).toEqual([
    'Omnivore/2024-03-14/Why Tide Clocks Run Slow.md',
    `Omnivore/2024-03-14/WHY TIDE CLOCKS RUN SLOW-${other.id}.md`,
  ]);
});

describe('a library of 300 articles, half of which have notes', () => {
  const library = makeLibrary(7, 300);
  const files = exportFilesOf(library);
  const vault = Object.fromEntries(
    library
      .filter((_, i) => i % 2 === 0)
      .map((article, i) => [`Omnivore/${i}.md`, oldNote(article, i)]),
  );
  let items: readonly ImportItem[];

  beforeAll(async () => {
    items = await planned(vault, files);
  });

  test('each article is completed or created, once', () => {
    const kinds = items.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'complete')).toHaveLength(150);
    expect(kinds.filter((kind) => kind === 'create')).toHaveLength(150);
    expect(items).toHaveLength(300);
  });

  test('a second import finds nothing to do', async () => {
    const again = await planned(after(vault, items), files);
    expect(again.filter(({ kind }) => kind !== 'fine')).toEqual([]);
    expect(again).toHaveLength(300);
  });

  test('undo restores each note exactly', () => {
    for (const item of items) {
      if (item.kind === 'complete')
        expect(applyEdits(item.after, item.undo)).toBe(vault[item.path]);
    }
  });

  test('no image uses the proxy, and no script remains', () => {
    for (const text of Object.values(after(vault, items))) {
      expect(text).not.toMatch(/omnivore-image-cache|track\(\)/);
    }
  });
});

/** Notes as several templates of Omnivore's plugin wrote them, to be recognized by id, slug or URL. */
function oldNote({ id, slug, title, url, highlights }: MadeArticle, i: number): string {
  const unknown = `7f000000-0000-4000-8000-${String(i).padStart(12, '0')}`;
  const link = i % 3 === 2 ? '' : `[Read on Omnivore](https://omnivore.app/me/${slug})\n`;
  const own = url.startsWith('https://omnivore.app') ? '' : `[Read Original](${url})\n`;
  const quotes = highlights.slice(0, 1).map((quote) => `> ${quote}\n`);
  const marked = quotes.length > 0 ? `\n## Highlights\n\n${quotes.join('\n')}` : '';
  const isKnown = i % 3 === 0 || own === '';
  return `---\nid: ${isKnown ? id : unknown}\ndate_saved: 2024-01-02 03:04:05\n---\n\n# ${title}\n#Omnivore\n\n${link}${own}${marked}`;
}
