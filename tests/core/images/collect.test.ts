import { parse } from 'yaml';
import { remoteImages } from '../../../src/core/images/collect';
import { parseNote } from '../../../src/core/markdown/note';
import { articleIn, ID, noteOf, ORIGINAL, READ } from '../omnivore/note-of';

const PROXY =
  'https://proxy-prod.omnivore-image-cache.app/0x0,s3xXYpQ0vT9xWz1YbN4mL7pRs0aUcEgHiJkOqXdFtVu2/';
const A = 'https://a.example.org/1.png';

function urlsIn(body: string, properties = ID): readonly string[] {
  const text = noteOf(properties, `${READ}\n${ORIGINAL}\n\n${body}`);
  return remoteImages(parseNote(text, parse), articleIn(text)).map(({ url }) => url);
}

describe('the remote images of an article', () => {
  test.each([
    ['plain', `![](${A})`],
    ['with text', `![a tide table](${A})`],
    ['with a size', `![a|300](${A})`],
    ['with a title', `![a](${A} "Low \\"water\\"")`],
    ['with a title on the next line', `![a](${A}\n'low')`],
    ['in a link', `[![a](${A})](https://a.example.org)`],
    ['in a link over several lines', `[\n\n![a](${A})\n](https://a.example.org)`],
    ['in a table', `| a | b |\n|---|---|\n| ![x](${A} "Lv. 1 \\| 2") | c |`],
    ['in a quote', `> text\n> ![a\n> b](${A})`],
    ['with a title in parentheses', `![a](${A} (low \\) water))`],
    ['in angle brackets', `![a](<${A}>)`],
    ['in angle brackets with an escape', `![a](<${A.replace('.png', '\\.png')}>)`],
    ['with an escape in its URL', `![a](${A.replace('.png', '\\.png')})`],
    ['with decimal entities in its URL', `![a](${A.replaceAll('/', '&#47;')})`],
    ['on two lines', `![a](\n${A}\n)`],
    ['HTML with an attribute without a value', `<img hidden src = "${A}">`],
    ['proxied', `![a](${PROXY}${A})`],
    ['proxied and escaped', `![a](${(PROXY + A).replaceAll('/', '&#x2F;')})`],
    ['with brackets in its text', `![[*]](${A}) `],
    ['with an escaped bracket in its text', `![a \\] b](${A}) `],
    ['with code in its text', `![a \`]\` b](${A}) `],
    ['after an escaped backslash', `\\\\![a](${A})`],
    ['in a fence that never ends', `\`\`\`\n![a](${A})`],
    ['with a label', `![a][tide]\n\n[Tide]: ${A}`],
    ['with its text as the label', `![tide\n table][] \n\n[tide table]: <${A}> "Low"`],
    ['with a label in a quote', `> ![tide]\n>\n> [tide]: ${PROXY}${A} (Low)`],
    ['with a label in a link', `[![a][tide]](https://b.example.org)\n\n[tide]: ${A}\n`],
    ['HTML', `<img src="${A}">`],
    ['HTML with single quotes', `<IMG alt='a > b' src='${A}' />`],
    ['HTML without quotes', `<img src=${A} width=500 \\>`],
    ['HTML over lines', `<img\n  alt="x"\n  src="${A}"\n>`],
    ['a source', `<picture><source srcset="${A},"></picture>`],
  ])('%s', (_, body) => {
    expect(urlsIn(body)).toEqual([A]);
  });

  test.each([
    ['a definition without an image', `[tide]\n\n[tide]: ${A}`],
    ['a label without a definition', `![a][tide]\n\n[tides]: ${A}`],
    ['a definition in a paragraph', `![a][tide]\ntext\n[tide]: ${A}`],
    ['a definition in code', `![a][tide]\n\n\`\`\`\n[tide]: ${A}\n\`\`\``],
    ['an indented definition', `![a][tide]\n\n    [tide]: ${A}`],
    ['a definition with more text', `![a][tide]\n\n[tide]: ${A} more`],
    ['a footnote', `![a][^1]\n\n[^1]: ${A}`],
    ['an escaped label', `\\![a][tide]\n\n[tide]: ${A}`],
    ['inline code', `\`![a](${A})\``],
    ['a fence', `\`\`\`\n![a](${A})\n\`\`\``],
    ['a comment', `<!-- ![a](${A}) -->`],
    ['a comment of Obsidian', `%%\n![a](${A})\n%%`],
    ['HTML in a comment', `<!-- <img src="${A}"> -->`],
    ['math', `$$\n![a](${A})\n$$`],
    ['an escaped mark', `\\![a](${A})`],
    ['a link', `[a](${A})`],
    ['a file of the vault', '![a](attachments/1.png)'],
    ['an embed', '![[1.png]]'],
    ['a data URL', '![a](data:image/png;base64,AAAA)'],
    ['another scheme', '![a](ftp://a.example.org/1.png)'],
    ['no host', '![a](https:///1.png)'],
    ['text between the brackets and a heading', `![a\n# b](${A})`],
    ['a blank line', `![a\n\nb](${A})`],
    ['a blank line before the URL', `![a](\n\n${A})`],
    ['a blank line after the URL', `![a](${A}\n\n)`],
    ['a heading after the URL', `![a](${A}\n# b\n)`],
    ['text that ends in its brackets', '![a'],
    ['brackets without a URL', '![a]'],
    ['parentheses without a URL', '![a]()'],
    ['parentheses that do not close', `![a](${A}`],
    ['angle brackets that do not close', `![a](<${A}`],
    ['a line break in angle brackets', `![a](<${A}\nb>)`],
    ['a title that does not close', `![a](${A} "low`],
    ['a title without a space before it', `![a](<${A}>"low")`],
    ['text after the title', `![a](${A} "low" water)`],
    ['parentheses in a title in parentheses', `![a](${A} (low (water)))`],
    ['a blank line in a title', `![a](${A} "low\n\nwater")`],
    ['too many parentheses', `![a](${A}${'('.repeat(40)}${')'.repeat(40)})`],
    ['parentheses that stay open', `![a](${A}(b )`],
    ['an image of two lines in a heading', `# ![a\nb](${A})`],
    ['HTML whose value does not end', `<img src="${A}>`],
    ['HTML with a tag inside', `<img src="${A}" <b>`],
    ['HTML with a blank line', `<img src="${A}"\n\n>`],
    ['HTML without an image', '<img alt="a">'],
    ['HTML whose srcset is empty', '<img srcset="">'],
    ['a null character in the URL', '![a](https:&#0;/1.png)'],
    ['spaces in the URL', '![a](https://a.example.org/1 2.png)'],
    ['a tag that does not end', `<img src="${A}"`],
  ])('none in %s', (_, body) => {
    expect(urlsIn(body)).toEqual([]);
  });

  test('the largest file of a srcset is the image, with commas in and after its URLs', () => {
    const [small, large] = [`${A}?w=1,2`, `${A}?w=3,4`];
    const tag = `<img src="${A}" srcset="${PROXY}${small} 500w,${PROXY}${large} 1200w,">`;
    expect(urlsIn(tag)).toEqual([large]);
    expect(urlsIn(`<img srcset="${A}?1 1x, ${A}?2 2x">`)).toEqual([`${A}?2`]);
  });

  test('all of several, in order, and none within the text of another', () => {
    const body = `![outer ![inner](https://b.example.org)](${A}) <img src="${A}?2"> ![](${A}?3)`;
    expect(urlsIn(body)).toEqual([A, `${A}?2`, `${A}?3`]);
  });

  test.each([
    ['image', `image: ${A}`],
    ['Cover', `Cover: "${A}"`],
    ['cover_image', `cover_image: '${PROXY}${A}'`],
    ['of a list', `cover:\n  - ${A}`],
    ['of a list in brackets', `images: [x, "${PROXY}${A}"]`],
    ['in a block', `cover: >-\n  ${A}`],
    ['with an anchor', `cover: &c ${A}`],
  ])('the property %s', (_, property) => {
    expect(urlsIn('', `${ID}\n${property}`)).toEqual([A]);
  });

  test('no property except pictures', () => {
    expect(urlsIn('', `${ID}\nurl: ${A}\nbanner: false\nurls:\n  - ${A}`)).toEqual([]);
  });

  test('a URL is read as Markdown does: escapes and entities, but not the names in a query', () => {
    expect(urlsIn('![](https://a.example.org/a\\_b?x=1&amp;y=2&copy=3&#39;)')).toEqual([
      "https://a.example.org/a_b?x=1&y=2&copy=3'",
    ]);
  });
});
