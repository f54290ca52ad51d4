import { candidateOf, clippingKey, type Candidate } from '../../../src/core/duplicates/candidate';
import { findDuplicates } from '../../../src/core/duplicates/find-duplicates';
import { plannerFor } from '../../planner-for';

const { parseYaml, detect } = plannerFor();
const ID = '5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a';
const OTHER_ID = '6d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a';

function saved(url: string, id = ID, more = ''): string {
  return `---\nid: ${id}\n---\n# A lamp\n#Omnivore\n\n[Read on Omnivore](https://omnivore.app/me/x-18e5b5c135d)\n[Read Original](${url})\n${more}`;
}

function clip(source: string): string {
  return `---\ntitle: A lamp\nsource: "${source}"\ncreated: 2025-01-01\ntags:\n  - clippings\n---\nThe lamp.\n`;
}

function found(vault: Readonly<Record<string, string>>) {
  const candidates = Object.entries(vault).flatMap(([path, text]): readonly Candidate[] => {
    const candidate = candidateOf(text, path, { parseYaml, detect });
    return candidate ? [candidate] : [];
  });
  return findDuplicates(candidates).map(({ keep, remove, by }) => {
    return [by, keep.path, ...remove.map(({ path }) => path)].join(' ');
  });
}

const URL = 'https://keepers.example.org/lamp';

test.each([
  [
    'an outline',
    `- [A lamp](${URL})\n  id:: ${ID}\n  site:: [Omnivore](https://omnivore.app/me/x-18e5b5c135d)\n`,
  ],
  [
    'several articles',
    `---\n- id: ${ID}\n- id: ${OTHER_ID}\n---\n\n%%${ID}_start%%\n# A\n#Omnivore\n%%${ID}_end%%\n%%${OTHER_ID}_start%%\n# B\n#Omnivore\n%%${OTHER_ID}_end%%\n`,
  ],
  [
    'front matter that is a list of something else',
    `---\n- source: ${URL}\n  created: 2025-01-01\n---\nMine.\n`,
  ],
  ['a text for tags', `---\nsource: ${URL}\ntags: clippings, x\n---\nMine.\n`],
  ['other tags', `---\nsource: ${URL}\ntags: [x]\n---\nMine.\n`],
  [
    'an article without an ID and a URL',
    '# A lamp\n#Omnivore\n\n[Read on Omnivore](https://omnivore.app/me/a-lamp-18e5b5c135d)\n',
  ],
])('no duplicate: %s', (_, text) => {
  expect(candidateOf(text, 'a.md', { parseYaml, detect })).toBeNull();
});

test('a clipping is recognized by its tag alone', () => {
  const text = `---\nsource: ${URL}\ntags: [x, clippings]\n---\nMine.\n`;
  expect(candidateOf(text, 'a.md', { parseYaml, detect })).toMatchObject({ isOmnivores: false });
});

test.each([
  ['a clipping', clip(URL), 'keepers.example.org/lamp'],
  ['a saved article', saved(URL), null],
  ['a saved article that looks like a clipping', saved(URL).replace('---\n#', `source: ${URL}\ncreated: 2025-01-01\n---\n#`), null], // prettier-ignore
  ['a note of the user’s own', `---\nsource: ${URL}\n---\nMine.\n`, null],
  ['a note without properties', 'Mine.\n', null],
  ['front matter that is a list', `---\n- source: ${URL}\n  created: 2025-01-01\n---\n`, null],
  ['a clipping of no page', clip('a book'), null],
])('the page that a note has clipped: %s', (_, text, key) => {
  const found = clippingKey(text, 'a.md', { parseYaml, detect });
  expect(found?.replace(/^https?:\/\//, '') ?? null).toBe(key);
});

test.each([
  ['the same id', { 'a.md': saved(URL), 'b.md': saved('https://x.example') }, ['id a.md b.md']],
  [
    'the same URL, except for tracking, www., scheme and anchor',
    {
      'a.md': saved('http://www.keepers.example.org/lamp/?utm_source=x#top', OTHER_ID),
      'b.md': saved(URL),
    },
    ['url a.md b.md'],
  ],
  ['another query', { 'a.md': saved(`${URL}?p=1`), 'b.md': saved(`${URL}?p=2`, OTHER_ID) }, []],
  [
    'a clipping of the same page',
    { 'a.md': saved(URL), 'Clips/b.md': clip(URL) },
    ['url a.md Clips/b.md'],
  ],
  ['two clippings, none of Omnivore’s', { 'a.md': clip(URL), 'b.md': clip(URL) }, []],
  [
    'a note of the user’s own with the URL',
    { 'a.md': saved(URL), 'b.md': `---\nurl: ${URL}\n---\nMine.\n` },
    [],
  ],
  [
    'the fuller one is kept',
    { 'a.md': saved(URL), 'b.md': saved(URL, ID, 'Long text. '.repeat(20)) },
    ['id b.md a.md'],
  ],
  [
    'three notes, connected by id and by URL',
    {
      'a.md': saved(URL),
      'b.md': saved('https://x.example'),
      'c.md': saved('https://x.example', OTHER_ID),
    },
    ['url a.md b.md c.md'],
  ],
  [
    'a folder that was copied',
    Object.fromEntries(
      ['A', 'B'].flatMap((folder) =>
        [1, 2, 3].map((n) => [
          `${folder}/${n}.md`,
          saved(`${URL}/${n}`, ID.replace('5d1b', `000${n}`)),
        ]),
      ),
    ),
    [],
  ],
])('%s', (_name, vault, groups) => {
  expect(found(vault)).toEqual(groups);
});
