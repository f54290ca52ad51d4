import { runInNewContext } from 'node:vm';
import { articlesBase } from '../../../src/core/bases/articles-base';
import type { BaseFile, BaseFilter } from '../../../src/core/bases/base-file';
import { en } from '../../../src/core/i18n/en';
import { readSettings } from '../../../src/core/settings/settings';

interface Note {
  readonly folder?: string;
  readonly tags?: readonly string[];
  readonly ext?: string;
  readonly note: Readonly<Record<string, unknown>>;
}

function baseOf(data: unknown = {}): BaseFile {
  return articlesBase(readSettings(data).settings, en.base);
}

/** Reads an expression as Bases do, as their help describes them: like JavaScript, except for `if`. */
function valueOf(expression: string, { formulas }: BaseFile, seen: Note): unknown {
  const { folder = '', tags = [], ext = 'md', note } = seen;
  const formula = Object.defineProperties(
    {},
    Object.fromEntries(
      Object.entries(formulas).map(([name, text]) => [
        name,
        { get: () => valueOf(text, { formulas } as BaseFile, seen) },
      ]),
    ),
  );
  const file = {
    ext,
    inFolder: (at: string) => folder === at || folder.startsWith(`${at}/`),
    hasProperty: (name: string) => Object.hasOwn(note, name),
    hasTag: (tag: string) => tags.includes(tag),
  };
  const choose = (condition: unknown, yes: unknown, no: unknown): unknown => (condition ? yes : no);
  const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
  const some = { note, formula, file, list, choose };
  return runInNewContext(expression.replace(/\bif\(/g, 'choose('), some);
}

function isMet(filter: BaseFilter, base: BaseFile, note: Note): boolean {
  if (typeof filter === 'string') return Boolean(valueOf(filter, base, note));
  if ('and' in filter) return filter.and.every((inner) => isMet(inner, base, note));
  if ('or' in filter) return filter.or.some((inner) => isMet(inner, base, note));
  return !filter.not.some((inner) => isMet(inner, base, note));
}

const ID = '5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a';

test.each<[string, unknown, Note, boolean]>([
  ['an id next to a saved date', {}, { note: { id: ID, date_saved: '2024-03-14' } }, true],
  ['an id next to the tag', {}, { note: { id: ID }, tags: ['Omnivore'] }, true],
  ['an id alone', {}, { note: { id: ID } }, false],
  ['a saved date alone', {}, { note: { date_saved: '2024-03-14' } }, false],
  ['no note', {}, { note: { id: ID, date_saved: '2024-03-14' }, ext: 'canvas' }, false],
  [
    'a custom name',
    { properties: { saved: ['gemerkt am'] } },
    { note: { id: ID, 'gemerkt am': '' } },
    true,
  ],
  [
    'a note of Omnivore’s folder',
    { omnivoreFolder: 'Omnivore' },
    { folder: 'Omnivore/2024', note: {} },
    true,
  ],
  [
    'an article outside of it',
    { omnivoreFolder: 'Omnivore' },
    { folder: 'Else', note: { id: ID, date_saved: '' } },
    false,
  ],
  [
    'a note of a folder with quotes',
    { folders: [`a "b" 'c'`] },
    { folder: `a "b" 'c'`, note: {} },
    true,
  ],
  [
    'what is excluded',
    { folders: ['A'], excludedFolders: ['A/old'] },
    { folder: 'A/old/x', note: {} },
    false,
  ],
])('%s', (_, data, note, shown) => {
  const base = baseOf(data);
  expect(isMet(base.filters, base, note)).toBe(shown);
});

test.each([
  ['source', { site_name: 'AC/DC today', url: 'https://a.example.org/b' }, 'AC/DC today'],
  ['source', { url: 'https://www.a.example.org/b/c?d=e' }, 'a.example.org'],
  ['source', { original_url: 'http://a.example.org' }, 'a.example.org'],
  ['source', { source: 'https://a.example.org/' }, 'a.example.org'],
  ['first_tag', { tags: ['tides', 'clocks'] }, 'tides'],
  ['first_tag', { labels: 'tides' }, 'tides'],
  ['saved', { date_saved: '', date: '2024-03-14' }, '2024-03-14'],
  ['saved', { 'Date saved': '2024-03-15', date_saved: '2024-03-14' }, '2024-03-15'],
])('the %s of %j is %s', (formula, note, value) => {
  const base = baseOf({ properties: { saved: ['Date saved'] } });
  expect(valueOf(base.formulas[formula] ?? '', base, { note })).toBe(value);
});

test.each([
  [{ draft: true }, true],
  [{ draft: 'true' }, true],
  [{ draft: false }, false],
  [{}, false],
])('%j is a draft: %s', (note, draft) => {
  const base = baseOf();
  const filter = base.views.find(({ name }) => name === 'Drafts')?.filters ?? '';
  expect(isMet(filter, base, { note })).toBe(draft);
});
