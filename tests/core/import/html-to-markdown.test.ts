import { loadConverter, type HtmlToMarkdown } from '../../../src/core/import/html-to-markdown';

let toMarkdown: HtmlToMarkdown;

beforeAll(async () => {
  toMarkdown = await loadConverter(() => Promise.resolve());
});

const PROXY =
  'https://proxy-prod.omnivore-image-cache.app/0x0,sAbCdEfGhIjKlMnOpQrStUv_x-1234567890123456789/';

test.each([
  ['paragraphs', '<DIV class="page"><p>One</p><p>Two</p></DIV>', 'One\n\nTwo'],
  ['headings', '<h2>A tide</h2><p>b</p>', '## A tide\n\nb'],
  ['emphasis', '<p><b>b</b> <i>i</i> <del>d</del></p>', '**b** *i* ~~d~~'],
  ['lists', '<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>', '- a\n- b\n  - c'],
  ['a link', '<a href="https://a.example/x_y(1)">n</a>', '[n](https://a.example/x_y(1))'],
  ['a URL in the text, in any case', 'HTTPS://a.example/x_y_z', 'HTTPS://a.example/x_y_z'],
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
  [
    'an image with a title',
    '<img src="https://a.example/1.png" title=\'a "b"\'>',
    '![](https://a.example/1.png "a \\"b\\"")',
  ],
  [
    'a link with a title',
    '<a href="https://a.example" title="t">n</a>',
    '[n](https://a.example "t")',
  ],
  [
    'a URL with signs of Obsidian',
    '<a href="https://a.example/%%x[[y z">n</a>',
    '[n](https://a.example/%25%25x%5B%5By%20z)',
  ],
  [
    'media without a title',
    '<iframe src="https://a.example/v"></iframe>',
    '[Media](https://a.example/v)',
  ],
  ['media without a URL', '<p>a</p><video></video>', 'a'],
  ['empty code', '<p>a <code> </code></p><pre> </pre>', 'a'],
  ['code of backticks', '<p><code>`a`</code></p>', '`` `a` ``'],
  ['code with an empty element', '<pre><b></b>a</pre>', '```\na\n```'],
  ['inline code', '<p>a <code>b_c</code></p>', 'a `b_c`'],
  ['an inline query', '<p><code>= this.file</code></p>', '\\= this.file'],
])('%s', async (_name, html, markdown) => {
  expect(await toMarkdown(html)).toBe(markdown);
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
])('text stays text: %s', async (_name, html, markdown) => {
  expect(await toMarkdown(`<p>${html}</p>`)).toBe(markdown);
});

test('commands in code are broken, because Templater and Hugo read code too', async () => {
  expect(await toMarkdown('<pre>&lt;% a %> {{&lt; b >}} {{% c %}}</pre>')).toBe(
    '```\n< % a %> { {< b >}} { {% c %}}\n```',
  );
});

test('no page is refused for spaces', async () => {
  const html = `<p>${' '.repeat(100_000)}a${'<br>'.repeat(5_000)}b</p>`;
  expect(await toMarkdown(html)).toMatch(/^a/);
});
