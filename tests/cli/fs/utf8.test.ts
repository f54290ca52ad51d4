import { decodeNote, encodeNote } from '../../../src/cli/fs/utf8.mts';

test.each([
  '',
  'plain',
  'é',
  '“quoted” — text',
  '拉面之旅',
  '🏮 𝒜',
  '\ufeff# A note',
  'a\0b\r\n',
  '\u{10ffff}\ufffd',
])('%j is decoded to the same text', (text) => {
  expect(decodeNote(Buffer.from(text))).toEqual({ kind: 'text', text });
});

test.each([
  '',
  'a',
  '拉面之旅',
  'x\ud83cy',
  'e'.repeat(90_000),
  '字'.repeat(87_381),
  '字'.repeat(87_382),
])('a text is encoded to the same bytes', (text) => {
  const bytes = encodeNote(text);
  encodeNote('another text');
  expect(bytes.equals(Buffer.from(text))).toBe(true);
});

test.each([
  ['a byte that never occurs', [0x61, 0xff]],
  ['a character that is cut off', [0x61, 0xe6, 0x8b]],
  ['a character written with too many bytes', [0xc0, 0xaf]],
  ['half of a surrogate pair', [0xed, 0xa0, 0x80]],
])('%s is not UTF-8, and shown as a replacement character', (_, bytes) => {
  const read = decodeNote(Buffer.from(bytes));
  expect(read.kind).toBe('invalid-utf8');
  expect(read.text).toContain('\ufffd');
});
