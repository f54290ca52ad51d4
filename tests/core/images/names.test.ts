import { retryAfterMs } from '../../../src/core/images/fetcher';
import { hashesNamedIn, hashInName, imageFileName } from '../../../src/core/images/file-name';
import { samePictures } from '../../../src/core/images/refusal-pictures';
import { largestOf } from '../../../src/core/images/srcset';

const HASH = '0123456789abcdef'.repeat(4);

describe('the name of a file', () => {
  test.each([
    ['Tides: a “table” (2)', 'Tides-a-table-2-0123456789abcdef.png'],
    ['../../etc/passwd', 'etc-passwd-0123456789abcdef.png'],
    ['潮 の 満ち引き', '潮-の-満ち引き-0123456789abcdef.png'],
    ['', '0123456789abcdef.png'],
    ['🌊', '0123456789abcdef.png'],
  ])('of %j', (title, name) => {
    expect(imageFileName(title, HASH, 'png')).toBe(name);
    expect(hashInName(`files/${name}`)).toBe(HASH.slice(0, 16));
  });

  test('is short, and has no half characters', () => {
    const name = imageFileName('潮'.repeat(200), HASH, 'jpeg');
    expect(Buffer.byteLength(name)).toBeLessThan(120);
    expect(name).toMatch(/^潮+-0123456789abcdef\.jpg$/);
  });

  test.each([
    'photo.png',
    'a-0123456789abcdef.md',
    'a-0123456789abcde.png',
    'a0123456789abcdef.png',
  ])('%s is none of a saved image', (name) => {
    expect(hashInName(name)).toBeNull();
  });

  test('is found in every form of link', () => {
    const text = `![[a-${HASH.slice(0, 16)}.png|5]] <img src="../x/fedcba9876543210.webp"> ![](b.png)`;
    expect(hashesNamedIn(text)).toEqual([HASH.slice(0, 16), 'fedcba9876543210']);
  });
});

describe('the largest file of a srcset', () => {
  test.each([
    ['a.png', 'a.png'],
    ['a.png,', 'a.png'],
    ['a.png 1x, b.png 2x', 'b.png'],
    ['b.png 900w,a.png 500w,', 'b.png'],
    ['a.png, b.png 2.5x', 'b.png'],
    ['', null],
    [' , ', null],
  ])('%j', (srcset, url) => {
    expect(largestOf(srcset)).toBe(url);
  });
});

describe('pictures that are served again and again', () => {
  const fetched = (count: number, bytes: number, hosts = 1) =>
    Array.from({ length: count }, (_, i) => ({
      ...{ url: `u${i}`, host: `h${i % hosts}`, sha256: 'x', bytes },
    }));

  test('count as a refusal if they are small and many', () => {
    expect(samePictures(fetched(3, 2_000))).toEqual([
      { sha256: 'x', urls: ['u0', 'u1', 'u2'], isRefusal: true },
    ]);
    expect(samePictures(fetched(2, 2_000))).toMatchObject([{ isRefusal: false }]);
  });

  test('count as one image if they are large, or from several hosts', () => {
    expect(samePictures(fetched(50, 20_000))).toEqual([]);
    expect(samePictures(fetched(3, 2_000, 3))).toEqual([]);
  });
});

describe('Retry-After', () => {
  test.each([
    ['7', 7_000],
    [' 0 ', 0],
    ['Thu, 01 Jan 1970 00:01:00 GMT', 59_000],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
    ['soon', null],
    ['', null],
    [null, null],
  ])('%j', (header, ms) => {
    expect(retryAfterMs(header, 1_000)).toBe(ms);
  });
});
