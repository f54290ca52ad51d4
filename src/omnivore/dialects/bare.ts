import type { Dialect } from '../dialect';

/** Notes that nothing but their place or the user's own settings tells: an id in the folder that the original plugin filled. */
export const bare: Dialect = {
  id: 'bare',
  layout: 'page',
  marks: [
    ['omnivore-folder', 'omnivore-id'],
    ['own-property', 'omnivore-id'],
  ],
};
