import { parse } from 'yaml';
import { readScalar, writeScalar } from '../../../../src/core/markdown/front-matter/scalar';

test.each([
  ['', null],
  ['~', null],
  ['null', null],
  ['NULL', null],
  ['true', true],
  ['False', false],
  ['yes', 'yes'],
  ['12', 12],
  ['0123', 123],
  ['1.10', 1.1],
  ['1e3', 1000],
  ['0o17', 15],
  ['0x1F', 31],
  ['2024-03-14', '2024-03-14'],
  ['2024-03-14 08:21:56', '2024-03-14 08:21:56'],
  ['word', 'word'],
  ['two words', 'two words'],
  ['ein Gruß', 'ein Gruß'],
  ['月', '月'],
  ['a:b', 'a:b'],
  ['a#b', 'a#b'],
  ['"a: b"', 'a: b'],
  ["'a # b'", 'a # b'],
  ['""', ''],
  ["''", ''],
])('%s is read as a YAML parser reads it', (slice, value) => {
  expect(readScalar(slice)).toEqual({ value });
  expect(parse(`key: ${slice}`)).toEqual({ key: value });
});

test.each([
  '"',
  '"a',
  '"a"b"',
  '"a\\n"',
  "'it''s'",
  "'a",
  '[a]',
  '{a: b}',
  '- a',
  '-1',
  '&a b',
  '*a',
  '!tag a',
  '| ',
  '@a',
  'a: b',
  'a #b',
  'a:',
  '.5',
])('%s needs a full parser', (slice) => {
  expect(readScalar(slice)).toBeNull();
});

test.each([
  ['word', 'plain', 'word'],
  ['true', 'plain', '"true"'],
  ['12', 'plain', '"12"'],
  ['a: b', 'plain', '"a: b"'],
  ['it’s "so"', 'double', '"it’s \\"so\\""'],
  ["it's", 'single', "'it''s'"],
  ['a\nb', 'plain', 'a\nb'],
] as const)('%j is written in quotes of the kind %s as %s', (value, quoting, written) => {
  expect(writeScalar(value, quoting)).toBe(written);
});
