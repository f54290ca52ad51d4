import { parse } from 'yaml';
import { readCandidate, type ReadCandidate } from '../../../src/core/duplicates/candidate';
import { mergeNotes } from '../../../src/core/duplicates/merge-notes';
import { linkIndex } from '../../../src/core/duplicates/link-index';
import { moveLinks } from '../../../src/core/duplicates/move-links';
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
      `\n## Highlights\n\n> lit  *at* dusk\n\n> the fog came\n\n${text.replace('slept', 'sleept')}\n\nMy own thought.\n\n\`\`\`js\na\n\nb\n\`\`\`\n`,
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

const LONG =
  'The moon pulls on the oceans, and the oceans answer twice a day, which every harbour master knows by heart';

test.each([
  ['a remark within a paragraph', LONG.replace('answer', 'answer (ask Ann, 1953)')],
  ['a remark at its end', `${LONG}, so they say.`],
  ['a short word of the user’s own', LONG.replace('knows', 'should know')],
  ['a highlight', LONG.replace('twice a day', '==twice a day==')],
  ['a link to a note', LONG.replace('moon', '[[moon]]')],
  ['a block ID, to which other notes may link', `${LONG} ^tides`],
  ['a comment', `${LONG} %% check %%`],
  ['an image in the vault', `${LONG} ![](images/moon.png)`],
  ['a check mark', `- [x] ${LONG}`],
  ['an emoji', `${LONG} ⭐`],
])('%s is carried over, although the kept note has nearly the same paragraph', (_, body) => {
  const { after } = merged(['', `\n${LONG}.\n\n- [ ] ${LONG}\n`], ['', `\n${body}\n`]);
  expect(after.split('## Merged from Other note\n\n')[1]?.trimEnd()).toBe(body);
});

test.each([
  ['another conversion of the same text', LONG.replaceAll('the', '*the*').replace(',', ' –')],
  ['another URL of an image', `![](https://b.example/2.png) ${LONG}`],
  ['a letter', LONG.replace('harbour', 'harbor')],
])('%s is not carried over', (_, body) => {
  const { edits } = merged(['', `\n![](https://a.example/1.png) ${LONG}.\n`], ['', `\n${body}\n`]);
  expect(edits).toEqual([]);
});

describe('properties that both notes have', () => {
  test.each([
    [
      'an empty one is filled',
      'rating:\nmood: ""\n',
      'rating: 5\nmood: calm\n',
      'rating: 5\nmood: calm\n',
    ],
    [
      'an empty one becomes a list',
      'aliases: []\nx: 1\n',
      'aliases:\n  - a\n',
      'aliases:\n  - a\nx: 1\n',
    ],
    ['lists are joined', 'aliases: [a]\n', 'aliases:\n  - b\n  - a\n', 'aliases: [a, b]\n'],
    ['an equal one stays', 'rating: 5\n', 'rating: 5\n', 'rating: 5\n'],
    ['an empty one adds nothing', 'rating: 5\n', 'rating:\n', 'rating: 5\n'],
    [
      'the article’s own stay',
      'author: A\n',
      'author: B\ndate_saved: x\n',
      'author: A\ndate_saved: x\n',
    ],
  ])('%s', (_, own, others, expected) => {
    const { after } = merged([own, ''], [others, '']);
    expect(after).toContain(`b2a\n${expected}---\n`);
    expect(after).not.toContain('Merged from');
  });

  test.each([
    ['another value', 'rating: 3\n', 'rating: 5\n', 'rating: 5'],
    ['another value in a list of maps', 'x:\n  - a: 1\n', 'x:\n  - b: 2\n', 'x:\n  - b: 2'],
    ['an empty one with a comment', 'x: # later\n', 'x: 5\n', 'x: 5'],
    ['tags that can’t be joined', 'tags: a b\n', 'tags: [c]\n', 'tags: [c]'],
    ['a fence in a value', 'x: a\n', 'x: "```"\n', 'x: "```"', '````'],
    ['a second one', 'x: a\n', 'x: a\nx: b\n', 'x: b'],
  ])('%s is added as text', (_, own, others, expected, fence = '```') => {
    const { after } = merged([own, 'text\n'], [others, 'text\n']);
    expect(after).toContain(`b2a\n${own}---\n`);
    expect(after.split('## Merged from Other note\n\n')[1]).toBe(
      `${fence}yaml\n${expected}\n${fence}\n`,
    );
  });

  test('nothing is added twice if a merge is repeated', () => {
    const { after } = merged(['rating: 3\n', 'text\n'], ['rating: 5\n', 'text\n']);
    const keep = readCandidate(after, 'a.md', reading);
    if (!keep) throw new Error('not a candidate');
    const again = mergeNotes(keep, candidate('rating: 5\n', 'text\n'), 'Other note', reading);
    expect(again.edits).toEqual([]);
  });

  test('a note without properties gets them as text', () => {
    const text =
      '# A lamp\n#Omnivore\n\n[Read on Omnivore](https://omnivore.app/me/x-18e5b5c135d)\n[Read Original](https://a.example)\n';
    const keep = readCandidate(text, 'a.md', reading);
    if (!keep) throw new Error('not a candidate');
    const { after } = mergeNotes(keep, candidate('rating: 5\ntags: [a]\n', ''), 'B', reading);
    expect(after.split('## Merged from B\n\n')[1]).toBe('```yaml\ntags:\n  - a\nrating: 5\n```\n');
  });
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
    const moves = new Map([[gone, kept]]);
    return applyEdits(text, moveLinks(text, 'Notes/Mine.md', moves, linkIndex(PATHS), parseYaml));
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
