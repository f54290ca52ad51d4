import type { Dialect } from '../dialect';

/** Pages of the Logseq plugin: an outline of links to omnivore.app with `site::` and `date-saved::` below each. */
export const outline: Dialect = {
  id: 'outline',
  layout: 'outline',
  marks: [['logseq-item']],
};
