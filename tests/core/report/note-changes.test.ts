import type { MarkedLine } from '../../../src/core/report/marked-changes';
import {
  noteChanges,
  shownPlaces,
  type RepairChanges,
} from '../../../src/core/report/note-changes';
import { plan } from '../../../src/core/repairs/plan';
import { plannerFor } from '../../planner-for';
import { atOnce } from '../../../src/core/text/steps';

const HEAD = '---\nid: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a\n';
const LINK = '[Read on Omnivore](https://omnivore.app/me/tides)';
const IMAGE =
  '![](https://proxy-prod.omnivore-image-cache.app/0x0,s3xXYpQ0vT9xWz1YbN4mL7pRs0aUcEgHiJkOqXdFtVu2/https://a.example.org/1.png)';

const planner = plannerFor({ draftFlag: { preset: 'hugo' } });

function noteOf(properties: string, body: string): string {
  return `${HEAD}${properties}---\n\n${body}\n`;
}

function sectionsOf(text: string, skips: readonly string[] = []): readonly RepairChanges[] {
  const without = { ...planner, skips: new Map([['a.md', new Set(skips)]]) };
  return atOnce(noteChanges(text, plan(text, 'a.md', without)));
}

/** The repairs whose lines are shown, and those lines before and after. */
function shownOf(properties: string, body: string) {
  return sectionsOf(noteOf(properties, body)).map(({ repair, changes }) => [
    repair,
    changes.map(({ places }) =>
      places.flatMap(({ before, after }) => [plain(before), plain(after)]),
    ),
  ]);
}

function plain(lines: readonly MarkedLine[]): readonly string[] {
  return lines.map(({ parts }) => parts.map(({ text }) => text).join(''));
}

test('nothing if nothing changes', () => {
  expect(shownOf('date_saved: 03/04/2024\n', LINK)).toEqual([]);
});

test('the lines of each repair apart', () => {
  const properties = 'draft: true\ndate_saved: 2024-03-20 18:15:30\n';
  expect(shownOf(properties, `${LINK}\n\n${IMAGE}`)).toEqual([
    ['draft-flag', [[['draft: true'], ['draft: false']]]],
    ['dates', [[['date_saved: 2024-03-20 18:15:30'], ['date_saved: 2024-03-20T18:15:30']]]],
    ['proxied-images', [[[IMAGE], ['![](https://a.example.org/1.png)']]]],
  ]);
});

const ESCAPED = noteOf(
  'date_saved: 2024-03-20 18:15:30\n',
  `# A quiet walk\n#Omnivore\n\n${LINK}\n\nI don&#39;t. See [there](https:&#x2F;&#x2F;example.org&#x2F;a). ${IMAGE.replaceAll('/', '&#x2F;')}`,
);

test('escaped text is one change, and the others are shown as after it', () => {
  const sections = sectionsOf(ESCAPED);
  expect(sections.map(({ repair, afterUnescaping }) => [repair, afterUnescaping])).toEqual([
    ['escaped-text', false],
    ['dates', true],
    ['proxied-images', true],
  ]);
  const image = sections[2]?.changes[0]?.places[0];
  expect(plain(image?.before ?? [])[0]).toContain('app/0x0,');
  expect(sections[0]?.changes.map(({ keys }) => keys)).toEqual([['escaped-text']]);
  expect(sections[0]?.changes[0]?.places[0]?.before[0]?.number).toBe(11);
});

test('findings on one line are one change, others have their own', () => {
  const [images] = sectionsOf(noteOf('', `${LINK}\n\n${IMAGE} ${IMAGE}\n\n${IMAGE}`));
  expect(images?.changes.map(({ keys }) => keys.length)).toEqual([2, 1]);
});

test('a change that the user unchecked stays in the list', () => {
  const text = noteOf('draft: true\ndate_saved: 2024-03-20 18:15:30\n', LINK);
  const key = sectionsOf(text)[1]?.changes[0]?.keys[0] ?? '';
  expect(sectionsOf(text, [key]).map(({ changes }) => changes[0]?.skipped)).toEqual([false, true]);
});

test('a change keeps its key when unescaping is unchecked', () => {
  const keysOf = (skips: readonly string[]) =>
    sectionsOf(ESCAPED, skips).map(({ repair, changes }) => [repair, changes[0]?.keys]);
  expect(keysOf(['escaped-text'])[1]).toEqual(keysOf([])[1]);
});

test('no more than forty lines of a place are shown', () => {
  const insert = 'line\n'.repeat(100);
  const [place] = shownPlaces('a\n', [{ from: 0, to: 0, insert }], 10);
  expect(place?.after).toHaveLength(41);
  expect(plain(place?.after ?? []).at(-1)).toBe('…');
});
