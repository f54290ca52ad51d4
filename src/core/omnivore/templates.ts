import type { Dialect, SignalId } from './dialect';

/** The families of templates. Each signal that can be a note's strongest belongs to one of them. */
export const TEMPLATES = [
  /** "Single file" mode: the front matter is a list, each body stands between `%%id_start%%` and `%%id_end%%`. */
  { id: 'single-file', layout: 'single-file', marks: ['single-file-marker'] },
  /** Pages of the Logseq plugin: an outline of links to omnivore.app with `site::` and `date-saved::` below each. */
  { id: 'outline', layout: 'outline', marks: ['logseq-item'] },
  /** Omnivore's plugin writes `omnivore_error` where the user's template made YAML that can't be read. */
  { id: 'failed-template', layout: 'page', marks: ['omnivore-error'] },
  /** Templates that write what Omnivore knew into properties. */
  {
    id: 'properties',
    layout: 'page',
    marks: ['omnivore-property', 'article-properties', 'omnivore-type', 'omnivore-url'],
  },
  /** The default template and its relatives: an id and the links to the article in the body. */
  {
    id: 'page',
    layout: 'page',
    marks: [
      ...(['read-label', 'article-link', 'original-label', 'highlight-link'] as const),
      ...(['id-reference', 'inline-fields', 'omnivore-tag', 'head-links'] as const),
    ],
  },
  /** Templates without links: what only Omnivore's server wrote into a body. */
  { id: 'content', layout: 'page', marks: ['content-html', 'highlight-mark', 'proxied-image'] },
  /** Nothing but an id: in the folder that Omnivore filled, beside the user's own properties, or alone in an empty note. */
  {
    id: 'bare',
    layout: 'page',
    marks: [
      ...(['omnivore-folder', 'own-property', 'sole-id', 'omnivore-id'] as const),
      ...(['article-property', 'only-id', 'template-heading'] as const),
    ],
  },
] as const satisfies readonly Dialect[];

/** The family of a note's strongest signal. */
export function templateOf(mark: SignalId): Dialect {
  const templates: readonly Dialect[] = TEMPLATES;
  const found = templates.find(({ marks }) => marks.includes(mark));
  if (!found) throw new Error(`${mark} speaks against Omnivore`);
  return found;
}
