import type { Dialect } from '../dialect';

/** Templates that keep the omnivore.app address in a property. */
export const properties: Dialect = {
  id: 'properties',
  layout: 'page',
  marks: [
    ['omnivore-property', 'omnivore-id'],
    ['omnivore-property', 'article-properties'],
  ],
};
