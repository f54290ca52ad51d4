/** @jest-environment jsdom */
import { writeList } from '../../../src/core/reading-list/write-list';

test('an HTML parser reads the tags of a page of bookmarks unchanged', () => {
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
