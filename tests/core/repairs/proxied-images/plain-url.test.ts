import { plainUrl } from '../../../../src/core/repairs/proxied-images/plain-url';

const PROXY = 'https://proxy-prod.omnivore-image-cache.app/0x0,s3xXYpQ0vT9xWz1YbN4m/';

test.each([
  ['https%3A%2F%2Fa.example%2F1.png', 'https://a.example/1.png'],
  ['http%3a//a.example/1.png', 'http://a.example/1.png'],
  ['https:%2F%2Fa.example/1', 'https://a.example/1'],
  ['https%253A%252F%252Fa.example%252F1', 'https://a.example/1'],
  [
    'https%3A%2F%2Fa.example%2F%20%28b%29%22%3C%E5%9B%BE',
    'https://a.example/%20%28b%29%22%3C%E5%9B%BE',
  ],
  ['https%3A%2F%2Fa.example%2F%2520', 'https://a.example/%20'],
])('%s is decoded', (url, plain) => {
  expect(plainUrl(url, PROXY)).toBe(plain);
});

test.each([
  ['a plain URL', 'https://a.example/?u=https%3A%2F%2Fb.example', PROXY],
  ['HTML escapes', 'https:&#x2F;&#x2F;a.example', PROXY],
  ['another scheme', 'data%3Aimage', PROXY],
  ['a URL behind an encoded proxy', 'https%3A%2F%2Fa.example', encodeURIComponent(PROXY)],
  ['a URL that never becomes plain', `https%${'25'.repeat(8)}3A%${'25'.repeat(12)}2F%2F`, PROXY],
])('%s stays', (_, url, proxy) => {
  expect(plainUrl(url, proxy)).toBe(url);
});
