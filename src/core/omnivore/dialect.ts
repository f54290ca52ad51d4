/** What speaks for or against an article of Omnivore's in a note; `signals.ts` has their weights and how each is found. */
export type SignalId =
  | 'single-file-marker'
  | 'logseq-item'
  | 'omnivore-property'
  | 'read-label'
  | 'omnivore-folder'
  | 'own-property'
  | 'article-link'
  | 'original-label'
  | 'omnivore-error'
  | 'article-properties'
  | 'omnivore-type'
  | 'content-html'
  | 'highlight-mark'
  | 'sole-id'
  | 'proxied-image'
  | 'highlight-link'
  | 'id-reference'
  | 'omnivore-url'
  | 'omnivore-id'
  | 'inline-fields'
  | 'omnivore-tag'
  | 'head-links'
  | 'article-property'
  | 'only-id'
  | 'template-heading'
  | 'several-articles'
  | 'other-service'
  | 'web-clipper';

/** How a note is laid out: one article a note, several in one note, or an outline of them. */
export type Layout = 'page' | 'single-file' | 'outline';

/** A family of templates: data, no code. A note belongs to the family of its strongest signal. */
export interface Dialect {
  readonly id: string;
  readonly layout: Layout;
  /** The signals that can be the strongest in notes of this family. */
  readonly marks: readonly SignalId[];
}
