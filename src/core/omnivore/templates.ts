import { isOutline } from './outline';
import * as properties from './property-signals';
import * as signals from './signals';
import type { Template } from './signals';

/** Parts of the examples. */
const EXAMPLE_ID = '3f6c1b2a-8d4e-4c5f-9a7b-0e1d2c3b4a5f';
const URL = 'https://omnivore.app/me/tides-18e3d5b1a2c';

/**
 * The families of templates with their signals. Of two signals with the same weight, the first one is named.
 *
 * The weights were estimated from real notes: for each repository the share of its saved articles that have the signal, against the
 * share of other notes (18,000 ordinary notes of 35 public vaults, and notes that only mention Omnivore). `npm run corpus -- <folder>
 * --weights` prints the estimates. They are rounded down, and lowered further for what a user may well write: a tag, a label or an ID
 * alone never decides.
 */
export const TEMPLATES = [
  /** "Single file" mode: the front matter is a list, each body is between `%%id_start%%` and `%%id_end%%`. */
  {
    id: 'single-file',
    layout: 'single-file',
    example: `---\n- id: ${EXAMPLE_ID}\n---\n\n%%${EXAMPLE_ID}_start%%\n# Tides\n%%${EXAMPLE_ID}_end%%\n`,
    signals: [
      {
        id: 'single-file-marker',
        weight: 20,
        description: 'Omnivore’s markers between several articles in one note',
        find: signals.isSingleFile,
      },
    ],
  },
  /** Pages of the Logseq plugin: an outline of links to omnivore.app with `site::` and `date-saved::` below each. */
  {
    id: 'outline',
    layout: 'outline',
    example: `- [Tides](${URL})\n  site:: [a](https://a.example.org)\n  date-saved:: [[2024-03-14]]\n`,
    signals: [
      {
        id: 'logseq-item',
        weight: 20,
        description: 'its outline of Omnivore articles',
        find: ({ note, id }) => id === null && isOutline(note),
      },
    ],
  },
  /** Templates that write what Omnivore knew into properties. */
  {
    id: 'properties',
    layout: 'page',
    example: `---\nid: ${EXAMPLE_ID}\nomnivore_url: ${URL}\ndate_saved: 2024-03-14\n---\n\nText.\n`,
    signals: [
      {
        id: 'omnivore-property',
        weight: 9,
        description: 'the omnivore.app URL in a property named after Omnivore',
        group: 'properties',
        find: (seen) =>
          properties.someProperty(
            seen,
            (it) => properties.isOmnivoresName(it) && properties.holdsArticleUrl(it),
          ),
      },
      {
        id: 'article-properties',
        weight: 7,
        description: 'the properties that Omnivore writes',
        group: 'properties',
        find: ({ records }) => records.some((each) => properties.articleProperties(each) > 1),
      },
      {
        id: 'omnivore-type',
        weight: 7,
        description: 'a property whose value is Omnivore',
        find: (seen) => properties.someProperty(seen, properties.namesOmnivore),
      },
      {
        id: 'omnivore-url',
        weight: 5,
        description: 'the omnivore.app URL in a property',
        group: 'properties',
        find: (seen) => properties.someProperty(seen, properties.holdsArticleUrl),
      },
    ],
  },
  /** The default template and its relatives: an ID, and the links to the article in the body. */
  {
    id: 'page',
    layout: 'page',
    example: `# Tides\n\n[Read on Omnivore](${URL})\n[Read Original](https://a.example.org)\n`,
    signals: [
      {
        id: 'read-label',
        weight: 9,
        description: 'its “Read on Omnivore” link',
        group: 'links',
        find: (seen) => seen.named && seen.links().labelled,
      },
      {
        id: 'article-link',
        weight: 7,
        description: 'its link to the article at omnivore.app',
        group: 'links',
        find: (seen) => seen.named && seen.links().inHead,
      },
      {
        id: 'original-label',
        weight: 7,
        description: 'its “Read Original” link',
        group: 'links',
        find: signals.hasOriginalLabel,
      },
      {
        id: 'highlight-link',
        weight: 6,
        description: 'its links to highlights at omnivore.app',
        wide: true,
        find: (seen) => seen.named && seen.links().highlights > 0,
      },
      {
        id: 'id-reference',
        weight: 6,
        description: 'footnotes named after the article’s ID',
        wide: true,
        find: ({ note, id }) => id !== null && note.text.includes(`[^${id}]`, note.bodyFrom),
      },
      {
        id: 'inline-fields',
        weight: 5,
        description: 'its Omnivore-style ID with the article’s title and link',
        find: signals.hasInlineFields,
      },
      {
        id: 'omnivore-tag',
        weight: 3,
        description: 'its tag #Omnivore',
        find: (seen) => seen.named && signals.hasTag(seen),
      },
      {
        id: 'head-links',
        weight: 3,
        description: 'its links to Omnivore and to the original side by side',
        find: (seen) => seen.named && seen.links().headPair,
      },
    ],
  },
  /** Omnivore's plugin writes `omnivore_error` if the user's template made invalid YAML. */
  {
    id: 'failed-template',
    layout: 'page',
    example: `---\nid: ${EXAMPLE_ID}\nomnivore_error: There was an error parsing the front matter template.\n---\n`,
    signals: [
      {
        id: 'omnivore-error',
        weight: 7,
        description: 'Omnivore’s error message in its properties',
        find: signals.hasTemplateError,
      },
    ],
  },
  /** Templates without links: what only Omnivore's server wrote into a body. */
  {
    id: 'content',
    layout: 'page',
    example: `---\nid: ${EXAMPLE_ID}\n---\n\n<p data-omnivore-anchor-idx="1">Text.</p>\n`,
    signals: [
      {
        id: 'content-html',
        weight: 7,
        description: 'HTML written by Omnivore',
        wide: true,
        find: signals.hasContentHtml,
      },
      {
        id: 'highlight-mark',
        weight: 7,
        description: 'Omnivore’s markup around highlights',
        wide: true,
        find: ({ note }) => signals.firstInProse(note, '<mark class="omni') >= 0,
      },
      {
        id: 'proxied-image',
        weight: 6,
        description: 'an image behind Omnivore’s proxy',
        wide: true,
        find: (seen) => seen.named && signals.hasDeadHost(seen),
      },
    ],
  },
  /** Nothing but an ID: in Omnivore's folder, next to the user's own properties, or alone in an empty note. */
  {
    id: 'bare',
    layout: 'page',
    example: `---\nid: ${EXAMPLE_ID}\n---\n`,
    signals: [
      {
        id: 'omnivore-folder',
        weight: 8,
        description: 'its location in Omnivore’s folder',
        find: signals.isInOmnivoreFolder,
      },
      {
        id: 'own-property',
        weight: 8,
        description: 'a property that you named in the settings',
        find: (seen) =>
          properties.someProperty(seen, ({ key }) => seen.options.ownKeys.includes(key)),
      },
      {
        id: 'sole-id',
        weight: 7,
        description: 'its Omnivore-style ID in an otherwise empty note',
        find: (seen) =>
          properties.isOnlyId(seen) && seen.note.text.slice(seen.note.bodyFrom).trim() === '',
      },
      {
        id: 'omnivore-id',
        weight: 5,
        description: 'its Omnivore-style ID',
        find: ({ id }) => id !== null,
      },
      {
        id: 'article-property',
        weight: 3,
        description: 'a property that Omnivore writes',
        group: 'properties',
        find: ({ records }) => records.some((each) => properties.articleProperties(each) > 0),
      },
      {
        id: 'only-id',
        weight: 2,
        description: 'an Omnivore-style ID as its only property',
        find: properties.isOnlyId,
      },
      {
        id: 'template-heading',
        weight: 2,
        description: 'a heading of Omnivore’s template',
        wide: true,
        find: signals.hasTemplateHeading,
      },
    ],
  },
] as const satisfies readonly Template[];
