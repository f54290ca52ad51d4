import { parse } from 'yaml';
import { readCandidate, type ReadCandidate } from '../../../src/core/duplicates/candidate';
import { mergeNotes } from '../../../src/core/duplicates/merge-notes';
import { linkIndex, moveLinks } from '../../../src/core/duplicates/move-links';
import { parseNote } from '../../../src/core/markdown/note';
import { applyEdits } from '../../../src/core/text/edits';
import { plannerFor } from '../../planner-for';

const { parseYaml, detect } = plannerFor();
const reading = { parseYaml, detect };

function candidate(properties: string, body: string): ReadCandidate {
  const text = `---\nid: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a\n${properties}---\n# A lamp\n#Omnivore\n\n[Read on Omnivore](https://omnivore.app/me/x-18e5b5c135d)\n[Read Original](https://a.example)\n${body}`;
  const read = readCandidate(text, 'a.md', reading);
  if (!read) throw new Error('not a candidate');
  return read;
}

function merged(keep: readonly [string, string], other: readonly [string, string]) {
  return mergeNotes(candidate(...keep), candidate(...other), 'Other note', reading);
}

function propertiesOf(text: string): unknown {
  return parse(text.split('---\n')[1] ?? '');
}

test.each([
  ['a list', 'tags:\n  - a\n', ['a', 'b c']],
  ['a list in brackets', 'tags: [a]\n', ['a', 'b c']],
  ['an empty property', 'tags:\n', ['b c']],
  ['none', '', ['b c']],
  ['all of them', 'tags: [b c, a]\n', ['b c', 'a']],
])('tags are carried over to %s', (_name, tags, expected) => {
  const { after, edits } = merged([tags, ''], ['tags:\n  - b c\n', '']);
  expect(propertiesOf(after)).toMatchObject({ tags: expected });
  expect(applyEdits(candidate(tags, '').note.text, edits)).toBe(after);
});

test('properties that only the other note has are copied unchanged', () => {
  const { after, carried } = merged(
    ['author: Me\n', ''],
    ['author: You\nrating: "5"\nlist:\n  - x\n  - y\naliases: []\n', ''],
  );
  expect(propertiesOf(after)).toEqual({
    id: '5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a',
    ...{ author: 'Me', rating: '5', list: ['x', 'y'], aliases: [] },
  });
  expect(carried.properties).toBe(3);
});

test('merged text gets the line breaks of the kept note', () => {
  const { note } = candidate(
    'tags:\n  - a\n',
    '\n## Highlights\n\n> lit at dusk\n\n## Content\n\nx',
  );
  const keep = readCandidate(note.text.replaceAll('\n', '\r\n'), 'a.md', reading);
  if (!keep) throw new Error('not a candidate');
  const other = candidate('rating: 5\ntags:\n  - b\n', '\n> the fog came\n\nMy own\nthought.');
  const { after, carried } = mergeNotes(keep, other, 'Other note', reading);
  expect(carried).toMatchObject({ quotes: 1, paragraphs: 1, properties: 1 });
  expect(after).toContain('> the fog came\r\n\r\n## Content');
  expect(after).toContain('x\r\n\r\n## Merged from Other note\r\n\r\nMy own\r\nthought.\r\n');
  expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

test('quotes are added to the highlights, the user’s own text to the end, and nothing twice', () => {
  const text =
    `The lamp was lit at dusk, and the keeper slept until the fog came in. ${'Nobody had oiled the gears since the spring of that year, so the light stood still. '.repeat(4)}`.trim();
  const { after, carried } = merged(
    ['', `\n## Highlights\n\n> lit at dusk\n\n## Content\n\n${text}\n`],
    [
      '',
      `\n## Highlights\n\n> lit  *at* dusk\n\n> the fog came\n\n${text.replace('was', 'is')}\n\nMy own thought.\n\n\`\`\`js\na\n\nb\n\`\`\`\n`,
    ],
  );
  expect(after).toContain('> lit at dusk\n\n> the fog came\n\n## Content\n');
  expect(after.split(text)[1]).toBe(
    '\n\n## Merged from Other note\n\nMy own thought.\n\n```js\na\n\nb\n```\n',
  );
  expect(carried).toMatchObject({ quotes: 1, paragraphs: 2 });
});

test.each([
  ['a thought directly below the links', '\nMy own thought.\n', 'My own thought.'],
  ['a word', '\nAgain\n', 'Again'],
  ['a line that the kept note has within another one', '\nat dusk\n', 'at dusk'],
  ['text right after the links', 'My own thought.\nAnd more.\n', 'My own thought.\nAnd more.'],
  ['a heading and what is below it', '\n# Mine\n\nA thought.\n', '# Mine\n\nA thought.'],
  ['a link to another page', '\n[see](https://b.example/x)\n', '[see](https://b.example/x)'],
  ['a note in CRLF', '\r\nMy own thought.\r\n', 'My own thought.'],
])('%s is carried over', (_, body, expected) => {
  const { after } = merged(['', '\nThe lamp was lit at dusk, again and again.\n'], ['', body]);
  expect(after.split('## Merged from Other note\n\n')[1]?.trimEnd()).toBe(expected);
});

test('nothing is done if the other note adds nothing', () => {
  expect(merged(['tags: [a]\n', 'x\n'], ['tags: [a]\n', 'x\n']).edits).toEqual([]);
});

describe('links', () => {
  const PATHS = [
    'Read/Lamp.md',
    'Clips/Lamp 2.md',
    'Notes/Mine.md',
    'Notes/Other.md',
    'x/Other.md',
  ];

  function moved(text: string, gone = 'Clips/Lamp 2.md', kept = 'Read/Lamp.md'): string {
    const note = parseNote(text, parseYaml);
    return applyEdits(text, moveLinks(note, 'Notes/Mine.md', gone, kept, linkIndex(PATHS)));
  }

  test.each([
    ['[[Lamp 2]]', '[[Lamp]]'],
    ['[[Clips/Lamp 2]]', '[[Lamp]]'],
    ['[[lamp 2.md#A part|the lamp]]', '[[Lamp#A part|the lamp]]'],
    ['![[Lamp 2#^abc]]', '![[Lamp#^abc]]'],
    ['[a](../Clips/Lamp%202.md#x)', '[a](../Read/Lamp.md#x)'],
    ['[a](Clips/Lamp%202.md)', '[a](Read/Lamp.md)'],
    ['[a](<../Clips/Lamp 2.md>)', '[a](<../Read/Lamp.md>)'],
    ['---\nup: "[[Lamp 2]]"\n---\n', '---\nup: "[[Lamp]]"\n---\n'],
    ['`[[Lamp 2]]`', '`[[Lamp 2]]`'],
    ['[[Lamp 22]] [[Lamp]] [a](https://a.example/Lamp%202.md)', null],
    ['```\n[[Lamp 2]]\n```\n', null],
  ])('%s', (before, after) => {
    expect(moved(before)).toBe(after ?? before);
  });

  test('if another note has the same name, the link contains the path', () => {
    expect(moved('[[Lamp 2]]', 'Clips/Lamp 2.md', 'x/Other.md')).toBe('[[x/Other]]');
  });
});
