import { parse } from 'yaml';
import { addTag, tagFrom } from '../../../src/core/library/add-tag';
import { withOwnNames } from '../../../src/core/omnivore/property-names';
import { plan } from '../../../src/core/repairs/plan';
import { applyEdits } from '../../../src/core/text/edits';

const ID = '4a7c6a1e-e1f2-11ee-8a3c-6f2b1c9d0e11';
const BODY = '\n[Read on Omnivore](https://omnivore.app/me/tide-18e3d5b1a2c)\n';

/** The note after the tag was added, and the reasons for what was left. */
function tagged(text: string, tag = 'sea') {
  const planned = plan(text, 'a.md', {
    parseYaml: (yaml) => parse(yaml) as unknown,
    detect: { names: withOwnNames({}), omnivoreFolder: null, ownKeys: [] },
    repairs: {},
    change: addTag(tag),
  });
  expect(applyEdits(planned.after, planned.undo)).toBe(text);
  const left = planned.findings.flatMap(({ unresolved }) => unresolved ?? []);
  return { after: planned.after, left };
}

const note = (properties: string): string => `---\nid: ${ID}\n${properties}---\n${BODY}`;

test.each([
  ['a new property', 'x: 1\n', 'x: 1\ntags:\n  - sea\n'],
  ['an empty one', 'tags:\nx: 1\n', 'tags: [sea]\nx: 1\n'],
  ['a list', 'tags:\n  - salt\nx: 1\n', 'tags:\n  - salt\n  - sea\nx: 1\n'],
  ['a list that is not indented', 'tags:\n- salt\n', 'tags:\n- salt\n- sea\n'],
  ['a list in brackets', 'tags: [salt, "a b"]\n', 'tags: [salt, "a b", sea]\n'],
  ['a list in brackets over lines', 'tags: [salt,\n  x]\n', 'tags: [salt,\n  x, sea]\n'],
  ['an empty list', 'tags: []\n', 'tags: [sea]\n'],
  ['the property that the note uses', 'labels: [salt]\n', 'labels: [salt, sea]\n'],
  ['nothing if it is there', 'tags: [SEA]\n', 'tags: [SEA]\n'],
])('%s gets the tag', (_, before, after) => {
  expect(tagged(note(before))).toEqual({ after: note(after), left: [] });
});

test.each([
  ['a text', 'tags: salt\n'],
  ['a map', 'tags: {a: b}\n'],
  ['a list with maps', 'tags:\n  - a: b\n'],
  ['a list of lists', 'tags:\n  - [a]\n'],
  ['a list with a comment', 'tags: [salt] # see [b]\n'],
  ['a list with a comma too many', 'tags: [salt,]\n'],
  ['an item of several lines', 'tags:\n  - a\n    b\n'],
  ['an anchor', 'tags: &t [salt]\nother: *t\n'],
])('%s stays, and is listed', (_, properties) => {
  expect(tagged(note(properties))).toEqual({ after: note(properties), left: ['not-editable'] });
});

test('a note without properties stays, and is listed', () => {
  const text = `# Tides\n${BODY}[Read Original](https://a.example.org/tides)\n\n#Omnivore\n`;
  expect(tagged(text)).toEqual({ after: text, left: ['no-front-matter'] });
});

test('lines end as in the file', () => {
  const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
  expect(tagged(crlf(note('tags:\n  - salt\n'))).after).toBe(
    crlf(note('tags:\n  - salt\n  - sea\n')),
  );
  expect(tagged(crlf(note('x: 1\n'))).after).toBe(crlf(note('x: 1\ntags:\n  - sea\n')));
});

test('in a note with several articles, the tag is written into the item', () => {
  const other = '2d733806-de38-4f16-aafa-e54589ffbb10';
  const bodies = [ID, other].map(
    (id, i) =>
      `%%${id}_start%%\n# A\n[Read on Omnivore](https://omnivore.app/me/a-1917333e97${i})\n%%${id}_end%%\n`,
  );
  const text = `---\n- id: ${ID}\n- id: ${other}\n  tags: [salt]\n---\n\n${bodies.join('')}`;
  expect(tagged(text).after).toBe(
    `---\n- id: ${ID}\n  tags: [sea]\n- id: ${other}\n  tags: [salt, sea]\n---\n\n${bodies.join('')}`,
  );
});

test('in an outline the articles are listed', () => {
  const text = [
    '- [Salt](https://omnivore.app/me/salt-18e3d5b1a2d)',
    '  site:: [a.example.org](https://a.example.org/salt)',
    '  date-saved:: [[Feb 1st, 2024]]',
    '',
  ].join('\n');
  expect(tagged(text)).toEqual({ after: text, left: ['not-editable'] });
});

test.each([
  ['#sea', 'sea'],
  ['  to read ', 'to-read'],
  ['海/盐', '海/盐'],
  ['2024', null],
  ['2024/05', null],
  ['y1984', 'y1984'],
  ['a,b', null],
  ['a#b', null],
  ['#', null],
  ['', null],
])('%j is the tag %j', (text, tag) => {
  expect(tagFrom(text)).toBe(tag);
});
