import * as fc from 'fast-check';

const PROXIES = [
  'https://proxy-prod.omnivore-image-cache.app',
  'https://proxy-prod.omnivore-image-cache.app',
  'https://proxy-prod.omnivore-image-cache.app',
  'https://proxy-demo.omnivore-image-cache.app',
  'http://localhost:7070',
  'https://mine.example.com/proxy',
];
const SIZES = ['0x0', '320x320', '700x0', '0x300', '100%x0', 'x', '0x'];
const SIGNATURES = [
  's3xXYAesk0QkvbVYh9g5r4pSzGk4tOyW_9vJ-2uQ1abc',
  'sASioWlP5wNELwVD-eQVaHHv2LgftUPwdV3wTtgiGnY',
  'ssssssssssssssssss',
  'sx',
];
const ORIGINALS = [
  'https://example.com/a.png',
  'http://mmbiz.qpic.cn/a?wx_fmt=jpeg&x=1#center',
  'https://s3.ifanr.com/10-3.png!720',
  'https://example.com/demo%20(3).gif!pkmer',
  'https://scrap.example.net/img.png?width=800&u=https%3A%2F%2Fb.example/c.png,https://b.example/c.png',
  'https://a.example/filters:no_upscale()/https://b.example/$&.png|imageMogr2/strip',
  'https://proxy-prod.omnivore-image-cache.app/about',
  'data:image/svg+xml;utf8,%3Csvg width="8"%3E',
  'data:image/svg+xml;base64,PHN2Zz4=',
  'https://',
  '',
];

/** What double braces do to a text, in the order that escapes nothing twice. */
export function escapeHtml(text: string): string {
  const escapes: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
    '/': '&#x2F;',
    '`': '&#x60;',
    '=': '&#x3D;',
  };
  return text.replace(/[&<>"'/`=]/g, (character) => escapes[character] ?? character);
}

const SPELLINGS: readonly ((url: string) => string)[] = [
  (url) => url,
  (url) => url,
  (url) => url,
  (url) => url,
  escapeHtml,
  (url) => escapeHtml(escapeHtml(url)),
  (url) => encodeURIComponent(url),
  (url) => encodeURIComponent(encodeURIComponent(url)),
  (url) => url.replaceAll('_', '\\_'),
  (url) => url.replace('https:', 'HTTPS:'),
  (url) => url.slice(0, 70),
];

const rawUrl: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...PROXIES),
    fc.constantFrom(...SIZES),
    fc.constantFrom(...SIGNATURES),
    fc.constantFrom(...ORIGINALS),
  )
  .map(([proxy, size, signature, original]) => `${proxy}/${size},${signature}/${original}`);

/** An image's URL through the proxy, in one of the spellings that exist or might. */
export const proxiedUrl: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...SPELLINGS), rawUrl, fc.boolean(), rawUrl)
  .map(([spell, inner, nested, outer]) =>
    spell(nested ? outer.slice(0, outer.indexOf('/', outer.indexOf(',s')) + 1) + inner : inner),
  );

const SLUGS = [
  'a-title-18e3d1a2b3c',
  '-18b0a0572b8',
  'https-mp-weixin-qq-com-s-x--18b4cd0e9f1',
  'getting-started-with-omnivore',
  'a-18e3d1a2b3c#0f8a9e3c-5d7b-4f6a-8c2d-1e0f9a8b7c6d',
  'a-18e3d1a2b3c#$&',
  '(a)_b-18e3d1a2b3c',
];

/** A URL at omnivore.app, some with a highlight's anchor. */
export const omnivoreUrl: fc.Arbitrary<string> = fc
  .constantFrom(...SLUGS)
  .map((slug) => `https://omnivore.app/me/${slug}`);
