import { dividePage } from '../../../src/core/import/divide-page';
import { loadConverter, type HtmlToMarkdown } from '../../../src/core/import/html-to-markdown';

let toMarkdown: HtmlToMarkdown;

beforeAll(async () => {
  toMarkdown = await loadConverter(() => Promise.resolve());
});

const SENTENCE = 'The tide clock on the wall has one hand, and nobody had oiled it since spring.';

function paragraphs(from: number, count: number): string {
  return Array.from({ length: count }, (_, i) => `<p>${from + i}: <b>${SENTENCE}</b></p>\n`).join(
    '',
  );
}

function expected(from: number, count: number): string {
  return Array.from({ length: count }, (_, i) => `${from + i}: **${SENTENCE}**`).join('\n\n');
}

test.each<[string, string, string]>([
  ['paragraphs', paragraphs(0, 400), expected(0, 400)],
  [
    'paragraphs in containers',
    `<div><section>${paragraphs(0, 200)}</section>${paragraphs(200, 200)}</div>`,
    expected(0, 400),
  ],
  [
    'text between containers',
    `before<div>${paragraphs(0, 200)}</div>after`,
    `before\n\n${expected(0, 200)}\n\nafter`,
  ],
  ['containers that are never closed', `<div><div>${paragraphs(0, 200)}`, expected(0, 200)],
  ['paragraphs that are never closed', paragraphs(0, 200).replaceAll('</p>', ''), expected(0, 200)],
  ['end tags without a start', `</div></b>${paragraphs(0, 200)}`, expected(0, 200)],
  ['signs that start no tag', `a < b ${paragraphs(0, 200)}`, `a \\< b\n\n${expected(0, 200)}`],
  ['a tag without an end', `${paragraphs(0, 200)}<p`, `${expected(0, 200)}\n\n\\<p`],
  ['a list of other elements', `<ul>${paragraphs(0, 200)}</ul>`, expected(0, 200)],
  [
    'containers in an element without an end',
    `<form><b></form><div>${paragraphs(0, 200)}</div>`,
    expected(0, 200),
  ],
  [
    'a quote with an empty paragraph',
    `<blockquote>${paragraphs(0, 200)}<p></p></blockquote>`,
    `> ${expected(0, 200).replaceAll('\n\n', '\n>\n> ')}`,
  ],
  ['a comment with tags', `<!-- <b> <div> -->${paragraphs(0, 200)}`, expected(0, 200)],
  ['a script with tags', `<script>"<b><div>"</script>${paragraphs(0, 200)}`, expected(0, 200)],
  ['a script without an end', `${paragraphs(0, 200)}<script>"<b>`, expected(0, 200)],
  ['a comment without an end', `${paragraphs(0, 200)}<!-- <b>`, `${expected(0, 200)}\n\n\\<!--`],
  [
    'a container in a link',
    `<a href="https://a.example"><div>x</div></a>${paragraphs(0, 200)}`,
    `[x](https://a.example)\n\n${expected(0, 200)}`,
  ],
])('a long page is converted completely and in order: %s', async (_, html, markdown) => {
  expect(await toMarkdown(html)).toBe(markdown);
});

test('a long list keeps its numbers', async () => {
  const items = Array.from({ length: 400 }, (_, i) => `<li>${i} ${SENTENCE}</li>`).join('');
  const lines = (await toMarkdown(`<ol>${items}</ol>`)).split('\n');
  expect(lines).toEqual(Array.from({ length: 400 }, (_, i) => `${i + 1}. ${i} ${SENTENCE}`));
  const bullets = (await toMarkdown(`<ul>${items}</ul>`)).split('\n');
  expect(bullets).toEqual(Array.from({ length: 400 }, (_, i) => `- ${i} ${SENTENCE}`));
});

test('a long quote stays a quote', async () => {
  const markdown = await toMarkdown(`<blockquote>${paragraphs(0, 200)}</blockquote>`);
  expect(markdown).toBe(`> ${expected(0, 200).replaceAll('\n\n', '\n>\n> ')}`);
});

test('long code stays one block', async () => {
  const code = `${SENTENCE}\n`.repeat(300);
  expect(await toMarkdown(`${paragraphs(0, 100)}<pre>${code}</pre>`)).toBe(
    `${expected(0, 100)}\n\n\`\`\`\n${code}\`\`\``,
  );
});

test('a long table stays one table', async () => {
  const rows = Array.from({ length: 200 }, (_, i) => `<tr><td>${i}</td><td>${SENTENCE}</td></tr>`);
  const lines = (await toMarkdown(`<table>${rows.join('')}</table>`)).split('\n');
  expect(lines.filter((line) => line.startsWith('|'))).toHaveLength(201);
});

test.each([
  ['a table', `<table><tr><td>${SENTENCE.repeat(4_000)}</td></tr></table>`],
  ['a list item', `<ul><li>${SENTENCE.repeat(4_000)}</li></ul>`],
  ['a list', `<ul>${`<li>${SENTENCE}</li>`.repeat(14_000)}</ul>`],
])('%s that would take many seconds is refused', async (_, html) => {
  await expect(toMarkdown(html)).rejects.toThrow('too long');
});

test('a page of 30 MB is divided into short pieces, and nothing is lost', () => {
  const html = `<div>${paragraphs(0, 300_000)}</div>`;
  expect(html.length).toBeGreaterThan(30_000_000);
  const pieces = [...dividePage(html, 8_192)].filter((piece) => piece.trim() !== '');
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(9_000);
  expect(`<div>${pieces.join('')}</div>`).toBe(html.replace(/\n<\/div>$/, '\n</div>'));
});

test('a long page is converted with a pause for every few kilobytes', async () => {
  let pauses = 0;
  const inTurns = await loadConverter(() => Promise.resolve(void pauses++));
  const html = `<div>${paragraphs(0, 2_000)}</div>`;
  expect(await inTurns(html)).toBe(expected(0, 2_000));
  expect(pauses).toBeGreaterThan(html.length / 9_000);
});

test.each([
  ['before the first block', `${'a <b>b</b> '.repeat(30_000)}`],
  ['in a list', `<ul>${`<li>${SENTENCE}</li>`.repeat(5_000)}</ul>`],
  ['in a quote', `<blockquote>${paragraphs(0, 2_000)}</blockquote>`],
])('pauses also %s', async (_, html) => {
  let pauses = 0;
  const inTurns = await loadConverter(() => Promise.resolve(void pauses++));
  await inTurns(html).catch(() => undefined);
  expect(pauses).toBeGreaterThan(0);
});

test('a paragraph of very many short texts takes linear time', async () => {
  const html = `<p>${'a <b>b</b> '.repeat(20_000)}</p>`;
  expect(await toMarkdown(html)).toBe('a **b** '.repeat(20_000).trim());
}, 30_000);

test('very many open elements don’t take more than linear time', () => {
  const html = '<b>'.repeat(200_000) + '</i>'.repeat(200_000);
  expect([...dividePage(html, 8_192)].join('')).toBe(html);
});
