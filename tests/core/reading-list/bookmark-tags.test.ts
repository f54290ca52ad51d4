/** @jest-environment jsdom */
import { writeList } from '../../../src/core/reading-list/write-list';

test('a page of bookmarks has tags that an HTML parser reads as they are', () => {
  const html = writeList(
    [
      {
        ...{ id: null, slug: null, title: 'A', url: 'https://a.example', author: null },
        ...{ description: 'a < b', state: 'read', savedAt: null, publishedAt: null },
        tags: ["it's", 'a "b"', 'c,d', 'ü/ö & <x>'],
      },
    ],
    'bookmarks',
  );
  const page = new DOMParser().parseFromString(html, 'text/html');
  const link = page.querySelector('a');
  expect(link?.getAttribute('tags')).toBe(`it's,a "b",c d,ü/ö & <x>`);
  expect(link?.getAttribute('toread')).toBe('0');
  expect(page.querySelector('dd')?.textContent?.trim()).toBe('a < b');
});
