import * as fc from 'fast-check';

/** Texts that are hard on a scanner: quotes, indicators of YAML and Markdown, replacement patterns, odd characters. */
const ODD_TEXTS = [
  ...['Title', 'a b', '', '0', '$&', '$1 $$', "it's", 'say "hi"', 'a: b', 'a #b', '#tag', 'x:'],
  ...['__proto__', 'constructor', 'null', 'true', '~', '1.10', '0123', '0x1F', '1e3', '-', '- a'],
  ...['\\', '\\n', 'tab\there', '[[Link|Name]]', '[a, b]', '{a: b}', '{{x}}', '&a', '*a', '!x'],
  ...['| x', '> x', '%', '@x', 'a,b', '? a', '--- a', '—', '标题 --- 维基百科', 'İstanbul ſ'],
  ...['😀𠮷', '\ud83d', '\ude00', '\ufffd', '\ufeff', '\u0085', '\u2028', '\u0000', '\u0007\u001b'],
  ...['&amp;', '&quot;Yes&quot;', 'a &#x2F; b', '&amp;#x2F;', '<b>', '`x`', '%%', '$$', '<!--'],
];

const anyUnit = fc.nat(0xffff).map((code) => String.fromCharCode(code));

/** A short text on one line, mostly odd. */
export const oddText: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...ODD_TEXTS) },
  { weight: 1, arbitrary: fc.string({ unit: anyUnit, maxLength: 6 }).map(onOneLine) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme-ascii', maxLength: 12 }) },
);

function onOneLine(text: string): string {
  return text.replace(/[\r\n]/g, ' ');
}

/** How a text's lines end. */
export const lineEnds: fc.Arbitrary<readonly string[]> = fc.oneof(
  { weight: 6, arbitrary: fc.constant(['\n']) },
  { weight: 3, arbitrary: fc.constant(['\r\n']) },
  { weight: 1, arbitrary: fc.constant(['\n', '\r\n', '\r\n']) },
);

/** The text with its line breaks replaced by the given ones, in turn. */
export function withLineEnds(text: string, ends: readonly string[]): string {
  let n = 0;
  return text.replace(/\r?\n/g, () => ends[n++ % ends.length] ?? '\n');
}
