import { zoneOfNotes } from '../../../src/core/runs/zone-of-notes';
import { notesInMemory, planner, saved } from './stores';

/** A note that was saved at 2024-03-14T12:21:56Z, as its slug says. */
function note(date: string, slug = 'a-18e3ce972a0'): string {
  return saved(date).replace('me/a-lamp', `me/${slug}`);
}

async function zoneOf(
  texts: readonly (string | null)[],
  preferred: string | null = null,
): Promise<string | null> {
  const notes = new Map(texts.map((text, i) => [`${i}.md`, text]));
  const found = await zoneOfNotes(notes.keys(), notesInMemory(notes), planner, preferred);
  return found?.zone ?? null;
}

const TOKYO = note('2024-03-14 21:21:56');

test.each<[string, readonly (string | null)[], string | null]>([
  ['three notes that agree', [TOKYO, TOKYO, TOKYO], 'Asia/Tokyo'],
  ['two are too few', [TOKYO, TOKYO, 'No article.', null], null],
  ['a date with a zone says nothing', [TOKYO, TOKYO, note('2024-03-14T21:21:56+09:00')], null],
  ['also not one without a time', [TOKYO, TOKYO, note('2024-03-14')], null],
  ['also not one without a timestamp', [TOKYO, TOKYO, note('2024-03-14 21:21:56', 'a')], null],
  ['also not a note without a date', [TOKYO, TOKYO, note('')], null],
])('%s', async (_, texts, expected) => {
  expect(await zoneOf(texts)).toBe(expected);
});

test('of zones that agree, the preferred one', async () => {
  expect(await zoneOf([TOKYO, TOKYO, TOKYO], 'Asia/Seoul')).toBe('Asia/Seoul');
  expect(await zoneOf([TOKYO, TOKYO, TOKYO], 'Europe/Berlin')).toBe('Asia/Tokyo');
});
