/** A family of texts that grow with `n` and are designed to be slow to read; about `n` characters each. */
export interface Family {
  readonly name: string;
  readonly text: (n: number) => string;
}

const PROXY = 'https://proxy-prod.omnivore-image-cache.app/0x0,s3xXYAesk0QkvbVYh9g5r4/';
const LINK = '[Read on Omnivore](https://omnivore.app/me/a-18e3d1a2b3c)';
const ID = 'id: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a';

const body = (content: string): string => `---\n${ID}\n---\n# A\n\n${LINK}\n\n${content}`;
const frontMatter = (lines: string): string => `---\n${ID}\n${lines}\n---\n${LINK}\n`;
const times = (piece: string, n: number): string => piece.repeat(Math.ceil(n / piece.length));

/** Runs of backticks of 1, 2, 3 … marks: no two of one length. */
function growingRuns(n: number): string {
  const most = Math.floor(Math.sqrt(2 * n));
  return Array.from({ length: most }, (_, i) => '`'.repeat(i + 1)).join(' ');
}

/** Each line is an alias to ten of the line before. */
function aliasBomb(n: number): string {
  const lines = ['a0: &a0 [x]'];
  for (let i = 1; i * 60 < Math.min(n, 12_000); i++) {
    lines.push(
      `a${i}: &a${i} [${Array(10)
        .fill(`*a${i - 1}`)
        .join(', ')}]`,
    );
  }
  return lines.join('\n') + times('\nk: "v"', n);
}

const numbered = (line: (i: number) => string, n: number): string =>
  Array.from({ length: Math.ceil(n / line(0).length) }, (_, i) => line(i)).join('\n');

/** Hostile bodies and front matters. */
export const FAMILIES: readonly Family[] = [
  { name: 'fences that are never closed', text: (n) => body(numbered((i) => `\`\`\`a${i}`, n)) },
  { name: 'fences of growing length', text: (n) => body(growingRuns(n).split(' ').join('a\n')) },
  { name: 'fences in quotes of their own', text: (n) => body(times('> ```\n\n', n)) },
  { name: 'fences in one long quote', text: (n) => body(times('> ```js\n', n)) },
  { name: 'list markers before a fence', text: (n) => body(times('- ', n) + '```') },
  { name: 'one line of growing runs of backticks', text: (n) => body(growingRuns(n)) },
  { name: 'pairs of backticks', text: (n) => body(times('`a` ', n)) },
  { name: 'escaped backticks', text: (n) => body(times('\\` ', n)) },
  { name: 'comment marks', text: (n) => body(times('%% ', n) + '%%') },
  { name: 'comment marks in their own paragraphs', text: (n) => body(times('a %% b\n\n', n)) },
  { name: 'math marks in their own paragraphs', text: (n) => body(times('a $$ b\n\n', n)) },
  { name: 'math marks alone on lines', text: (n) => body(times('$$\n', n)) },
  { name: 'comments that are never closed', text: (n) => body(times('<!-- ', n)) },
  { name: 'elements that are never closed', text: (n) => body(times('<pre <code ', n)) },
  { name: 'code of every kind in turn', text: (n) => body(times('%% $$ ` <!-- <pre\n\n', n)) },
  { name: 'quotes in a list, each with a fence', text: (n) => body(times('- > ```js\n', n)) },
  {
    name: 'nested lists with fences',
    text: (n) => body(`${times('- ', 60)}\`\`\`\n${times('\n', n)}`),
  },
  { name: 'tags without an end', text: (n) => body(times('a <b c="', n)) },
  { name: 'HTML blocks without an end', text: (n) => body(times('<pre>\n\n<!--\n\n<?\n\n', n)) },
  {
    name: 'elements over blank lines',
    text: (n) => body(times('<div><pre>\n\n```\n</pre>\n```\n', n)),
  },
  { name: 'rows of a table', text: (n) => body(`a | b\n--|--\n${times('` | `\n', n)}`) },
  { name: 'digits behind an escape', text: (n) => body(`a&#x2F;b\n\n3.${times('1415926535', n)}`) },
  {
    name: 'template links behind an escape',
    text: (n) => body(`a&#x2F;b\n\n${times('[Web](', n)}`),
  },
  {
    name: 'a site in an outline',
    text: (n) => `- [a](https://omnivore.app/me/a-18e3d1a2b3c)\n\tsite:: [${times('](a', n)}\n`,
  },
  { name: 'linked tags', text: (n) => `---\n${ID}\n---\n# A\n[[${times('/Tags/', n)}\n${LINK}\n` },
  {
    name: 'lines of a tab in front matter',
    text: (n) => frontMatter(`a: b\n${times('\t \n', n)}`),
  },
  {
    name: 'a single file of many ids, with the marker of the last',
    text: (n) => {
      const ids = Array.from({ length: n / 64 }, (_, i) => String(i).padStart(20, '0'));
      const records = ids.map((id) => `- id: "${id}"\n`).join('');
      return `---\n${records}---\n${times('word %%0000000000000 ', n / 2)}\n%%${ids.at(-1)}_start%%\n`;
    },
  },
  { name: 'brackets', text: (n) => body(times('[', n)) },
  {
    name: 'brackets before a URL',
    text: (n) => body(times('[a](https://omnivore.app/me/', n)),
  },
  { name: 'nested proxies', text: (n) => body(`![](${times(PROXY, n)}https://a.example/b.png)`) },
  { name: 'nested proxies without an original', text: (n) => body(times(PROXY, n)) },
  {
    name: 'proxies on one line',
    text: (n) => body(times(`![](${PROXY}https://a.example/b.png)`, n)),
  },
  { name: 'hosts without a URL', text: (n) => body(times('omnivore-image-cache.app', n)) },
  {
    name: 'heads without a host',
    text: (n) => body(times('https://a.', n) + 'omnivore-image-cache.app'),
  },
  { name: 'escaped ampersands', text: (n) => body(times('&amp;', n) + '#x2F;') },
  { name: 'escaped slashes', text: (n) => body(times('&#x2F;', n)) },
  { name: 'escaped slashes in escaped ones', text: (n) => body(times('&amp;#x2F; ', n)) },
  {
    name: 'escaped proxies',
    text: (n) => body(times(`${PROXY}https://a.b/c `.replaceAll('/', '&#x2F;'), n)),
  },
  { name: 'links to Omnivore on one line', text: (n) => body(times(`${LINK} `, n)) },
  {
    name: 'highlights on one line',
    text: (n) => body(times('[a](https://omnivore.app/me/a-1#0f8a9e3c) ^0f8a9e3c ', n)),
  },
  {
    name: 'highlights on lines',
    text: (n) => body(times('> [a](https://omnivore.app/me/a-1#0f8a9e3c) ^0f8a9e3c\n', n)),
  },
  {
    name: 'bare dates in the body',
    text: (n) => body(times('date_saved: 2024-03-14 08:21:56\n', n)),
  },
  {
    name: 'items of an outline',
    text: (n) => times('- [a](https://omnivore.app/me/a-18e3d1a2b3c)\n\tsite:: a\n', n),
  },
  { name: 'one line', text: (n) => body(times('word ', n)) },
  { name: 'blank lines', text: (n) => body(times('\n', n)) },
  { name: 'carriage returns', text: (n) => body(times('\r', n)) },
  { name: 'rules of three dashes and more', text: (n) => `---\n${times('--- a\n', n)}` },
  { name: 'keys', text: (n) => frontMatter(numbered((i) => `key${i}: value`, n)) },
  {
    name: 'keys that a whole parser reads',
    text: (n) => frontMatter(numbered((i) => `key${i}: [v] # c`, n)),
  },
  { name: 'one key many times', text: (n) => frontMatter(times('draft: true\n', n)) },
  {
    name: 'one key many times, with comments',
    text: (n) => frontMatter(times('draft: true\n# c\n', n)),
  },
  {
    name: 'dates in properties',
    text: (n) => frontMatter(times('date_saved: 2024-03-14 08:21:56\n', n)),
  },
  {
    name: 'a list of maps',
    text: (n) => `---\n${times('- id: x\n  draft: true\n', n)}---\n%%x_start%%\n`,
  },
  { name: 'records of a single file', text: singleFile },
  {
    name: 'records of a single file with one id',
    text: (n) =>
      `---\n${times(`- ${ID}\n`, n)}---\n${times('%%5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a_start%%\n', n)}`,
  },
  {
    name: 'links to articles without a label',
    text: (n) => body(times('](https://omnivore.app/me/a-18e3d1a2b3c)', n)),
  },
  { name: 'brackets in front matter', text: (n) => frontMatter(`a: ${times('[', n)}`) },
  { name: 'braces in front matter', text: (n) => frontMatter(`a: ${times('{a: ', n)}`) },
  { name: 'nested lists in front matter', text: (n) => frontMatter(`a:\n${times('- ', n)}x`) },
  { name: 'aliases of aliases', text: (n) => frontMatter(aliasBomb(n)) },
  { name: 'quotes in front matter', text: (n) => frontMatter(`a: ${times('"', n)}`) },
  { name: 'spaces after a key', text: (n) => frontMatter(`draft:${times(' ', n)}x`) },
  { name: 'a long date', text: (n) => frontMatter(`date_saved: ${times('2024-03-14 ', n)}`) },
  { name: 'a long block', text: (n) => frontMatter(`title: |\n${times('  line\n', n)}`) },
];

function singleFile(n: number): string {
  const ids = Array.from({ length: Math.ceil(n / 120) }, (_, i) => String(i).padStart(20, '0'));
  const list = ids.map((id) => `- id: "${id}"\n`).join('');
  const bodies = ids.map((id) => `%%${id}_start%%\n![](${PROXY}https://a.b/c)\n%%${id}_end%%\n`);
  return `---\n${list}---\n${bodies.join('')}`;
}
