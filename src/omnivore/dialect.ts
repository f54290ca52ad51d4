/** What was seen in a note that speaks for Omnivore; each is found by `evidence.ts`. */
export type MarkId =
  | 'single-file-marker'
  | 'logseq-item'
  | 'omnivore-error'
  | 'omnivore-id'
  | 'omnivore-property'
  | 'article-link'
  | 'read-label'
  | 'original-label'
  | 'omnivore-tag'
  | 'article-properties'
  | 'proxied-image'
  | 'content-html'
  | 'omnivore-folder'
  | 'own-property'
  | 'sole-id';

/** How a note is laid out: one article a note, several in one note, or an outline of them. */
export type Layout = 'page' | 'single-file' | 'outline';

/** A family of templates: data, no code. */
export interface Dialect {
  readonly id: string;
  readonly layout: Layout;
  /** A note speaks the dialect if it has all marks of one of these lists. The first mark of the list is the one that told. */
  readonly marks: readonly (readonly [MarkId, ...MarkId[]])[];
}
