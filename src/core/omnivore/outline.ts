import type { Range } from '../text/edits';
import type { Note } from '../markdown/note';
import { lineAt, type Line } from '../text/lines';
import { indexWithin } from '../text/ranges';
import type { Steps } from '../text/steps';
import type { Article, InlineField } from './article';
import { destination, instantOfUrl, originalOf, siteOf, slugOf, withoutAnchor } from './links';
import { plainText } from './plain-text';
import { plainName } from './property-names';
import { withoutLink } from './read-article';

/** A bullet at the top of the outline or one level below. Deeper ones were moved into the user's own blocks. */
const BULLET = /^\uFEFF?(?:\t| {2,4})?[-*+] /;
/** A property of a block. Logseq's plugin first wrote `date`, later `date_saved`, then `date-saved`. */
const BLOCK_PROPERTY = /^[ \t]{1,40}([\w-]{1,40}):: ?(.*)$/;
/** Properties of Omnivore's template. Logseq's own properties (`id`, `collapsed`) can appear between them. */
const OMNIVORE_PROPERTIES = new Set([
  ...['site', 'author', 'labels', 'date-saved', 'date-published', 'date'],
]);
/** A line that git writes into a file with a merge conflict. */
const CONFLICT_MARKER = /^[ \t]{0,40}(?:<{7}|={7}|>{7})(?: |$)/;
/** How many lines of properties and conflict markers are read below an item. */
const MAX_PROPERTY_LINES = 40;

/** An item of an outline: its first line, the link of its title, and its properties, which end at `to`. */
interface OutlineItem {
  readonly line: Line;
  /** The text between the bullet and the title's URL. Its `[` is missing if the user deleted it. */
  readonly label: Range;
  /** Its URL at omnivore.app. Null if a repair or the user replaced or removed it. */
  readonly omnivoreUrl: string | null;
  readonly properties: ReadonlyMap<string, string>;
  readonly to: number;
}

/** Every item without a link to omnivore.app has this. */
const SAVED_PROPERTY = 'saved::';

/** Yields the items of an outline of saved articles. */
function* outlineItems(note: Note): Generator<OutlineItem> {
  for (let at = note.bodyFrom; at < note.text.length;) {
    const line = lineAt(note.text, at);
    const item = itemOn(note, line);
    if (item) yield item;
    at = line.next;
  }
}

/**
 * Reads an item: a bullet that is a link to omnivore.app, with a property of Omnivore's template below. Links
 * in sentences and bullets without properties are the user's own. Without the link, the site and the saved
 * date show that it is an item, because a note must be detected the same way before and after its links are
 * repaired.
 */
function itemOn(note: Note, line: Line): OutlineItem | null {
  const { text } = note;
  const bullet = BULLET.exec(text.slice(line.from, Math.min(line.to, line.from + 8)));
  if (!bullet) return null;
  const { properties, to } = propertiesBelow(text, line.next);
  if (![...properties.keys()].some((name) => OMNIVORE_PROPERTIES.has(name))) return null;
  const from = line.from + bullet[0].length;
  const opening = indexWithin(text, '](', { from, to: line.to });
  const label = { from, to: opening < 0 ? line.to : opening };
  if (note.inCode(opening < 0 ? from : opening + 2)) return null;
  const link = opening < 0 ? '' : destination(text, opening + 2);
  const omnivoreUrl = slugOf(link) === null ? null : withoutAnchor(link);
  if (omnivoreUrl === null && !isFormerItem(properties, link)) return null;
  return { line, label, omnivoreUrl, properties, to };
}

/**
 * Returns whether the properties show that a bullet was an item. A repair replaces its link with the site's
 * URL, or removes it.
 */
function isFormerItem(properties: ReadonlyMap<string, string>, link: string): boolean {
  const original = originalIn(properties);
  return original !== null && (link === original || properties.has('date-saved'));
}

/** Returns the first value of each property. After a merge conflict, the upper version counts. */
function propertiesBelow(text: string, from: number): Pick<OutlineItem, 'properties' | 'to'> {
  const properties = new Map<string, string>();
  let to = from;
  for (let n = 0; n < MAX_PROPERTY_LINES && to < text.length; n++) {
    const line = lineAt(text, to);
    const content = text.slice(line.from, line.to);
    const [property, key = '', value = ''] = BLOCK_PROPERTY.exec(content) ?? [];
    if (property === undefined && !CONFLICT_MARKER.test(content)) break;
    const name = key.replace('_', '-');
    if (!properties.has(name)) properties.set(name, value.trim());
    to = line.next;
  }
  return { properties, to };
}

/** Returns whether a note has an outline of saved articles. */
export function isOutline(note: Note): boolean {
  return !outlineItems(note).next().done;
}

/** Returns whether a note without Omnivore's name can still be an outline of its articles. */
export function mayBeOutline({ text }: Note): boolean {
  return text.includes(SAVED_PROPERTY);
}

/** How many items are read in one step. */
const ITEMS_PER_STEP = 128;

/**
 * Returns the articles of an outline. Each ends where the next item starts. `stateNames` are the names of
 * properties with a reading state.
 */
export function* readOutline(note: Note, stateNames: readonly string[]): Steps<readonly Article[]> {
  const { text } = note;
  const articles: Article[] = [];
  let last: OutlineItem | null = null;
  for (const item of outlineItems(note)) {
    if (last) {
      const count = articles.push(readOutlineItem(text, last, item.line.from, stateNames));
      if (count % ITEMS_PER_STEP === 0) yield;
    }
    last = item;
  }
  if (last) articles.push(readOutlineItem(text, last, text.length, stateNames));
  return articles;
}

function readOutlineItem(
  text: string,
  item: OutlineItem,
  end: number,
  stateNames: readonly string[],
): Article {
  const inlineState = inlineStateOf(text, item, stateNames);
  const { line, label, omnivoreUrl, properties, to } = item;
  const url = originalIn(properties);
  const title = text.slice(label.from, label.to).replace(/^\[/, '');
  return {
    id: null,
    title: plainText(title) || null,
    author: plainText(properties.get('author') ?? '') || null,
    url,
    omnivoreUrl,
    source: url === null ? null : siteOf(url),
    tags: (properties.get('labels') ?? '').match(/\[\[[^[\]]*\]\]/g)?.map(withoutLink) ?? [],
    saved: properties.get('date-saved') || properties.get('date') || null,
    published: properties.get('date-published') || null,
    state: inlineState?.value || null,
    inlineState,
    clocks: clocksIn(omnivoreUrl),
    properties: [],
    fields: [],
    body: { from: line.from, to: end },
    header: { from: line.from, to },
  };
}

/** Returns the first property of an item with one of these names. */
function inlineStateOf(
  text: string,
  { line, to }: OutlineItem,
  names: readonly string[],
): InlineField | null {
  for (let at = line.next; at < to;) {
    const { from, to: lineEnd, next } = lineAt(text, at);
    const [property, key = '', value = ''] = BLOCK_PROPERTY.exec(text.slice(from, lineEnd)) ?? [];
    if (property !== undefined && names.includes(plainName(key))) {
      const end = from + property.trimEnd().length;
      return { value: value.trim(), range: { from: end - value.trim().length, to: end } };
    }
    at = next;
  }
  return null;
}

function clocksIn(url: string | null): readonly number[] {
  const clock = url === null ? null : instantOfUrl(url);
  return clock === null ? [] : [clock];
}

/** Returns the original URL from the `site` property. */
function originalIn(properties: ReadonlyMap<string, string>): string | null {
  return originalOf(siteLink(properties.get('site') ?? ''));
}

/** Returns the URL of a property that is one link: `[example.org](https://example.org/walk)`. */
function siteLink(value: string): string {
  const opening = value.startsWith('[') && value.endsWith(')') ? value.indexOf('](') : -1;
  return opening < 0 ? '' : value.slice(opening + 2, -1);
}
