import type { Note } from '../markdown/note';
import type { Properties } from '../markdown/front-matter/read-front-matter';
import type { SignalId } from './dialect';
import { nextDeadHost } from './image-proxy';
import { startMarkers } from './markers';
import { isOutline } from './outline';
import { plainName } from './property-names';
import {
  articleProperties,
  holdsArticleUrl,
  isOmnivoresName,
  isOnlyId,
  isTaggedOmnivore,
  namesOmnivore,
  someProperty,
} from './property-signals';
import type { Seen } from './seen-note';

/** A trace that speaks for Omnivore, or against it where its weight is negative. */
export interface Signal {
  readonly id: SignalId;
  /** About the binary logarithm of how much more often articles of Omnivore's have it than other notes; see `THRESHOLD`. */
  readonly weight: number;
  /** Of the signals of a group, only the strongest counts: they say the same thing twice. */
  readonly group?: 'links' | 'properties';
  /** True where the whole body is searched; asked only while the rest leaves the answer open. */
  readonly wide?: true;
  readonly find: (seen: Seen) => boolean;
}

/** What other services write into properties, as `plainName` gives it: their ids and their own addresses. */
const OTHER_SERVICES =
  /^(?:cubox|raindrop|instapaper|readwise|matter|wallabag|karakeep|hoarder|linkwarden|pocket|notehelper|simpread|diigo|hypothesis|zotero|snipd|inoreader|feedbin)(?:_|$)/;
const OTHER_READERS = /\[[^[\]\n]{0,40}\b(?:Cubox|Readwise|Instapaper|Raindrop|Matter|Pocket)\]\(/;

/** How the original plugin says that the front-matter template failed; its forks say it in other words. */
const ERROR_MESSAGE = 'There was an error parsing the front matter template';
const TAG = /(?:^|[\s(])#(?:[\w/-]{1,80}\/)?omnivore(?![\w/-])|\[\[omnivore\]\]/i;
const INLINE_TITLE = /^(?:[-*] )?\**title\**::/i;
const INLINE_LINK =
  /^(?:[-*] )?\**(?:link|url|source|original)\**::\**\s{0,4}\[?[^\s]{0,200}https?:\/\//i;
const TEMPLATE_HEADING =
  /^#{1,3} (?:🔖 )?(?:highlights|content|full content:?|webpage|高亮|划线|内容|inhalt)\s*$/im;

/**
 * All signals, those first that are named before others of the same weight. The weights were estimated from real notes: for each
 * repository the share of its saved articles that have the signal, against the share of other notes (18,000 ordinary notes of 35
 * public vaults, and notes that only mention Omnivore); `npm run corpus -- <folder> --weights` prints the estimates. They are rounded
 * down, and held down further for what a user may well write: a tag, a label, an id alone never decide.
 */
export const SIGNALS: readonly Signal[] = [
  {
    id: 'single-file-marker',
    weight: 20,
    find: ({ note, records }) => note.frontMatter?.list === true && hasMarker(note, records),
  },
  { id: 'logseq-item', weight: 20, find: ({ note, id }) => id === null && isOutline(note) },
  {
    id: 'omnivore-property',
    weight: 9,
    group: 'properties',
    find: (seen) => someProperty(seen, (it) => isOmnivoresName(it) && holdsArticleUrl(it)),
  },
  {
    id: 'read-label',
    weight: 9,
    group: 'links',
    find: (seen) => seen.named && seen.links().labelled,
  },
  {
    id: 'omnivore-folder',
    weight: 8,
    find: ({ id, path, options: { omnivoreFolder } }) =>
      id !== null && omnivoreFolder !== null && path.startsWith(`${omnivoreFolder}/`),
  },
  {
    id: 'own-property',
    weight: 8,
    find: (seen) => someProperty(seen, ({ key }) => seen.options.ownKeys.includes(key)),
  },
  {
    id: 'article-link',
    weight: 7,
    group: 'links',
    find: (seen) => seen.named && seen.links().inHead,
  },
  {
    id: 'original-label',
    weight: 7,
    group: 'links',
    find: ({ note: { text }, head }) =>
      head().some(
        ({ from, to, standing }) => standing && text.slice(from, to).includes('[Read Original]('),
      ),
  },
  {
    id: 'omnivore-error',
    weight: 7,
    find: (seen) =>
      someProperty(
        seen,
        ({ key, value }) =>
          plainName(key) === 'omnivore_error' &&
          typeof value === 'string' &&
          value.startsWith(ERROR_MESSAGE),
      ),
  },
  {
    id: 'article-properties',
    weight: 7,
    group: 'properties',
    find: ({ records }) => records.some((each) => articleProperties(each) > 1),
  },
  {
    id: 'omnivore-type',
    weight: 7,
    find: (seen) => someProperty(seen, namesOmnivore),
  },
  { id: 'content-html', weight: 7, wide: true, find: ({ note }) => hasContentHtml(note) },
  {
    id: 'highlight-mark',
    weight: 7,
    wide: true,
    find: ({ note }) => firstInProse(note, '<mark class="omni') >= 0,
  },
  {
    id: 'sole-id',
    weight: 7,
    find: (seen) => isOnlyId(seen) && seen.note.text.slice(seen.note.bodyFrom).trim() === '',
  },
  {
    id: 'proxied-image',
    weight: 6,
    wide: true,
    find: ({ note, named }) => named && hasDeadHost(note),
  },
  {
    id: 'highlight-link',
    weight: 6,
    wide: true,
    find: (seen) => seen.named && seen.links().highlights > 0,
  },
  {
    id: 'id-reference',
    weight: 6,
    wide: true,
    find: ({ note, id }) => id !== null && note.text.includes(`[^${id}]`, note.bodyFrom),
  },
  {
    id: 'omnivore-url',
    weight: 5,
    group: 'properties',
    find: (seen) => someProperty(seen, holdsArticleUrl),
  },
  {
    id: 'inline-fields',
    weight: 5,
    find: (seen) => {
      if (!isOnlyId(seen)) return false;
      const { text } = seen.note;
      const lines = seen.head().map(({ from, to }) => text.slice(from, Math.min(to, from + 300)));
      return (
        lines.some((line) => INLINE_TITLE.test(line)) &&
        lines.some((line) => INLINE_LINK.test(line))
      );
    },
  },
  { id: 'omnivore-id', weight: 5, find: ({ id }) => id !== null },
  { id: 'omnivore-tag', weight: 3, find: (seen) => seen.named && hasTag(seen) },
  { id: 'head-links', weight: 3, find: (seen) => seen.named && seen.links().headPair },
  {
    id: 'article-property',
    weight: 3,
    group: 'properties',
    find: ({ records }) => records.some((each) => articleProperties(each) > 0),
  },
  { id: 'only-id', weight: 2, find: isOnlyId },
  {
    id: 'template-heading',
    weight: 2,
    wide: true,
    find: ({ note: { text, bodyFrom } }) =>
      TEMPLATE_HEADING.test(text.slice(bodyFrom, bodyFrom + 4_000)),
  },
  {
    id: 'several-articles',
    weight: -8,
    wide: true,
    find: (seen) => seen.named && seen.links().articles > 1,
  },
  {
    id: 'other-service',
    weight: -10,
    find: (seen) =>
      someProperty(seen, ({ key }) => OTHER_SERVICES.test(plainName(key))) ||
      seen
        .head()
        .some(({ from, to }) =>
          OTHER_READERS.test(seen.note.text.slice(from, Math.min(to, from + 300))),
        ),
  },
  {
    id: 'web-clipper',
    weight: -5,
    find: (seen) =>
      someProperty(
        seen,
        ({ key, value }) =>
          plainName(key) === 'tags' && Array.isArray(value) && value.includes('clippings'),
      ),
  },
];

function hasMarker({ text, bodyFrom }: Note, records: readonly Properties[]): boolean {
  const markers = startMarkers(text, bodyFrom);
  return records.some((properties) => {
    const id = properties.find(({ key }) => plainName(key) === 'id')?.value;
    return typeof id === 'string' && markers.has(id);
  });
}

function hasTag(seen: Seen): boolean {
  const { text } = seen.note;
  return (
    someProperty(seen, isTaggedOmnivore) ||
    seen.head().some(({ from, to, standing }) => standing && TAG.test(text.slice(from, to)))
  );
}

function firstInProse(note: Note, wanted: string): number {
  let at = note.text.indexOf(wanted, note.bodyFrom);
  while (at >= 0 && note.inCode(at)) at = note.text.indexOf(wanted, at + wanted.length);
  return at;
}

function hasContentHtml(note: Note): boolean {
  return (
    firstInProse(note, 'data-omnivore-anchor-idx=') >= 0 ||
    firstInProse(note, 'id="readability-content"') >= 0
  );
}

function hasDeadHost(note: Note): boolean {
  let at = nextDeadHost(note.text, note.bodyFrom);
  while (at >= 0 && note.inCode(at)) at = nextDeadHost(note.text, at + 1);
  return at >= 0;
}
