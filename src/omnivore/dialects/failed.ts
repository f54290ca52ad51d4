import type { Dialect } from '../dialect';

/** The original plugin writes `omnivore_error` where the user's template made YAML that can't be read. */
export const failed: Dialect = {
  id: 'failed-template',
  layout: 'page',
  marks: [['omnivore-error', 'omnivore-id']],
};
