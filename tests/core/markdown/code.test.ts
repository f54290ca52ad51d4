import { codeRanges } from '../../../src/core/markdown/code';

/** What is code in a text whose code is written between ⟦ and ⟧, and what may be prose between ⟪ and ⟫. */
function marked(text: string, from = 0): string {
  let result = '';
  let at = 0;
  for (const { from: start, to, doubtful } of codeRanges(text, from)) {
    const [open, close] = doubtful ? ['⟪', '⟫'] : ['⟦', '⟧'];
    result += text.slice(at, start) + open + text.slice(start, to) + close;
    at = to;
  }
  return result + text.slice(at);
}

/** Each text is written as it must be found: the marks are removed, and must be found again. */
function check(written: string): void {
  expect(marked(written.replace(/[⟦⟧⟪⟫]/g, ''))).toBe(written);
}

describe('fences', () => {
  test.each([
    ['of backticks', 'a\n⟦```js\ncode\n```⟧\nb'],
    ['of tildes, with backticks inside', '⟦~~~ js `x`\n```\n~~~⟧\nb'],
    ['closed by a longer one', '⟦```\ncode\n`````  ⟧\nb'],
    ['not closed by a shorter one', '⟦````\n```\ncode\n````⟧\nb'],
    ['not closed by one of the other kind', '⟦```\n~~~\ncode\n```⟧\nb'],
    ['with CRLF', 'a\r\n⟦```\r\ncode\r\n```⟧\r\nb\r\n'],
    ['indented by up to three', '   ⟦```\ncode\n  ```⟧\nb'],
    ['right after a paragraph, with a stray backtick in it', 'a ` b\n⟦```\n`x\n```⟧\nc'],
    ['with nothing inside', '⟦```\n```⟧\nb'],
    ['at the end of the text', 'a\n\n⟦```\ncode\n```⟧'],
    ['one after the other', '⟦```\na\n```⟧\n\n⟦```\nb\n```⟧\n'],
    [
      'with an info string that contains a backtick: none',
      '⟦```js ` x\ncode\n```⟧ y'.replace(/[⟦⟧]/g, ''),
    ],
  ])('%s', (_, text) => check(text));

  test.each([
    ['in a quote', '> ⟦```\n> code\n> ```⟧\nb'],
    ['in a quote without spaces', '>⟦```\n>code\n>```⟧\nb'],
    ['in a callout', '> [!note] Title\n> ⟦```\n> code\n> ```⟧\n'],
    ['in a list item', '- ⟦```js\n  code\n  ```⟧\n- b'],
    ['in an item of a numbered list', '1. a\n\n   ⟦```js\n   code\n   ```⟧\n2. b'],
    ['in an outline with tabs', '- a\n\t- b\n\t  ⟦```js\n\t  code\n\t  ```⟧\n\t- c'],
    ['in a quote in a list', '- > ⟦```\n  > code\n  > ```⟧\n'],
    ['in a footnote', '[^1]: Text\n\n    ⟦```\n    code\n    ```⟧\n'],
    ['after an empty bullet', '-\n  ⟦```\n  code\n  ```⟧\n'],
    ['with less indentation than a tab has columns', ' -\ta\n\n    ⟦```\n    code\n    ```⟧\n'],
  ])('%s', (_, text) => check(text));

  test.each([
    ['to the end of the text', '```js\ntext\n\nmore text\n'],
    ['to the end of its quote', '> ```\n> text\n\n```js\ntext'],
    ['closed outside of its quote only', '> ```\n> text\n```\ntext'],
    ['closed outside of its list item only', '* ```js\n\ntext\n'],
    ['closed inside of a quote only', '```\ntext\n> ```\n'],
    ['closed with too few', '`````\ntext\n```\n'],
    ['closed by what has an info string', '```\ntext\n``` js\n'],
    ['closed with too much indentation', '```\ntext\n\n    ```\n'],
  ])('that are never closed have swallowed text: %s', (_, text) => check(text));

  test('an unclosed fence in a list leaves the next pair whole', () => {
    check('* ```js\n\nSo far the list.\n\n⟦```\ncode\n```⟧\n');
  });

  test('text in an unclosed fence ends with its quote', () => {
    check('> ```\n> a ` b\nc ` d');
    check('> ```\n> a\n<i>\n`x`');
  });

  test.each([
    [
      'blocks of equal length inside each other',
      '⟪```applescript\n```dataview\nTABLE\n```⟫\n\n⟪```\ntext\n\n```applescript\n```dataview\nLIST\n```⟫\n\n```\n\nend',
    ],
    ['a block that was never closed', '⟪```\ncode\n\ntext\n\n```js\ncode\n```⟫\ntext'],
    ['a longer block shows shorter ones', '⟦````md\n```js\ncode\n```\n````⟧'],
    ['a block of tildes shows one of backticks', '⟦~~~md\n```js\ncode\n```\n~~~⟧'],
  ])('pairs that may be off: %s', (_, text) => check(text));
});

describe('indentation alone', () => {
  test.each([
    ['is not code', 'Text:\n\n    text\n\n\ttext\n'],
    ['may hold a fence of its own', 'Text:\n\n    ⟦```\n    code\n    ```⟧\n\ntext'],
    ['may hold inline code', '\t- `⟧x`\n'.replace('`⟧x`', '⟦`x`⟧')],
    ['opens nothing that a line at the margin closes', '    ```\n\ntext\n\n⟦```\ncode\n```⟧\n'],
    ['contains no paragraph that continues at the margin', '\ta ` b\nc ` d'],
    ['continues a paragraph', 'a `⟧b\n    c` d'.replace('`⟧b\n    c`', '⟦`b\n    c`⟧')],
    ['in an item with much space', '-      a ` b\n\n  c ` d'],
  ])('%s', (_, text) => check(text));
});

describe('inline code', () => {
  test.each([
    ['of one backtick', 'a ⟦`b`⟧ c'],
    ['of two, with one inside', 'a ⟦`` b ` c ``⟧ d'],
    ['over two lines', 'a ⟦`b\nc`⟧ d'],
    ['over two lines of a quote', '> a ⟦`b\n> c`⟧ d'],
    ['over a lazy line', '> a ⟦`b\nc`⟧ d'],
    ['after an escaped backtick', 'a \\` ⟦`b`⟧ c'],
    ['a backslash inside escapes nothing', 'a ⟦`b\\`⟧ c` d'],
    ['after an escaped backslash', 'a \\\\⟦`b`⟧'],
    ['in a heading', '# a ⟦`b`⟧'],
    ['in cells', '| a | b |\n|---|---|\n| ⟦`a`⟧ | ⟦`b`⟧ |'],
    ['that is not a tag', 'a ⟦`<pre>`⟧ b\n\nc </pre>'],
  ])('%s', (_, text) => check(text));

  test.each([
    ['a paragraph', 'a ` b\n\nc ` d'],
    ['a list item', '- a ` b\n- c ` d'],
    ['a numbered item', '1. a ` b\n2. c ` d'],
    ['a heading', '## a ` b\nc ` d'],
    ['a heading by underline', 'a ` b\n===\nc ` d'],
    ['a rule', 'a ` b\n***\nc ` d'],
    ['a quote', '> a ` b\n\nc ` d'],
    ['a cell', '| a ` b | c ` d |\n|---|---|\n| e ` f | g ` h |'],
    ['a row', 'a ` b | c\n--|--\nd ` e | f'],
    ['a paragraph before a fence', 'a ` b\n⟦```\nc\n```⟧\nd ` e'],
    ['a paragraph before HTML', 'a ` b\n<div>\nc ` d\n</div>'],
    ['a line of a table only if it has as many columns', 'a | ⟦`b\n-|-|-\nc`⟧'],
    ['an autolink', '<ftp:a`b> c ` d'],
    ['a tag', '<a href="`">b</a> ` c'],
    ['a paragraph above a list that starts at 1', 'a ` b\n1. c ` d'],
  ])('ends with %s', (_, text) => check(text));

  test.each([
    ['a number other than 1', 'a ⟦`b\n2. c`⟧'],
    ['an empty bullet', 'a ⟦`b\n*\nc`⟧'],
    ['a tag alone on its line', 'a ⟦`b\n<i>\nc`⟧'],
    ['a number of ten digits', 'a ⟦`b\n1234567890. c`⟧'],
    ['a bullet without a space', 'a ⟦`b\n-c`⟧'],
    ['a hash without a space', 'a ⟦`b\n#c`⟧'],
  ])('continues after %s', (_, text) => check(text));
});

describe('HTML', () => {
  test.each([
    ['pre', '⟦<pre>\n\ncode\n</pre>⟧\ntext'],
    ['PRE', '⟦<PRE class="x"><CODE>code</CODE></PRE>⟧\ntext'],
    ['script', '⟦<script>\nx\n\ny\n</script>⟧ text'],
    ['style', '⟦<style>x</style>⟧'],
    ['textarea', '⟦<textarea>\nx\n</textarea>⟧'],
    ['a comment', '⟦<!-- a\n\nb -->⟧ text'],
    ['an empty comment', '⟦<!-->⟧ text -->'],
    ['a comment in a paragraph', 'a ⟦<!-- b\nc -->⟧ d'],
    ['code in a paragraph', 'a ⟦<code>b</code>⟧ c'],
    ['code in a line of HTML', '<p>a ⟦<code>b</code>⟧ c <pre-view> <codex></p>'],
    ['elements one after the other', '<div>⟦<pre>a</pre>⟧ b ⟦<PRE>c</PRE>⟧</div>'],
    ['a comment in HTML', '<div>\n⟦<!-- a -->⟧ b\n</div>'],
    ['pre in a quote', '> ⟦<pre>\n> code\n> </pre>⟧\n'],
  ])('is code in %s', (_, text) => check(text));

  test.each([
    ['other elements', '<DIV id="readability-content"><p>a ` b</p>\n```\nc\n```\n</DIV>\n'],
    ['elements with longer names', '<preview-card>\na\n</preview-card>\n\nb </pre>'],
    ['elements named in a sentence', 'The <pre> element\n\n⟦```html\n<pre></pre>\n```⟧'],
    ['comments named in a sentence', 'It starts with <!-- and\n\n⟦```html\nends with -->\n```⟧'],
    ['elements without an end', '<pre>\ntext\n\ntext'],
    ['comments without an end', '<!-- text\n\ntext'],
    ['instructions and declarations', '<?php ` ?>\n\n<!DOCTYPE ` x>\n\n<![CDATA[ ` ]]>\n\na ` b'],
    ['the same in a sentence', 'a <?php ` ?> b <!X ` y> c <![CDATA[ ` ]]> d ` e'],
    ['the same without an end', 'a <?php b <!X c <![CDATA[ d ⟦`e`⟧'],
    ['a tag that is none', 'a <b c=> ⟦`d`⟧ < ⟦`e`⟧'],
    ['an element closed in another block', 'a <code>b\n\nc</code> d'],
    ['an element that is closed outside of its quote', '> <pre>\n> text\n\n</pre>'],
  ])('is prose in %s', (_, text) => check(text));

  test.each([
    ['an element', '<div>⟪<pre>a\n\nb\n</pre>⟫</div>\n'],
    ['a comment', '<div>⟪<!-- a\n\nb\n-->⟫</div>\n'],
    ['with a fence inside', '<div>⟪<pre>\n\n⟫⟦```\n</pre>\n```⟧⟪\n\nb</pre>⟫\n'],
    ['twice, the second inside the first', '<div>⟪<pre>\n\n<div><pre>\n\n</pre>⟫ <pre>'],
  ])('may be code if a browser continues after a blank line: %s', (_, text) => check(text));
});

describe('math', () => {
  test.each([
    ['on lines of its own', '⟦$$\na\n\nb\n$$⟧\ntext'],
    ['inside a paragraph', 'a ⟦$$ b\nc $$⟧ d'],
    ['of one dollar sign: none', 'a $b` c$ d'],
    ['without an end', '$$\na\n\nb $$'],
    ['escaped', 'a \\$$ b \\$$'],
  ])('%s', (_, text) => check(text));
});

describe('Obsidian’s comments', () => {
  test.each([
    ['in a line', 'a ⟦%% b %%⟧ c'],
    ['in a word', 'a⟦%%b%%⟧c'],
    ['over lines of a paragraph', 'a ⟦%% b\nc %%⟧ d'],
    ['over several blocks', '⟦%%\na\n\n- b\n%%⟧\nc'],
    ['with a fence inside', '⟦%%\n\n```\n%%\n```\n\n%%⟧\nc'],
    ['an empty one is none since Obsidian 1.13', 'a %%%% b\n\n%%%%\nc'],
    ['an empty one between two', 'a ⟦%% b %%⟧ %%%% c'],
    ['one percent sign', '100 % of 50 %'],
    ['without an end', 'a %% b\n\nc'],
    ['an opener inside a paragraph ends with it', 'a %% b\n\nc %% d'],
    ['text after the opener', '⟪%% a\n\nb %%⟫ c'],
    ['in inline code', 'a ⟦`%%`⟧ b ⟦`%%`⟧ c'],
    ['Omnivore’s marks between articles', '⟦%%5d1b_start%%⟧\n# A\n⟦%%5d1b_end%%⟧\n'],
    ['the mark after white space', ' \t⟦%%\na\n\n%%⟧ \t\n'],
  ])('%s', (_, text) => check(text));
});

test('code that overlaps is one', () => {
  check('⟦<code>`a`</code>⟧ b');
  check('<code>⟦`</code> a `⟧ b');
  check('⟦%% a `b %% c` %%⟧ d');
});

test('only the text after the offset is read', () => {
  const text = '```\na\n---\nb `c` d';
  expect(marked(text, text.indexOf('b'))).toBe('```\na\n---\nb ⟦`c`⟧ d');
  expect(codeRanges('no code', 0)).toEqual([]);
});

test('deep nesting is read as text from a depth on', () => {
  const deep = '> '.repeat(200);
  expect(codeRanges(`${deep}\`a\`\n\n\`b\``, 0)).toHaveLength(2);
});
