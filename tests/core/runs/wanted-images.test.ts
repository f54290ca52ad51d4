import { parse } from 'yaml';
import { DETECT_DEFAULTS } from '../../../src/core/omnivore/detect';
import { hostsOf, wantedImages } from '../../../src/core/runs/wanted-images';
import { ID, noteOf, ORIGINAL, READ } from '../omnivore/note-of';
import { notesInMemory } from './stores';

const READER = { parseYaml: (source: string) => parse(source) as unknown, detect: DETECT_DEFAULTS };

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

test('an article with images that is no UTF-8 is told, and its images are not wanted', async () => {
  const text = note('https://a.example.org/1.png');
  const read = () => Promise.resolve({ kind: 'invalid-utf8', text } as const);
  const { images, failed } = await wantedImages(['a.md'], { read }, READER);
  expect(images.size).toBe(0);
  expect(failed).toEqual([{ path: 'a.md', error: 'It is not UTF-8.' }]);
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
