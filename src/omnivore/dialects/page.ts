import type { Dialect } from '../dialect';

/** The default template and its relatives: an id, or Omnivore's properties, and the links to the article in the body. */
export const page: Dialect = {
  id: 'page',
  layout: 'page',
  marks: [
    ['read-label', 'omnivore-id'],
    ['article-link', 'omnivore-id'],
    ['article-link', 'omnivore-tag', 'original-label'],
    ['read-label', 'article-properties'],
    ['omnivore-tag', 'original-label'],
    ['original-label', 'omnivore-id'],
  ],
};
