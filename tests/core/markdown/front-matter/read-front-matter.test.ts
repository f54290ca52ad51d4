import { parseYaml } from '../../../../src/cli/parse-yaml.mts';
import {
  addProperty,
  rewriteValue,
  valueRange,
} from '../../../../src/core/markdown/front-matter/edit-properties';
import { readFrontMatter } from '../../../../src/core/markdown/front-matter/read-front-matter';
import { parseNote } from '../../../../src/core/markdown/note';
import { applyEdits } from '../../../../src/core/text/edits';

const read = (text: string): ReturnType<typeof readFrontMatter> => readFrontMatter(text, parseYaml);
/** Key and value of each record's properties. */
const valuesOf = (text: string): unknown =>
  read(text)?.records.map((properties) => properties.map(({ key, value }) => [key, value]));

describe('position of front matter', () => {
  test.each([
    ['at the start', '---\na: b\n---\nbody', 'a: b\n', 'body'],
    ['after a byte order mark', '\ufeff---\na: b\n---\nbody', 'a: b\n', 'body'],
    ['with CRLF', '---\r\na: b\r\n---\r\nbody', 'a: b\r\n', 'body'],
    ['with white space after the dashes', '--- \t\na: b\n---  \nbody', 'a: b\n', 'body'],
    ['with nothing in it', '---\n---\nbody', '', 'body'],
    [
      'with a line that only begins like its end',
      '---\na: b\n---more\n---\nbody',
      'a: b\n---more\n',
      'body',
    ],
    ['at the end of the text', '---\na: b\n---', 'a: b\n', ''],
  ])('%s', (_, text, inside, body) => {
    const frontMatter = read(text);
    expect(text.slice(frontMatter?.from, frontMatter?.to)).toBe(inside);
    expect(text.slice(frontMatter?.end)).toBe(body);
  });

  test.each([
    ['a rule', 'a\n---\nb: c\n---\n'],
    ['without an end', '---\na: b\n'],
    ['of more than dashes', '---js\na: b\n---\n'],
    ['of one line', '---'],
    ['with text after the closing dashes', '---\na: b\n---x\n'],
  ])('none: %s', (_, text) => {
    expect(read(text)).toBeNull();
  });
});

describe('its values', () => {
  test.each([
    [
      'texts, numbers, flags',
      'a: b\nn: 12\nf: true\ne:\n',
      [
        ['a', 'b'],
        ['n', 12],
        ['f', true],
        ['e', null],
      ],
    ],
    [
      'quoted',
      `a: "b: c" # comment\nd: 'e'   \n`,
      [
        ['a', 'b: c'],
        ['d', 'e'],
      ],
    ],
    ['a comment after a plain value', 'a: b # c\n', [['a', 'b']]],
    ['a list', 'tags:\n  - a\n  - b c\n', [['tags', ['a', 'b c']]]],
    [
      'a list without indentation',
      'tags:\n- a\n- b\nx: y\n',
      [
        ['tags', ['a', 'b']],
        ['x', 'y'],
      ],
    ],
    ['a list of flow', 'tags: [a, "b"]\n', [['tags', ['a', 'b']]]],
    ['a list of uneven indentation', 'tags:\n  - a\n  - b: c\n', [['tags', ['a', { b: 'c' }]]]],
    ['a list with an empty item', 'tags:\n  - a\n  - \n', [['tags', ['a', null]]]],
    [
      'a block of one line',
      'title: |\n  A title\nx: y\n',
      [
        ['title', 'A title\n'],
        ['x', 'y'],
      ],
    ],
    ['a block of two lines', 'title: |\n  A\n  B\n', [['title', 'A\nB\n']]],
    ['a folded block', 'title: >-\n  A\n  B\n', [['title', 'A B']]],
    ['a block after a blank line', 'title: |\n\n  A\n', [['title', '\nA\n']]],
    [
      'keys with spaces, quotes and letters of all kinds',
      '"a b": 1\n\'c\': 2\n日付: 3\nd-e.f: 4\n',
      [
        ['a b', 1],
        ['c', 2],
        ['日付', 3],
        ['d-e.f', 4],
      ],
    ],
    [
      'blank lines and comments',
      '\na: b\n# c\n\nd: e\n',
      [
        ['a', 'b'],
        ['d', 'e'],
      ],
    ],
    [
      'a key that occurs twice',
      'a: b\na: c\n',
      [
        ['a', 'b'],
        ['a', 'c'],
      ],
    ],
    ['a value on the next line', 'a:\n  b\n', [['a', 'b']]],
    ['a map', 'a:\n  b: c\n', [['a', { b: 'c' }]]],
    ['an escape', 'a: "b\\tc"\n', [['a', 'b\tc']]],
    ['a quote after a quote', `a: 'it''s' # x\n`, [['a', "it's"]]],
    ['nothing', '', []],
    ['only a comment', '# a\n', []],
  ])('%s', (_, inside, values) => {
    expect(valuesOf(`---\n${inside}---\n`)).toEqual([values]);
  });

  test('a list of maps, as one file for several articles has it', () => {
    const text = '---\n- id: a\n  title: A\n  tags:\n    - x\n- id: b\n  title: |\n    B\n---\n';
    expect(read(text)?.list).toBe(true);
    expect(valuesOf(text)).toEqual([
      [
        ['id', 'a'],
        ['title', 'A'],
        ['tags', ['x']],
      ],
      [
        ['id', 'b'],
        ['title', 'B\n'],
      ],
    ]);
    expect(valuesOf("---\n- id: a\n  \"b\": 'it''s'\n- text\n---\n")).toEqual([
      [
        ['id', 'a'],
        ['b', "it's"],
      ],
      [],
    ]);
  });

  test.each([
    ['a bracket without an end', 'a: [b\n'],
    ['a quote without an end', 'a: "b\n'],
    ['indentation by tabs', 'a:\n\t- b\n\t c: d\n'],
    ['lines that are not keys', 'a: b\nno key\n'],
    ['a line of three dashes and more', 'a: b\n---c\n'],
    ['hundreds of lines of a tab', `a: b\n${'\t \n'.repeat(300)}`],
    ['thousands of brackets', `a: ${'['.repeat(9_000)}\n`],
    ['thousands of items on a line', `a:\n${'- '.repeat(9_000)}b\n`],
    ['thousands of keys on a line', `${'? '.repeat(9_000)}b\n`],
    ['more than any article has', `a: [b]\n${'k: v\n'.repeat(60_000)}`],
    ['maps that differ from the text', '- a: b\n-\n  c: d\n'],
  ])('invalid, and so without properties: %s', (_, inside) => {
    expect(read(`---\n${inside}---\n`)).toMatchObject({ valid: false, records: [] });
  });

  test('a few levels are read', () => {
    const deep = `${'['.repeat(50)}1${']'.repeat(50)}`;
    expect(
      read(`---\na: ${deep}\nb: ${deep}\nc: ${deep}\nd: ${deep}\ne: ${deep}\n---\n`),
    ).toMatchObject({ valid: true });
  });

  test('a few lines of a tab are read', () => {
    expect(read('---\na: [b]\n\t \nc: d\n---\n')).not.toBeNull();
  });
});

describe('a property', () => {
  const properties = (
    inside: string,
  ): readonly { readonly key: string; readonly written: unknown }[] =>
    read(`---\n${inside}---\n`)?.records[0] ?? [];

  test.each([
    ['a: b\n', 'plain'],
    ['a: "b"\n', 'double'],
    ["a: 'b'\n", 'single'],
  ])('%j can be rewritten in its quotes', (inside, quoting) => {
    expect(properties(inside)[0]?.written).toMatchObject({ quoting });
  });

  test.each(['a:\n', 'a:\n  - b\n', 'a: |\n  b\n', 'a: [b]\n', 'a: &x b\nc: *x\n', 'a: "b\\tc"\n'])(
    '%j can’t be rewritten in place',
    (inside) => {
      expect(properties(inside)[0]?.written).toBeNull();
    },
  );

  test('is rewritten in its own quotes, and only if possible', () => {
    const text = "---\na: 'b'\nc:\n---\n";
    const [a, c] = read(text)?.records[0] ?? [];
    if (!a || !c) throw new Error('two properties');
    const edit = rewriteValue(a, "it's");
    expect(edit && applyEdits(text, [edit])).toBe("---\na: 'it''s'\nc:\n---\n");
    expect(rewriteValue(c, 'x')).toBeNull();
    expect(read('---\na: b\na: c\n---\n')?.records[0]?.map(({ duplicate }) => duplicate)).toEqual([
      false,
      true,
    ]);
  });

  test.each([
    ['a:  b \n', 'b'],
    ['a: |\n  b\n  c\n', 'b\n  c'],
    ['a: >-\r\n  b\r\n', 'b'],
    ['a:\n', ''],
  ])('of %j has its value at %j', (inside, value) => {
    const text = `---\n${inside}---\n`;
    const [first] = read(text)?.records[0] ?? [];
    if (!first) throw new Error('one property');
    const { from, to } = valueRange(text, first);
    expect(text.slice(from, to)).toBe(value);
  });
});

describe('adding a property', () => {
  const added = (text: string): string | null => {
    const frontMatter = read(text);
    const edit = addProperty(text, frontMatter, frontMatter?.records[0] ?? [], 'new: 1');
    return edit && applyEdits(text, [edit]);
  };

  test.each([
    ['---\na: b\n---\n', '---\na: b\nnew: 1\n---\n'],
    ['---\r\na: b\r\n---\r\n', '---\r\na: b\r\nnew: 1\r\n---\r\n'],
    ['---\na: b\n\n# c\n---\n', '---\na: b\n\n# c\nnew: 1\n---\n'],
    ['---\n---\n', '---\nnew: 1\n---\n'],
  ])('to %j', (before, after) => {
    expect(added(before)).toBe(after);
  });

  test.each([
    ['no front matter', 'text'],
    ['invalid front matter', '---\na: [b\n---\n'],
    ['a list of maps', '---\n- a: b\n---\n'],
  ])('not to %s', (_, text) => {
    expect(added(text)).toBeNull();
  });

  test('not if the properties are not the note’s own', () => {
    const text = '---\na: b\n---\n';
    expect(addProperty(text, read(text), [], 'new: 1')).toBeNull();
  });
});

test('a note knows its body and its code', () => {
  const text = '---\na: "`x`"\n---\na `b` c\n\n```\nd\n```js\n```\n';
  const note = parseNote(text, parseYaml);
  expect(text.slice(note.bodyFrom)).toMatch(/^a `b`/);
  expect(note.inCode(text.indexOf('x'))).toBe(false);
  expect(note.inCode(text.indexOf('b` c'))).toBe(true);
  expect(note.inDoubtfulCode(text.indexOf('b` c'))).toBe(false);
  expect(note.inDoubtfulCode(text.indexOf('d\n'))).toBe(true);
  expect(note.inDoubtfulCode(text.indexOf(' c\n'))).toBe(false);
  expect(parseNote('no front matter', parseYaml).bodyFrom).toBe(0);
});
