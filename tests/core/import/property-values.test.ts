import type { ExportedArticle } from '../../../src/core/export/metadata';
import { DEFAULT_STYLE, type StyledConcept } from '../../../src/core/import/note-style';
import { newNoteText } from '../../../src/core/import/new-note';
import { inlineValue, propertyLines, valueOf } from '../../../src/core/import/property-values';

const ARTICLE: ExportedArticle = {
  ...{ id: 'a1', slug: 'tides-18e3d0b2f1a', title: 'Tides', author: null, description: null },
  ...{ url: 'https://salt.example/tides_(1)', state: null, progress: 0, labels: [] },
  ...{ savedAt: Date.UTC(2024, 2, 14, 12, 21, 56), publishedAt: null, updatedAt: null },
} as unknown as ExportedArticle;
const DATES = { format: 'date-time', zone: null } as const;

test.each<[StyledConcept, Partial<ExportedArticle>, unknown]>([
  ['omnivoreUrl', {}, 'https://omnivore.app/me/tides-18e3d0b2f1a'],
  ['omnivoreUrl', { slug: null }, null],
  ['saved', { savedAt: null }, null],
  ['saved', {}, '2024-03-14T12:21:56Z'],
  ['url', { url: null }, null],
  ['url', { url: 'https://omnivore.app/me/x' }, null],
  ['tags', { labels: ['Long reads', 'sea'] }, ['Long_reads', 'sea']],
])('the value of %s with %j', (concept, change, value) => {
  expect(valueOf(concept, { ...ARTICLE, ...change }, DATES)).toEqual(value);
});

test('values are written so that every parser reads them as texts', () => {
  expect(propertyLines('a', 'yes')).toBe('a: "yes"');
  expect(propertyLines('a', ['b', 'on'])).toBe('a:\n  - b\n  - "on"');
  expect(inlineValue('b')).toBe('b');
  expect(inlineValue(['b', 'c d', 'e, f'])).toBe('[b, "c d", "e, f"]');
});

function textWith(change: Partial<typeof DEFAULT_STYLE>, article = ARTICLE): string {
  const content = { text: '', highlights: [], pdf: null };
  const style = { ...DEFAULT_STYLE, ...change };
  return newNoteText({ path: 'a.md', exported: article, content, style, dates: DATES });
}

test.each([
  ['a heading and the tag', {}, '# Tides\n#Omnivore\n'],
  ['a heading without the tag', { tag: false }, '# Tides\n\n['],
  ['no heading', { heading: false }, '---\n\n#Omnivore\n'],
  [
    'no saved date in the style',
    { properties: new Map([['id', 'id'] as const]) },
    '---\nid: a1\ndate_saved: 2024-03-14T12:21:56Z\n---',
  ],
  ['parentheses in the URL', {}, '(https://salt.example/tides_%281%29)'],
])('a new note with %s', (_, change, text) => {
  expect(textWith(change)).toContain(text);
});

test('a new note without a title has the tag, and without dates none is invented', () => {
  const text = textWith(
    { tag: false, properties: new Map([['id', 'id']]) },
    { ...ARTICLE, title: null, savedAt: null },
  );
  expect(text).toBe(
    '---\nid: a1\n---\n\n#Omnivore\n\n[Read Original](https://salt.example/tides_%281%29)\n',
  );
});
