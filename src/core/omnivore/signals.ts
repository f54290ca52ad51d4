import type { Note } from '../markdown/note';
import { nextDeadHost } from './image-proxy';
import { startMarkers } from './markers';
import { isOnlyId, isTaggedOmnivore, someProperty } from './property-signals';
import type { NamedProperties, Seen } from './seen-note';

/** Evidence for an Omnivore article, or against one if its weight is negative. */
export interface Signal {
  readonly id: string;
  /** Roughly the binary logarithm of how much more often Omnivore articles have it than other notes; see `THRESHOLD`. */
  readonly weight: number;
  /** In English: completes “Recognized as a saved article by …”. Other languages translate it by its id. */
  readonly description: string;
  /** Of the signals in a group, only the strongest counts, because they say the same thing. */
  readonly group?: 'links' | 'properties';
  /** True if the whole body is searched, which is done only while the other signals leave the answer open. */
  readonly wide?: true;
  readonly find: (seen: Seen) => boolean;
}

/** How a note is laid out: one article a note, several in one note, or an outline of them. */
export type Layout = 'page' | 'single-file' | 'outline';

/** A family of templates. A note belongs to the family of its strongest signal. */
export interface Template {
  readonly id: string;
  readonly layout: Layout;
  /** The smallest note of this family; the tests detect it. */
  readonly example: string;
  readonly signals: readonly Signal[];
}

/** What other services write into properties, as `plainName` returns it: their IDs and their own URLs. */
const OTHER_SERVICES =
  /^(?:cubox|raindrop|instapaper|readwise|matter|wallabag|karakeep|hoarder|linkwarden|pocket|notehelper|simpread|diigo|hypothesis|zotero|snipd|inoreader|feedbin)(?:_|$)/;
const OTHER_READERS = /\[[^[\]\n]{0,40}\b(?:Cubox|Readwise|Instapaper|Raindrop|Matter|Pocket)\]\(/;

/** Lines that Readwise writes above its highlights. */
const READWISE_LINE = /^- (?:Full Title: |Category: #(?:articles|books|podcasts|tweets)\b)/;

/** The original plugin's message for a front-matter template that failed; forks have other messages. */
const ERROR_MESSAGE = 'There was an error parsing the front matter template';
const OMNIVORE_TAG = /(?:^|[\s(])#(?:[\w/-]{1,80}\/)?omnivore(?![\w/-])|\[\[omnivore\]\]/i;
const INLINE_TITLE = /^(?:[-*] )?\**title\**::/i;
const INLINE_LINK =
  /^(?:[-*] )?\**(?:link|url|source|original)\**::\**\s{0,4}\[?[^\s]{0,200}https?:\/\//i;
const TEMPLATE_HEADING =
  /^#{1,3} (?:🔖 )?(?:highlights|content|full content:?|webpage|高亮|划线|内容|inhalt)\s*$/im;

/** Whether a note is in "single file" mode: its front matter is a list, and its body has the markers of an article. */
export function isSingleFile({ note, records }: Seen): boolean {
  return note.frontMatter?.list === true && hasMarker(note, records);
}

/** Whether the original plugin reported an error in the front-matter template. */
export function hasTemplateError(seen: Seen): boolean {
  return someProperty(
    seen,
    ({ name, value }) =>
      name === 'omnivore_error' && typeof value === 'string' && value.startsWith(ERROR_MESSAGE),
  );
}

/** Whether the head has a link labelled “Read Original”. */
export function hasOriginalLabel({ note: { text }, head }: Seen): boolean {
  return head().some(
    ({ from, to, standsAlone: standing }) =>
      standing && text.slice(from, to).includes('[Read Original]('),
  );
}

/** Whether the note is in the folder that the original plugin saved into. */
export function isInOmnivoreFolder({ id, path, options: { omnivoreFolder } }: Seen): boolean {
  return id !== null && omnivoreFolder !== null && path.startsWith(`${omnivoreFolder}/`);
}

/** Whether the head has a title and a link as inline fields (`title:: …`), and the properties are only an ID. */
export function hasInlineFields(seen: Seen): boolean {
  if (!isOnlyId(seen)) return false;
  return (
    someHeadLine(seen, (line) => INLINE_TITLE.test(line)) &&
    someHeadLine(seen, (line) => INLINE_LINK.test(line))
  );
}

/** Whether the body has a heading of the default template or of a translation. */
export function hasTemplateHeading({ note: { text, bodyFrom } }: Seen): boolean {
  return TEMPLATE_HEADING.test(text.slice(bodyFrom, bodyFrom + 4_000));
}

/** Whether another read-it-later service wrote a property or a link. */
export function namesOtherService(seen: Seen): boolean {
  return (
    someProperty(seen, ({ name }) => OTHER_SERVICES.test(name)) ||
    someHeadLine(
      seen,
      (line) => (line.includes('](') && OTHER_READERS.test(line)) || READWISE_LINE.test(line),
    )
  );
}

/** Whether the note has the tag that Obsidian Web Clipper adds. */
export function isWebClipping(seen: Seen): boolean {
  return someProperty(
    seen,
    ({ name, value }) => name === 'tags' && Array.isArray(value) && value.includes('clippings'),
  );
}

/** A variable of Omnivore's plugin in place of a URL or an ID. */
const URL_VARIABLE = /\]\(\{{2,3} ?(?:omnivoreUrl|originalUrl)/;
const ID_VARIABLE = /^id: ?["']?\{{2,3} ?id\b/m;

/** Whether the note is a template itself, with variables such as `{{{omnivoreUrl}}}`, that the user keeps in the vault. */
export function isTemplateSource(seen: Seen): boolean {
  const { note, id } = seen;
  if (id !== null) return false;
  const { from, to } = note.frontMatter ?? { from: 0, to: 0 };
  return (
    ID_VARIABLE.test(note.text.slice(from, to)) ||
    someHeadLine(seen, (line) => URL_VARIABLE.test(line))
  );
}

/** Returns whether any line of the head passes a test. Lines are cut off where no pattern looks. */
function someHeadLine({ note: { text }, head }: Seen, test: (line: string) => boolean): boolean {
  return head().some(({ from, to }) => test(text.slice(from, Math.min(to, from + 300))));
}

function hasMarker({ text, bodyFrom }: Note, records: readonly NamedProperties[]): boolean {
  const markers = startMarkers(text, bodyFrom);
  return records.some((properties) => {
    const id = properties.find(({ name }) => name === 'id')?.value;
    return typeof id === 'string' && markers.has(id);
  });
}

/** Whether the note is tagged with Omnivore, in its properties or in its head. */
export function hasTag(seen: Seen): boolean {
  const { text } = seen.note;
  return (
    someProperty(seen, isTaggedOmnivore) ||
    seen
      .head()
      .some(
        ({ from, to, standsAlone: standing }) =>
          standing && OMNIVORE_TAG.test(text.slice(from, to)),
      )
  );
}

/** The offset of a string outside code; -1 without one. */
export function firstInProse(note: Note, wanted: string): number {
  let at = note.text.indexOf(wanted, note.bodyFrom);
  while (at >= 0 && note.inCode(at)) at = note.text.indexOf(wanted, at + wanted.length);
  return at;
}

/** Whether the body has HTML that only Omnivore’s server wrote. */
export function hasContentHtml({ note }: Seen): boolean {
  return (
    firstInProse(note, 'data-omnivore-anchor-idx=') >= 0 ||
    firstInProse(note, 'id="readability-content"') >= 0
  );
}

/** Whether an image outside code is behind Omnivore’s proxy. */
export function hasDeadHost({ note }: Seen): boolean {
  let at = nextDeadHost(note.text, note.bodyFrom);
  while (at >= 0 && note.inCode(at)) at = nextDeadHost(note.text, at + 1);
  return at >= 0;
}
