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
    ['in angle brackets', `![a](<${A}>)`],
    ['proxied', `![a](${PROXY}${A})`],
    ['proxied and escaped', `![a](${(PROXY + A).replaceAll('/', '&#x2F;')})`],
    ['with brackets in its text', `![[*]](${A}) `],
    ['with an escaped bracket in its text', `![a \\] b](${A}) `],
    ['with code in its text', `![a \`]\` b](${A}) `],
    ['behind an escaped backslash', `\\\\![a](${A})`],
    ['in a fence that never ends', `\`\`\`\n![a](${A})`],
    ['HTML', `<img src="${A}">`],
    ['HTML with single quotes', `<IMG alt='a > b' src='${A}' />`],
    ['HTML without quotes', `<img src=${A} width=500 \\>`],
    ['HTML over lines', `<img\n  alt="x"\n  src="${A}"\n>`],
    ['a source', `<picture><source srcset="${A},"></picture>`],
  ])('%s', (_, body) => {
    expect(urlsIn(body)).toEqual([A]);
  });

  test.each([
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
    ['spaces in the URL', '![a](https://a.example.org/1 2.png)'],
    ['a tag that does not end', `<img src="${A}"`],
  ])('none in %s', (_, body) => {
    expect(urlsIn(body)).toEqual([]);
  });

  test('the largest file of a srcset is the image, with commas in and behind its URLs', () => {
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
  ])('the property %s', (_, property) => {
    expect(urlsIn('', `${ID}\n${property}`)).toEqual([A]);
  });

  test('no property that is no picture', () => {
    expect(urlsIn('', `${ID}\nurl: ${A}\nbanner: false\ncover:\n  - ${A}`)).toEqual([]);
  });

  test('a URL is read as Markdown does: escapes and entities, but not the names in a query', () => {
    expect(urlsIn('![](https://a.example.org/a\\_b?x=1&amp;y=2&copy=3&#39;)')).toEqual([
      "https://a.example.org/a_b?x=1&y=2&copy=3'",
    ]);
  });
});
