import type { Dialect } from '../dialect';

/** Templates without links: the article's own properties beside what only Omnivore's server wrote into a body. */
export const content: Dialect = {
  id: 'content',
  layout: 'page',
  marks: [
    ['content-html', 'omnivore-id'],
    ['proxied-image', 'article-properties'],
    ['proxied-image', 'omnivore-id'],
  ],
};
