import type { Dialect } from '../dialect';

/**
 * Notes that nothing but an id tells: in the folder that the original plugin filled, beside the user's own properties, or
 * alone in an empty note, as the original plugin leaves it where a template renders nothing.
 */
export const bare: Dialect = {
  id: 'bare',
  layout: 'page',
  marks: [['omnivore-folder', 'omnivore-id'], ['own-property', 'omnivore-id'], ['sole-id']],
};
