import { parseYaml } from '../../../src/cli/parse-yaml.mts';
import {
  readFrontMatter,
  type FrontMatter,
} from '../../../src/core/markdown/front-matter/read-front-matter';
import { keepsValues, rewritesSimply } from '../../../src/core/repairs/kept-values';
import { applyEdits, type TextEdit } from '../../../src/core/text/edits';

const SIMPLE = '---\nid: a\ndraft: true # mine\nsaved: 2024-03-14\ntags:\n  - x\n---\n';

function read(text: string): FrontMatter {
  const frontMatter = readFrontMatter(text, parseYaml);
  if (!frontMatter) throw new Error('no front matter');
  return frontMatter;
}

/** Edits that replace texts with others. */
function edits(text: string, ...wanted: readonly (readonly [string, string])[]): TextEdit[] {
  return wanted.map(([old, insert]) => {
    const from = text.indexOf(old);
    return { from, to: from + old.length, insert };
  });
}

test.each<[string, string, readonly (readonly [string, string])[], boolean]>([
  ['a value', SIMPLE, [['true', 'false']], true],
  [
    'several',
    SIMPLE,
    [
      ['true', 'false'],
      ['03-14', '03-15'],
    ],
    true,
  ],
  ['quotes', SIMPLE, [['true', '"a b"']], true],
  ['none', SIMPLE, [], true],
  ['a comment', SIMPLE, [['true', 'a #b']], false],
  ['a key', SIMPLE, [['true', 'a: b']], false],
  ['a line', SIMPLE, [['true', 'a\nb: c']], false],
  ['nothing', SIMPLE, [['true', '']], false],
  ['an alias', SIMPLE, [['true', '*a']], false],
  ['a line separator', SIMPLE, [['true', 'a\u2028b']], false],
  ['an insertion', SIMPLE, [['', '- ']], false],
  ['part of a key', SIMPLE, [['raft: true', 'one: true']], false],
  ['an item of a list', SIMPLE, [['x', 'y']], false],
  ['if a parser was needed', SIMPLE.replace('id: a', 'id: &a b'), [['true', 'false']], false],
])('written instead of a value: %s', (_name, text, wanted, simply) => {
  const made = edits(text, ...wanted);
  expect(rewritesSimply(text, read(text), made)).toBe(simply);
  if (simply) expect(keepsValues(read(text), read(applyEdits(text, made)), made)).toBe(true);
});

test('an insertion in front of a value is read too', () => {
  const from = SIMPLE.indexOf('true');
  const insertion = (insert: string): TextEdit[] => [{ from, to: from, insert }];
  expect(rewritesSimply(SIMPLE, read(SIMPLE), insertion('un'))).toBe(true);
  expect(rewritesSimply(SIMPLE, read(SIMPLE), insertion('- '))).toBe(false);
});
