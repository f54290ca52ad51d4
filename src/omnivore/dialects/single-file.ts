import type { Dialect } from '../dialect';

/** "Single file" mode: the front matter is a list, each body stands between `%%id_start%%` and `%%id_end%%`. */
export const singleFile: Dialect = {
  id: 'single-file',
  layout: 'single-file',
  marks: [['single-file-marker', 'omnivore-id']],
};
