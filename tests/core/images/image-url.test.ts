import { decodeEntities, hostOf, requestUrlOf } from '../../../src/core/images/image-url';

test.each([
  ['a&amp;b', 'a&b'],
  ['&#x2F;&#X2f;&#47;', '///'],
  ['&#0;&#x110000;', '\ufffd\ufffd'],
  ['a=1&copy=2&unknown;', 'a=1&copy=2&unknown;'],
  ['plain', 'plain'],
])('the entities of %s are read as %s', (text, decoded) => {
  expect(decodeEntities(text)).toBe(decoded);
});

test('user name, password and fragment are not sent', () => {
  expect(requestUrlOf('https://me:secret@a.example.org/1.png#top')?.href).toBe(
    'https://a.example.org/1.png',
  );
});

test.each([
  ['no host', 'https:///1.png'],
  ['another scheme', 'ftp://a.example.org/1.png'],
  ['an impossible port', 'https://a.example.org:99999/1.png'],
  ['too many characters', `https://a.example.org/${'a'.repeat(9000)}`],
])('a URL with %s is not requested and has no host', (_, url) => {
  expect(requestUrlOf(url)).toBeNull();
  expect(hostOf(url)).toBe('');
});

test('a host has its port', () => {
  expect(hostOf('http://a.example.org:8080/1.png')).toBe('a.example.org:8080');
});
