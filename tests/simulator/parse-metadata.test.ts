import { parseMetadata } from './parse-metadata';
import { getFrontMatterInfo } from './front-matter';

test('front matter is what eemeli/yaml reads: dates stay strings', () => {
  const text = '---\ndate: 2024-03-14\nat: 2024-03-14 08:21:56\nn: 1\ntags: [a]\n---\nText';
  const { frontmatter, frontmatterPosition } = parseMetadata(text);
  expect(frontmatter).toEqual({ date: '2024-03-14', at: '2024-03-14 08:21:56', n: 1, tags: ['a'] });
  expect(frontmatterPosition).toEqual({
    start: { line: 0, col: 0, offset: 0 },
    end: { line: 5, col: 3, offset: text.indexOf('\nText') },
  });
});

test.each([
  ['broken YAML', '---\na: [1\n---\n'],
  ['a list', '---\n- a\n---\n'],
  ['a single word', '---\nword\n---\n'],
  ['no end', '---\na: 1\n'],
  ['not on the first line', '\n---\na: 1\n---\n'],
  ['nothing in it', '---\n---\n'],
])('front matter with %s is ignored', (_what, text) => {
  expect(parseMetadata(text)).toEqual({});
});

test.each([
  ['---\na: 1\n---\nb', { frontmatter: 'a: 1', from: 4, to: 8, contentStart: 13 }],
  ['---\r\na: 1\r\n---\r\nb', { frontmatter: 'a: 1', from: 5, to: 9, contentStart: 16 }],
  ['--- \na: 1\n--- ', { frontmatter: 'a: 1', from: 5, to: 9, contentStart: 14 }],
  ['---\n---\nb', { frontmatter: '', from: 4, to: 4, contentStart: 8 }],
])('the front matter of %j is found', (text, found) => {
  expect(getFrontMatterInfo(text)).toEqual({ exists: true, ...found });
});

test('a line that only begins with dashes ends nothing', () => {
  expect(getFrontMatterInfo('---\na: 1\n---more\n').exists).toBe(false);
});

test('tags, links, embeds and headings have their positions', () => {
  const text =
    '---\na: 1\n---\n# Head #one\n\n[[Note|shown]] ![[pic.png]] [x](b%20c.md) #two/three\n';
  const found = parseMetadata(text);
  expect(found.tags?.map(({ tag, position }) => [tag, position.start.offset])).toEqual([
    ['#one', text.indexOf('#one')],
    ['#two/three', text.indexOf('#two')],
  ]);
  expect(found.tags?.[1]?.position.start).toMatchObject({ line: 5 });
  expect(found.links?.map(({ link, displayText }) => [link, displayText])).toEqual([
    ['Note', 'shown'],
    ['b c.md', 'x'],
  ]);
  expect(found.embeds?.map(({ link }) => link)).toEqual(['pic.png']);
  expect(found.headings?.map(({ heading, level }) => [heading, level])).toEqual([['Head #one', 1]]);
});

test.each([
  ['a link to the web', '[x](https://omnivore.app/me/x)'],
  ['a fenced block', '```\n[[a]] #b\n# c\n```\n'],
  ['an unclosed fence', '~~~\n[[a]] #b\n'],
  ['code', '`[[a]] #b`'],
  ['a comment', '%%[[a]] #b%%'],
  ['a number', '#123'],
])('%s gives the cache nothing', (_what, text) => {
  expect(parseMetadata(text)).toEqual({});
});

test('links in properties have the path of their key', () => {
  const text = '---\nup: "[[A]]"\nrelated:\n  - "[[B|b]]"\n---\n';
  expect(parseMetadata(text).frontmatterLinks).toEqual([
    { key: 'up', link: 'A', original: '[[A]]', displayText: 'A' },
    { key: 'related.0', link: 'B', original: '[[B|b]]', displayText: 'b' },
  ]);
});
