import { noteChanges } from '../../../src/core/report/note-changes';
import { plan } from '../../../src/core/repairs/plan';
import { plannerFor } from '../../planner-for';

const HEAD = '---\nid: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a\n';
const LINK = '[Read on Omnivore](https://omnivore.app/me/tides)';
const IMAGE =
  '![](https://proxy-prod.omnivore-image-cache.app/0x0,s3xXYpQ0vT9xWz1YbN4mL7pRs0aUcEgHiJkOqXdFtVu2/https://a.example.org/1.png)';

/** The repairs whose lines are shown, and those lines before and after. */
function shownOf(properties: string, body: string) {
  const text = `${HEAD}${properties}---\n\n${body}\n`;
  const planned = plan(text, 'a.md', plannerFor({ draftFlag: { preset: 'hugo' } }));
  const plain = (lines: readonly (readonly { text: string }[])[]): readonly string[] =>
    lines.map((line) => line.map((part) => part.text).join(''));
  return noteChanges(text, planned).map(({ repair, changes }) => [
    repair,
    changes.map(({ before, after }) => [plain(before), plain(after)]),
  ]);
}

test('nothing where nothing is changed', () => {
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

test('all together where text was escaped, since that moves the others', () => {
  const properties = 'date_saved: 2024-03-20 18:15:30\n';
  const escaped = 'I don&#39;t. See [there](https:&#x2F;&#x2F;example.org&#x2F;a).';
  const body = `# A quiet walk\n#Omnivore\n\n${LINK}\n\n${escaped}`;
  const shown = shownOf(properties, body);
  expect(shown.map(([repair]) => repair)).toEqual([null]);
  expect(JSON.stringify(shown)).toContain("I don't. See [there](https://example.org/a).");
  expect(JSON.stringify(shown)).toContain('2024-03-20T18:15:30');
});
