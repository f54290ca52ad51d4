import type { ImportItem } from '../../../src/core/import/import-item';
import { DEFAULT_STYLE, sectionOf, StyleVotes } from '../../../src/core/import/note-style';
import { EXPORT, HTML, ITEM, METADATA, planned, TEXT } from './planned';

const HIGHLIGHTS = {
  name: `highlights/${ITEM.slug}.md`,
  content: '> The tide waits for nobody at all.\n\nMy own thought.\n\n> Another quote.\n',
};
const OTHER_ID = '7f000000-0000-4000-8000-000000000000';

function note(body = '', id = ITEM.id): string {
  return `---\nid: ${id}\n---\n\n# Tides\n#Omnivore\n\n[Read on Omnivore](https://omnivore.app/me/${ITEM.slug})\n${body}`;
}

async function completed(text: string, files = [...EXPORT, HIGHLIGHTS]): Promise<string> {
  const items = await planned({ 'a.md': text }, files, 'complete');
  const done = items.find(({ kind }) => kind === 'complete');
  if (done?.kind !== 'complete') throw new Error(JSON.stringify(items));
  return done.after;
}

test.each([
  ['before the content', '\n## Content\n\n', '\n## Highlights\n\n> The tide waits'],
  [
    'in their section',
    '\n## Highlights\n\n> Mine.\n\n## Notes\n\nMine.\n',
    '> Mine.\n\n> The tide waits',
  ],
  [
    'in their section, before a smaller heading of the user’s own',
    '\n## Highlights\n\n### Mine\n\n# Also mine\n',
    '### Mine\n\n> The tide waits',
  ],
  ['at the end', '', '\n## Highlights\n\n> The tide waits'],
])('highlights are added %s', async (_, body, expected) => {
  expect(await completed(note(body))).toContain(expected);
});

test('a highlight with only a note is added once', async () => {
  const content = 'A thought without a quote.\n';
  const after = await completed(note(), [METADATA, { ...HIGHLIGHTS, content }]);
  expect(after).toContain('\nA thought without a quote.\n');
  const again = await planned({ 'a.md': after }, [METADATA, { ...HIGHLIGHTS, content }]);
  expect(again.map(({ kind }) => kind)).toEqual(['fine']);
});

test('CRLF is kept between highlights at the end', async () => {
  const after = await completed(note().replaceAll('\n', '\r\n'));
  expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

test.each([
  ['below its heading without a line break', note('\n## Content'), `## Content\n\n${TEXT}\n`],
  [
    'between its heading and the next section',
    note('\n## Content\n## Highlights\n\n> a b c\n'),
    `## Content\n\n${TEXT}\n\n## Highlights`,
  ],
])('the full text is added %s', async (_, text, expected) => {
  expect(await completed(text, EXPORT)).toContain(expected);
});

test('a note that has a part of the text is listed, and gets no second copy', async () => {
  const words = [
    'lamp',
    'fog',
    'gear',
    'spring',
    'keeper',
    'clock',
    'harbour',
    'salt',
    'moon',
    'ebb',
  ];
  const sentences = words.map(
    (word) => `The ${word} was as late as any ${word} can be on such a day.`,
  );
  const html = { name: `content/${ITEM.slug}.html`, content: `<p>${sentences.join(' ')}</p>` };
  const text = note(`\n${sentences.slice(0, 2).join(' ')}\n`);
  const items = await planned({ 'a.md': text }, [METADATA, html], 'complete');
  expect(items[0]).toMatchObject({ kind: 'skipped', addition: 'full-text', reason: 'other-text' });
  for (const item of items) if (item.kind === 'complete') expect(item.after).not.toContain('ebb');
});

test('a PDF is linked below the heading of the content', async () => {
  const pdf = { name: `content/${ITEM.slug}.pdf`, content: '%PDF' };
  const after = await completed(note('\n## Content\n\n## Highlights\n\n> a b c\n'), [
    METADATA,
    pdf,
  ]);
  expect(after).toMatch(/## Content\n\n!\[.+\.pdf\]\(.+\.pdf\)\n/);
});

test.each<[('complete' | 'create') | null, readonly ImportItem['kind'][]]>([
  [null, ['complete', 'create']],
  ['complete', ['complete']],
  ['create', ['create']],
])('only %s', async (only, kinds) => {
  const other = {
    ...ITEM,
    id: OTHER_ID,
    slug: 'b-18e3d0b2f1b',
    title: 'B',
    url: 'https://b.example',
  };
  const metadata = { ...METADATA, content: JSON.stringify([ITEM, other]) };
  const items = await planned({ 'a.md': note() }, [metadata], only);
  expect(items.map(({ kind }) => kind)).toEqual(kinds);
});

test('an article whose URL has a note already gets none', async () => {
  const other = {
    ...ITEM,
    id: OTHER_ID,
    slug: 'b-18e3d0b2f1b',
    title: null,
    url: 'http://salt.example/tides',
  };
  const metadata = { ...METADATA, content: JSON.stringify([ITEM, other]) };
  const items = await planned({ 'a.md': note() }, [metadata], 'create');
  expect(items).toMatchObject([{ kind: 'skipped', reason: 'same-url', path: other.url, was: '' }]);
});

test('an article that is in a note of another program gets no second note', async () => {
  const clip = `---\nurl: "${ITEM.url}"\ncreated: 2025-01-01\n---\nMine.\n`;
  expect(await planned({ 'clip.md': clip }, EXPORT)).toEqual([
    { kind: 'skipped', path: 'clip.md', addition: null, reason: 'other-note', was: ITEM.title },
  ]);
});

test('sections are recognized by their whole heading, and the style of no notes is the default', () => {
  expect(['## Content', '# Highlights', 'Content', `# ${'a'.repeat(90)}`].map(sectionOf)).toEqual([
    'content',
    'highlights',
    null,
    null,
  ]);
  expect(new StyleVotes().style()).toBe(DEFAULT_STYLE);
});

test.each([
  ['properties that aliases share', `---\nid: ${ITEM.id}\na: &a [x]\nb: *a\n---\n`],
  ['a block at the end of the properties', `---\nid: ${ITEM.id}\nnote: |\n  mine\n\n---\n`],
  ['a comment at the end of the properties', `---\nid: ${ITEM.id}\n# mine\n---\n`],
  ['properties without the space of the template', `---\nid: ${ITEM.id}\ntags:\n---\n`],
])('existing values stay: %s', async (_, head) => {
  const body = `\n# Tides\n#Omnivore\n\n[Read on Omnivore](https://omnivore.app/me/${ITEM.slug})\n`;
  const items = await planned({ 'a.md': head + body }, [
    METADATA,
    { name: `content/${ITEM.slug}.html`, content: HTML },
  ]);
  const done = items.find(({ kind }) => kind === 'complete');
  if (done?.kind !== 'complete') throw new Error('not completed');
  for (const line of head.split('\n').filter((each) => !/^(?:---|tags:)?$/.test(each))) {
    expect(done.after.split('\n')).toContain(line);
  }
});
