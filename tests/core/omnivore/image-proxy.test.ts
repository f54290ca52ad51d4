import { proxiedUrls, withoutProxy } from '../../../src/core/omnivore/image-proxy';

const S = 's3xXYpQ0vT9xWz1YbN4mL7pRs0aUcEgHiJkOqXdFtVu2';
const HOST = 'https://proxy-prod.omnivore-image-cache.app';
const PROXY = `${HOST}/0x0,${S}/`;

/** The originals of a text's proxied URLs, or what became of them. */
function originals(text: string, bases: readonly string[] = []): readonly string[] {
  return proxiedUrls(text, 0, text.length, bases).map(({ original, to, state }) =>
    state === 'whole' ? text.slice(original, to) : state,
  );
}

test.each([
  ['an image', `![](${PROXY}https://a.example/1.png)`, ['https://a.example/1.png']],
  ['a size', `${HOST}/100%x0,${S}/http://a.example/1`, ['http://a.example/1']],
  ['parentheses', `(${PROXY}https://a.example/(1).png)`, ['https://a.example/(1).png']],
  ['an unclosed parenthesis', `${PROXY}https://a.example/(1`, ['https://a.example/(1']],
  [
    'two URLs in one',
    `${PROXY}https://a.example/,https://b.example`,
    ['https://a.example/,https://b.example'],
  ],
  [
    'HTML escapes',
    `https:&#x2F;&#x2F;proxy-prod.omnivore-image-cache.app&#x2F;0x0,${S}&#x2F;https:&#x2F;&#x2F;a.example`,
    ['https:&#x2F;&#x2F;a.example'],
  ],
  ['a proxy in a proxy', `${PROXY}${PROXY}https://a.example`, ['https://a.example']],
  [
    'two images next to each other',
    `![](${PROXY}https://a.example/1) ![](${PROXY}https://b.example/2)`,
    ['https://a.example/1', 'https://b.example/2'],
  ],
  [
    'a proxy in a proxy, percent-encoded and in another subdomain',
    `${PROXY}https%3A%2F%2Fx.omnivore-image-cache.app%2F0x0,${S}%2Fhttps%3A%2F%2Fa.example`,
    ['https%3A%2F%2Fa.example'],
  ],
  [
    'a proxy in a proxy with another subdomain',
    `${PROXY}https://proxy-demo.omnivore-image-cache.app/0x0,${S}/https://a.example`,
    ['https://a.example'],
  ],
  ['a proxy whose inner proxy is cut off', `${PROXY}${HOST}/x https://b.example`, [`${HOST}/x`]],
  ['a placeholder', `${PROXY}data:image/svg+xml;utf8,x`, ['gone']],
  ['a cut-off original', `${PROXY}htt`, ['truncated']],
  ['a cut-off proxy', `${HOST}/0x0,s3x `, ['truncated']],
  ['the host alone', `${HOST}/about and omnivore-image-cache.app`, []],
  ['another host with its ending', 'https://x-image-cache.app/0x0', []],
  ['nothing', 'text', []],
])('%s', (_, text, found) => {
  expect(originals(text)).toEqual(found);
});

test('the user’s own hosts are given by their base URL', () => {
  const own = 'http://localhost:7070';
  const text = `${own}/0x0,${S}/https://a.example ${PROXY}${own}/0x0,${S}/https://b.example ${own}/about ${own}/0x0,s`;
  expect(originals(text, [own, ''])).toEqual(['https://a.example', 'https://b.example']);
  expect(originals(text)).toHaveLength(1);
});

test('finds only URLs that start in the range', () => {
  const text = `${PROXY}https://a.example ${PROXY}https://b.example`;
  expect(proxiedUrls(text, 0, 5, [])).toHaveLength(0);
  expect(proxiedUrls(text, 0, text.indexOf(' '), [])).toHaveLength(1);
});

test('a URL without its proxy', () => {
  expect(withoutProxy(`${PROXY}https://a.example`)).toBe('https://a.example');
  expect(withoutProxy(`${PROXY}data:x`)).toBe(`${PROXY}data:x`);
  expect(withoutProxy('https://a.example')).toBe('https://a.example');
});
