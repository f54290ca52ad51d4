import { parse } from 'yaml';
import { DETECT_DEFAULTS } from '../../../src/core/omnivore/detect';
import { hostsOf, wantedImages } from '../../../src/core/runs/wanted-images';
import { ID, noteOf, ORIGINAL, READ } from '../omnivore/note-of';
import { notesInMemory } from './stores';

const READER = { parseYaml: (source: string) => parse(source) as unknown, detect: DETECT_DEFAULTS };

const READ_OLD = '[Read on Omnivore](https://omnivore.app/me/tides)';

function note(...urls: readonly string[]): string {
  const images = urls.map((url) => `![](${url})`);
  return noteOf(ID, `${READ}\n${ORIGINAL}\n\n${images.join('\n\n')}`);
}

function wantedIn(notes: Readonly<Record<string, string>>) {
  const store = notesInMemory(new Map(Object.entries(notes)));
  return wantedImages(Object.keys(notes), store, READER);
}

test('an image is wanted once, with each note that shows it', async () => {
  const url = 'https://a.example.org/1.png';
  const { images } = await wantedIn({ 'a.md': note(url, url), 'b.md': note(url), 'c.md': url });
  expect([...images.keys()]).toEqual([url]);
  expect(images.get(url)?.notes).toEqual(['a.md', 'b.md']);
});

test('an article with images that is not UTF-8 is listed, and its images are not fetched', async () => {
  const text = note('https://a.example.org/1.png');
  const read = () => Promise.resolve({ kind: 'invalid-utf8', text } as const);
  const { images, failed } = await wantedImages(['a.md'], { read }, READER);
  expect(images.size).toBe(0);
  expect(failed).toEqual([{ path: 'a.md', error: 'It is not UTF-8.' }]);
});

test('an image that can’t be changed in place is not wanted, but listed', async () => {
  const [a, b] = ['https://a.example.org/1.png', 'https://a.example.org/2.png'];
  const text = noteOf(`${ID}\ncover: >-\n  ${a}`, `${READ}\n${ORIGINAL}\n\n![t]\n[t]\n\n[t]: ${b}`);
  const { images, kept, notes } = await wantedIn({ 'a.md': text, 'b.md': note(b) });
  expect(kept).toEqual([
    { path: 'a.md', url: a },
    { path: 'a.md', url: b },
  ]);
  expect([...images.values()].map(({ url, notes: of }) => [url, of])).toEqual([[b, ['b.md']]]);
  expect([...notes.keys()]).toEqual(['b.md']);
});

test('hosts are listed by how many images they have, then by name', async () => {
  const urls = ['https://b.example/1', 'https://c.example/1', 'https://a.example/1'];
  const { images } = await wantedIn({ 'a.md': note(...urls, 'https://c.example/2') });
  expect(hostsOf(images.values())).toEqual([
    ['c.example', 2],
    ['a.example', 1],
    ['b.example', 1],
  ]);
});

test.each([
  [
    'a saved date in UTC',
    `${ID}\ndate_saved: 2024-03-14T08:21:56Z`,
    Date.UTC(2024, 2, 14, 8, 21, 56),
  ],
  [
    'a saved date without a zone',
    `${ID}\ndate_saved: 2024-03-14 08:21:56`,
    Date.UTC(2024, 2, 14, 8, 21, 56),
  ],
  ['a saved date that is a link', `${ID}\ndate_saved: "[[2024-03-14]]"`, Date.UTC(2024, 2, 14)],
  ['a saved date that is none', `${ID}\ndate_saved: soon`, null],
  ['no date', ID, null],
])('an image is looked for in the archive near %s', async (_, properties, savedMs) => {
  const text = noteOf(properties, `${READ_OLD}\n${ORIGINAL}\n\n![](https://a.example.org/1.png)`);
  const { images } = await wantedIn({ 'a.md': text });
  expect([...images.values()].map(({ context }) => context.savedMs)).toEqual([savedMs]);
});
