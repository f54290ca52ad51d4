import fc from 'fast-check';
import { parse } from 'yaml';
import { rewriteValue } from '../../../../src/core/markdown/front-matter/edit-properties';
import { propertyTexts } from '../../../../src/core/markdown/front-matter/property-texts';
import { readFrontMatter } from '../../../../src/core/markdown/front-matter/read-front-matter';
import { applyEdits } from '../../../../src/core/text/edits';

/** The texts of the first property, and where each is written; null if it can't be rewritten. */
function textsIn(properties: string): readonly (readonly [string, string | null])[] {
  const text = `---\n${properties}\n---\n`;
  const property = readFrontMatter(text, parse)?.records[0]?.[0];
  if (!property) throw new Error('no property');
  return propertyTexts(text, property).map(({ value, written }) => [
    value,
    written && text.slice(written.from, written.to),
  ]);
}

describe('finds where each text of a property is written', () => {
  test.each([
    ['a value', 'a: b c', [['b c', 'b c']]],
    ['a block list', 'a:\n  - b\n  - "c d"\n', [['b', 'b'], ['c d', '"c d"']]], // prettier-ignore
    ['a block list at its key', "a:\n- 'b'\n- c", [['b', "'b'"], ['c', 'c']]], // prettier-ignore
    ['a block list with CRLF and blank lines', 'a:\r\n  - b \r\n\r\n  - c\r', [['b', 'b'], ['c', 'c']]], // prettier-ignore
    ['a list in brackets', 'a: [b, "c, d", \'e]\' , f g ]', [['b', 'b'], ['c, d', '"c, d"'], ['e]', "'e]'"], ['f g', 'f g']]], // prettier-ignore
    ['a list in brackets over lines', 'a: [\n  b,\n  c,\n  ]', [['b', 'b'], ['c', 'c']]], // prettier-ignore
    ['only the texts of a list', 'a: [1, b, true]', [['b', 'b']]],
  ])('%s', (_, properties, texts) => {
    expect(textsIn(properties)).toEqual(texts);
  });
});

describe('a text that can’t be rewritten in place is still found', () => {
  test.each([
    ['a block', 'a: >-\n  b', ['b']],
    ['an anchor', 'a: &x b', ['b']],
    ['an anchor at a list', 'a: &x\n  - b', ['b']],
    ['an anchor at an item', 'a: [&x b, c]', ['b', 'c']],
    ['an alias', 'a: [&x b, *x]', ['b', 'b']],
    ['a list in a list', 'a: [[b], c]', ['b', 'c']],
    ['a map in a list', 'a:\n  - b: c\n  - d', ['c', 'd']],
    ['a map', 'a:\n  b: c', ['c']],
    ['a text over lines in a list', 'a:\n  - b\n    c', ['b c']],
    ['escapes', 'a: ["b\\n"]', ['b\n']],
    ['a comment in a list', 'a:\n  - b # c\n', ['b']],
    ['a comment in brackets', 'a: [b, # c\n  d]', ['b', 'd']],
    ['a comment after brackets', 'a: [b] # c', ['b']],
  ])('%s', (_, properties, texts) => {
    expect(textsIn(properties)).toEqual(texts.map((text) => [text, null]));
  });

  test.each([
    ['a number', 'a: 1'],
    ['nothing', 'a:'],
    ['texts deep inside', 'a: [[[[[b]]]]]'],
  ])('none in %s', (_, properties) => {
    expect(textsIn(properties)).toEqual([]);
  });

  test('aliases that repeat without end are read up to a limit', () => {
    const text = '---\na: *x\n---\n';
    const property = readFrontMatter('---\na: b\n---\n', parse)?.records[0]?.[0];
    if (!property) throw new Error('no property');
    const value: unknown[] = Array(40).fill('b');
    value.push(...Array<unknown>(40).fill(value));
    expect(propertyTexts(text, { ...property, value, written: null })).toHaveLength(1_000);
  });
});

const words = fc.stringMatching(/^[a-zA-Z0-9:/.,#'" [\]{}-]{1,12}$/).filter((word) => word.trim() === word); // prettier-ignore
const quoted = words.map((word) => JSON.stringify(word));
const plain = fc.stringMatching(/^[a-z][a-z0-9:/.]{0,10}[a-z0-9]$/);
const single = words.map((word) => `'${word.replaceAll("'", "''")}'`);
const items = fc.array(fc.oneof(quoted, plain, single), { minLength: 1, maxLength: 5 });
const list = fc.oneof(
  items.map((each) => `a: [${each.join(', ')}]\nz: 1`),
  items.map((each) => `a:\n${each.map((item) => `  - ${item}`).join('\n')}\nz: 1`),
);

test('a rewritten item is the new text for an independent parser, and no other value changes', () => {
  let found = 0;
  fc.assert(
    fc.property(list, words, fc.nat(), (properties, insert, seed) => {
      const text = `---\n${properties}\n---\n`;
      const property = readFrontMatter(text, parse)?.records[0]?.[0];
      if (!property) return;
      const texts = propertyTexts(text, property).filter(({ written }) => written);
      const one = texts[seed % Math.max(1, texts.length)];
      const edit = one && rewriteValue(one, insert);
      if (!edit || one.item === null) return;
      found++;
      const before = parse(properties) as { readonly a: readonly unknown[] };
      const after = applyEdits(text, [edit]).slice(4, -5);
      const a = before.a.map((item, i) => (i === one.item ? insert : item));
      expect(parse(after)).toEqual({ a, z: 1 });
    }),
    { numRuns: 2_000 },
  );
  expect(found).toBeGreaterThan(500);
});
