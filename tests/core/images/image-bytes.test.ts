import { kindOfBytes } from '../../../src/core/images/image-bytes';
import { gif, png } from './pictures';

const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const bytes = (start: string, length = 64): Uint8Array => {
  const made = new Uint8Array(length);
  for (let i = 0; i < start.length; i++) made[i] = start.charCodeAt(i);
  return made;
};

describe('image formats', () => {
  test.each([
    ['png', png(3, 4)],
    ['gif', gif(3, 4)],
    ['jpeg', bytes('\xff\xd8\xff\xe0')],
    ['webp', bytes('RIFF\x40\0\0\0WEBPVP8 ')],
    ['avif', bytes('\0\0\0\x1cftypavif')],
    ['avif', bytes('\0\0\0\x1cftypmif1\0\0\0\0miafavif')],
    ['bmp', bytes('BM\x40\0\0\0\0\0\0\0')],
    ['ico', bytes('\0\0\x01\0\x01\0')],
    ['tiff', bytes('II*\0')],
    ['tiff', bytes('MM\0*')],
    ['svg', text('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    [
      'svg',
      text(
        '\ufeff<?xml version="1.0"?>\n<!-- Made by hand. --><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x">\n<svg>',
      ),
    ],
    ['svg', text('<!DOCTYPE svg [<!ENTITY a "b">]><svg:svg>')],
    ['svg', new Uint8Array(Buffer.from('\ufeff<svg/>', 'utf16le'))],
  ])('an image: %s', (type, given) => {
    expect(kindOfBytes(given)).toEqual({ kind: 'image', type });
  });

  test.each([
    ['html', text('<!DOCTYPE html><html><body>403</body></html>')],
    ['html', text('\n <html>')],
    ['html', text('<!-- x --><div>')],
    ['xml', text('<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>')],
    ['xml', text('<Error/>')],
    ['json', text('{"error":403}')],
    ['pixel', png(1, 1)],
    ['pixel', gif(1, 2)],
    ['empty', new Uint8Array()],
    ['unknown', text('Forbidden')],
    ['unknown', bytes('\0\0\0\x1cftypmp42')],
  ])('no image: %s', (is, given) => {
    expect(kindOfBytes(given)).toEqual({ kind: 'no-image', is });
  });
});
