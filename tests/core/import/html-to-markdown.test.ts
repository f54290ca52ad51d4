import { loadConverter, type HtmlToMarkdown } from '../../../src/core/import/html-to-markdown';

let toMarkdown: HtmlToMarkdown;

beforeAll(async () => {
  toMarkdown = await loadConverter();
});

const PROXY =
  'https://proxy-prod.omnivore-image-cache.app/0x0,sAbCdEfGhIjKlMnOpQrStUv_x-1234567890123456789/';

test.each([
  ['paragraphs', '<DIV class="page"><p>One</p><p>Two</p></DIV>', 'One\n\nTwo'],
  ['headings', '<h2>A tide</h2><p>b</p>', '## A tide\n\nb'],
  ['emphasis', '<p><b>b</b> <i>i</i> <del>d</del></p>', '**b** *i* ~~d~~'],
  ['lists', '<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>', '- a\n- b\n  - c'],
  ['a link', '<a href="https://a.example/x_y(1)">n</a>', '[n](https://a.example/x_y(1))'],
  ['a link with a space', '<a href="https://a.example/x y">n</a>', '[n](https://a.example/x%20y)'],
  ['an anchor of the page', '<a href="#fn">n</a>', 'n'],
  ['a script as a link', '<a href="javascript:alert(1)">n</a>', 'n'],
  ['a quote', '<blockquote><p>a</p><p>b</p></blockquote>', '> a\n>\n> b'],
  [
    'an image',
    '<img src="https://a.example/b.png" alt="A [b]">',
    '![A \\[b\\]](https://a.example/b.png)',
  ],
  [
    'a proxied image',
    `<img src="${PROXY}https://a.example/b.png">`,
    '![](https://a.example/b.png)',
  ],
  [
    'an image whose original is named',
    `<img src="${PROXY}data:image/svg+xml;utf8,x" data-omnivore-original-src="https://a.example/c.png">`,
    '![](https://a.example/c.png)',
  ],
  [
    'a proxied image in a link',
    `<a href="https://a.example"><img src="${PROXY}https://a.example/b.png"></a>`,
    '[![](https://a.example/b.png)](https://a.example)',
  ],
  [
    'a proxied image in a table',
    `<table><tr><th>a</th></tr><tr><td><img src="${PROXY}https://a.example/b.png"></td></tr></table>`,
    '| a                            |\n| ---------------------------- |\n| ![](https://a.example/b.png) |',
  ],
  ['a placeholder', '<p>a<img src="data:image/gif;base64,R0">b</p>', 'ab'],
  [
    'a frame',
    '<iframe src="https://v.example/1" title="Film"></iframe>',
    '[Film](https://v.example/1)',
  ],
  ['scripts and styles', '<p>a</p><script>b()</script><style>c</style><noscript>d</noscript>', 'a'],
  ['code', '<pre><code class="language-js">a\n  b</code></pre>', '```js\na\n  b\n```'],
  ['code with breaks', '<pre>a<br>b</pre>', '```\na\nb\n```'],
  ['code with a fence in it', '<pre>```\nx\n```</pre>', '````\n```\nx\n```\n````'],
  [
    'code that a plugin would run',
    '<pre><code class="language-dataviewjs">a</code></pre>',
    '```\na\n```',
  ],
  ['inline code', '<p>a <code>b_c</code></p>', 'a `b_c`'],
  ['an inline query', '<p><code>= this.file</code></p>', '\\= this.file'],
])('%s', (_name, html, markdown) => {
  expect(toMarkdown(html)).toBe(markdown);
});

test.each([
  ['an element', '&lt;script&gt;x&lt;/script&gt;', '\\<script>x\\</script>'],
  ['an embed', '![[a]]', '!\\[\\[a\\]\\]'],
  ['a tag', 'a #tag', 'a \\#tag'],
  ['a comment', '%%a%%', '\\%%a\\%%'],
  ['math', '$a$', '\\$a\\$'],
  ['an entity', '&amp;lt;', '\\&lt;'],
  ['a number that begins a line', '1. a', '1\\. a'],
  ['a year at the end of a sentence', 'In 1911. And', 'In 1911. And'],
  ['a dash that begins a line', '- a', '\\- a'],
  ['a URL', 'see https://a.example/b_c_d#e', 'see https://a.example/b_c_d#e'],
  ['a command of Templater', '&lt;% a %>', '\\< % a %>'],
  ['a shortcode of Hugo', '{{&lt; a >}}', '{{\\< a >}}'],
])('text stays text: %s', (_name, html, markdown) => {
  expect(toMarkdown(`<p>${html}</p>`)).toBe(markdown);
});

test('commands in code are broken, since Templater and Hugo read code too', () => {
  expect(toMarkdown('<pre>&lt;% a %> {{&lt; b >}} {{% c %}}</pre>')).toBe(
    '```\n< % a %> { {< b >}} { {% c %}}\n```',
  );
});

test('no page is refused for blanks', () => {
  const html = `<p>${' '.repeat(100_000)}a${'<br>'.repeat(5_000)}b</p>`;
  expect(toMarkdown(html)).toMatch(/^a/);
});
