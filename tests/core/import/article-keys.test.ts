import type { ExportedArticle } from '../../../src/core/export/metadata';
import { ExportIndex } from '../../../src/core/import/article-keys';

const article = (fields: Partial<ExportedArticle>): ExportedArticle => ({
  ...{ id: null, slug: null, title: null, description: null, author: null, url: null },
  ...{ state: null, progress: 0, thumbnail: null, labels: [] },
  ...{ savedAt: null, updatedAt: null, publishedAt: null },
  ...fields,
});
const NO_KEYS = { id: null, slug: null, url: null };

test('an article is found by its ID, then by its slug, then by its URL', () => {
  const [byId, bySlug, byUrl] = [
    article({ id: '5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a' }),
    article({ slug: 'tides-18e3d5b1a2c' }),
    article({ url: 'https://example.org/a' }),
  ];
  const index = new ExportIndex([byId, bySlug, byUrl]);
  const url = [...['https://example.org/a', 'example.org/a']];
  expect(index.find({ ...NO_KEYS, id: byId.id })).toBe(byId);
  expect(index.find({ ...NO_KEYS, id: 'x', slug: bySlug.slug })).toBe(bySlug);
  expect(url.map((each) => index.find({ ...NO_KEYS, slug: 'x', url: each }))).toContain(byUrl);
  expect(index.find(NO_KEYS)).toBeNull();
});

test('a slug of two articles finds neither', () => {
  const two = ['a', 'b'].map((name) => article({ slug: 'same', title: name }));
  expect(new ExportIndex(two).find({ ...NO_KEYS, slug: 'same' })).toBeNull();
});
