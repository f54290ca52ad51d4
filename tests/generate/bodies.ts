import * as fc from 'fast-check';
import { omnivoreUrl, proxiedUrl } from './urls';
import { bareDateLine } from './dates';
import { oddText } from './texts';

/** A block of a body between blank lines; `code` is the part of it that no repair may touch, '' if it is prose. */
export interface Piece {
  readonly text: string;
  readonly code: string;
}

const prose = (text: string): Piece => ({ text, code: '' });

/** What repairs look for. */
const bait: fc.Arbitrary<string> = fc.oneof(
  proxiedUrl.map((url) => `![](${url})`),
  omnivoreUrl.map((url) => `[Read on Omnivore](${url})`),
  omnivoreUrl.map((url) => `> text [⤴️](${url}) ^0f8a9e3c`),
  bareDateLine,
  fc.constantFrom('draft: true', 'a &#x2F; b &amp;lt;', 'x'),
);

/** Prose that repairs may change, each way of writing seen in public vaults. */
const WAYS: readonly ((url: string, alt: string) => string)[] = [
  (url) => `![](${url}) `,
  (url, alt) => `![${alt}](${url} "Lv.41 (92%) \\| Exp")`,
  (url, alt) => `[![${alt}](${url})](https://a.example/b)`,
  (url) => `[\n\n![](${url})\n](https://a.example)`,
  (url) => `![a|180](${url})`,
  (url) => `| a | b |\n|---|---|\n| ![x\\|180](${url}) | \`c\` |`,
  (url) =>
    `<img data-omnivore-original-src="https://o.example/a.png" src="${url}" srcset="${url} 500w,${url} 1200w,">`,
  (url) => `<source srcset="${url},">`,
  (url, alt) => `${alt} ${url} ${alt}`,
  (url) => `<${url}>`,
  (url) => `> ![](${url})\n> ${url}`,
  (url) => `- item\n\t- ![](${url})`,
  (url) => `## Heading ![](${url})`,
  (url) => `==marked ![](${url})====more==`,
  (url, alt) => `![[${alt}]](${url})`,
  (url) => `[ref]: ${url} "title"`,
];
const prosePiece: fc.Arbitrary<Piece> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(fc.constantFrom(...WAYS), proxiedUrl, fc.constantFrom('', 'alt', '[[*]', 'a\nb'))
      .map(([write, url, alt]) => prose(write(url, alt))),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        omnivoreUrl,
        fc.constantFrom(
          '> a [⤴️](@)  ^0f8a9e3c',
          '> a [⤴️](@) #tag  ^0f8a9e3c\n\nnote',
          '[Read on Omnivore](@)',
          '- [Read on Omnivore](@)；',
          '[Omnivore](@) |  [Web](https://a.example)',
          '- [Source](https://a.example)\n- [Read on Omnivore](@)',
          '[](@)[🔗](@) @',
          '(@)',
        ),
      )
      .map(([url, line]) => prose(line.split('@').join(url))),
  },
  { weight: 1, arbitrary: bareDateLine.map(prose) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('## Highlights', '---', '# Full Content: ', 'draft: true', '> [!quote]')
      .map(prose),
  },
);

/** Openers that nothing closes: what follows is prose to the repairs. Their info strings keep them from closing anything. */
const unclosedPiece: fc.Arbitrary<Piece> = fc
  .tuple(
    fc.constantFrom('`````unclosed', '> ```js', '~~~~~~ a', '- `````unclosed', 'a ` b', 'a `` b'),
    bait,
  )
  .map(([opener, inner]) =>
    prose(`${opener}\n${opener.startsWith('>') ? '> ' : ''}${inner.replaceAll('`', '')}`),
  );

/** `@` is replaced by a line with bait. */
const CODE: readonly (readonly [before: string, code: string, after: string])[] = [
  ['', '```\n@\n```', ''],
  ['', '```js\n@\n\n@\n````', ''],
  ['', '~~~~\n```\n@\n~~~~', ''],
  ['no list\n\n   ', '```\n@\n  ```', ''],
  ['> ', '```\n> @\n> ```', ''],
  ['- item\n\n  ', '```\n  @\n  ```', '\n\n  more'],
  ['1. ', '```\n   @\n   ```', ''],
  ['a ', '`@`', ' b'],
  ['a ', '`` @ ` ``', ''],
  ['', '<!-- @ -->', ''],
  ['', '<!--\n@\n\n@\n-->', ''],
  ['', '%% @ %%', ''],
  ['', '%%\n@\n\n@\n%%', ''],
  ['a ', '%%@%%', ' b'],
  ['a ', '$$ @ $$', ' b'],
  ['', '$$\n@\n$$', ''],
  ['', '<pre>\n@\n</pre>', ''],
  ['a ', '<code>@</code>', ''],
];

const codePiece: fc.Arbitrary<Piece> = fc
  .tuple(fc.constantFrom(...CODE), bait, fc.nat(9999))
  .map(([[before, code, after], inner, n]) => {
    const filled = code.split('@').join(`${inner.replaceAll('`', '')} ${n}`);
    return { text: before + filled + after, code: filled };
  });

/** What no label could be put on: closers without openers, odd texts, nested openers. */
const wildPiece: fc.Arbitrary<Piece> = fc
  .tuple(
    fc.constantFrom(
      '```',
      '````',
      '~~~',
      '`',
      '``',
      '%%',
      '$$',
      '<!--',
      '-->',
      '<pre>',
      '</pre>',
      '> ```',
      '\\`',
      '',
    ),
    fc.oneof(bait, oddText),
    fc.constantFrom('', '```', '%%', '`', '\n```', ' $$', '\n> ```', '</code>'),
  )
  .map(([opener, inner, closer]) => prose(`${opener}\n${inner}${closer}`));

/** How a container marks its first line and those that follow. */
const CONTAINERS: readonly (readonly [first: string, rest: string])[] = [
  ['> ', '> '],
  ['> ', ''],
  ['- ', '  '],
  ['* ', ''],
  ['1. ', '   '],
  ['\t- ', '\t  '],
  ['> - ', '>   '],
  ['- > ', '  > '],
  ['> [!quote] ', '> '],
  ['- [ ] ', '      '],
];

function contained(piece: fc.Arbitrary<Piece>): fc.Arbitrary<Piece> {
  return fc.tuple(fc.constantFrom(...CONTAINERS), piece).map(([[first, rest], { text }]) =>
    prose(
      text
        .split('\n')
        .map((line, i) => (i === 0 ? first : rest) + line)
        .join('\n'),
    ),
  );
}

/** Delimiters that nothing answers, in the midst of words. */
const strayPiece: fc.Arbitrary<Piece> = fc
  .tuple(
    fc.constantFrom('`', '``', '```', '~~~', '%%', '%%%%', '$$', '$', '<!--', '-->', '<pre>', '<'),
    bait,
    fc.constantFrom(' ', '\n', '\n\n', ' x '),
    bait,
  )
  .map(([mark, before, between, after]) => prose(`a ${mark} ${before}${between}${after}`));

/** Blocks whose code is known. */
export const labelledPieces: fc.Arbitrary<readonly Piece[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: codePiece },
    { weight: 3, arbitrary: prosePiece },
    { weight: 1, arbitrary: unclosedPiece },
  ),
  { minLength: 1, maxLength: 6 },
);

/** Blocks of any kind. */
export const anyPieces: fc.Arbitrary<readonly Piece[]> = fc.array(
  fc.oneof(
    { weight: 1, arbitrary: codePiece },
    { weight: 5, arbitrary: prosePiece },
    { weight: 1, arbitrary: unclosedPiece },
    { weight: 1, arbitrary: wildPiece },
    { weight: 1, arbitrary: strayPiece },
    { weight: 1, arbitrary: contained(codePiece) },
    { weight: 2, arbitrary: contained(prosePiece) },
    { weight: 1, arbitrary: oddText.map(prose) },
  ),
  { maxLength: 6 },
);

const LINK_LINES = [
  '[Read on Omnivore](@)\n[Read Original](https://example.com/a)',
  '[Read on Omnivore](@)\n\n[Read Original](https://example.com/$&?a=b)',
  '- [Read on Omnivore](@)；\n- [Read Original](https://example.com/a)；',
  '[Omnivore](@) |  [Web](https://example.com/a)',
  '[Read on Omnivore](@)',
  '#Omnivore [Read Original](https://omnivore.app/attachments/x)',
];

/** What a template writes at the head. */
export const header: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('# Title\n#Omnivore\n', '#Omnivore\n', '', '# A &#x2F; B\n\n', '# $& 😀\n'),
    fc.constantFrom(...LINK_LINES),
    omnivoreUrl,
    fc.array(bareDateLine, { maxLength: 2 }),
  )
  .map(([title, links, url, lines]) =>
    [title, links.split('@').join(url.split('#')[0]), ...lines, ''].join('\n'),
  );
