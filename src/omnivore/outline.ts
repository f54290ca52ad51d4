import type { Span } from '../text/edit';
import type { Note } from '../note/note';
import { lineAt, lineAround, type Line } from '../text/lines';
import type { Article } from './article';
import {
  destination,
  instantOfUrl,
  nextArticleUrl,
  originalOf,
  siteOf,
  withoutAnchor,
} from './links';
import { plainText } from './plain-text';
import { withoutLink } from './read-article';

/** A bullet at the top of the outline or one step in; deeper ones were moved into the user's own blocks. */
const BULLET = /^\uFEFF?(?:\t| {2,4})?[-*+] /;
/** A property of a block; Logseq's plugin wrote `date_saved` before it wrote `date-saved`, and `date` before that. */
const PROPERTY = /^[ \t]{1,40}([\w-]{1,40}):: ?(.*)$/;
/** Properties of Omnivore's template; `id`, `collapsed` and the like are Logseq's own and may stand between them. */
const OMNIVORE_PROPERTIES = new Set([
  ...['site', 'author', 'labels', 'date-saved', 'date-published', 'date'],
]);
/** What git leaves in a file where two versions were merged. */
const CONFLICT_MARKER = /^[ \t]{0,40}(?:<{7}|={7}|>{7})(?: |$)/;
/** Properties and conflict markers that are read below an item. */
const MOST_LINES = 40;

/** An item of an outline: its first line, the URL in it, what its properties say, and where they end. */
interface Item {
  readonly line: Line;
  /** What stands between the bullet and the URL; its `[` is missing where the user cut it off. */
  readonly label: Span;
  readonly url: Span;
  readonly said: ReadonlyMap<string, string>;
  readonly to: number;
}

/**
 * The first item of an outline of saved articles that starts at or after an offset: a bullet that is a link to omnivore.app, with
 * a property of Omnivore's template below. Links in sentences and bullets without properties are the user's own.
 */
function nextItem(note: Note, from: number): Item | null {
  const { text } = note;
  let at = nextArticleUrl(text, { from, to: text.length });
  while (at >= 0) {
    const line = lineAround(text, at);
    const item = note.inCode(at) ? null : itemOn(text, line, at);
    if (item) return item;
    at = nextArticleUrl(text, { from: line.next, to: text.length });
  }
  return null;
}

function itemOn(text: string, line: Line, at: number): Item | null {
  const bullet = BULLET.exec(text.slice(line.from, Math.min(line.to, line.from + 8)));
  if (!bullet || text.indexOf('](', line.from) !== at - 2) return null;
  const { said, to } = propertiesBelow(text, line.next);
  if (![...said.keys()].some((name) => OMNIVORE_PROPERTIES.has(name))) return null;
  const label = { from: line.from + bullet[0].length, to: at - 2 };
  return { line, label, url: { from: at, to: at + destination(text, at).length }, said, to };
}

/** The first value of each property; of two versions that git left, the upper one. */
function propertiesBelow(text: string, from: number): Pick<Item, 'said' | 'to'> {
  const said = new Map<string, string>();
  let to = from;
  for (let n = 0; n < MOST_LINES && to < text.length; n++) {
    const line = lineAt(text, to);
    const content = text.slice(line.from, line.to);
    const [property, key = '', value = ''] = PROPERTY.exec(content) ?? [];
    if (property === undefined && !CONFLICT_MARKER.test(content)) break;
    const name = key.replace('_', '-');
    if (!said.has(name)) said.set(name, value.trim());
    to = line.next;
  }
  return { said, to };
}

/** Whether a note has an outline of saved articles. */
export function isOutline(note: Note): boolean {
  return nextItem(note, note.bodyFrom) !== null;
}

/** The articles of an outline, each from its item to the next one. */
export function readOutline(note: Note): readonly Article[] {
  const items: Item[] = [];
  let item = nextItem(note, note.bodyFrom);
  while (item) {
    items.push(item);
    item = nextItem(note, item.line.next);
  }
  return items.map((found, i) =>
    readItem(note.text, found, items[i + 1]?.line.from ?? note.text.length),
  );
}

function readItem(text: string, { line, label, url: link, said, to }: Item, end: number): Article {
  const omnivoreUrl = withoutAnchor(text.slice(link.from, link.to));
  const site = siteLink(said.get('site') ?? '');
  const url = originalOf(site);
  const title = text.slice(label.from, label.to).replace(/^\[/, '');
  return {
    id: null,
    title: plainText(title) || null,
    author: plainText(said.get('author') ?? '') || null,
    url,
    omnivoreUrl,
    source: url === null ? null : siteOf(url),
    tags: (said.get('labels') ?? '').match(/\[\[[^[\]]*\]\]/g)?.map(withoutLink) ?? [],
    saved: said.get('date-saved') || said.get('date') || null,
    published: said.get('date-published') || null,
    state: null,
    clock: instantOfUrl(omnivoreUrl),
    properties: [],
    fields: [],
    body: { from: line.from, to: end },
    header: { from: line.from, to },
  };
}

/** The URL of a property that is one link: `[example.org](https://example.org/walk)`. */
function siteLink(value: string): string {
  const opening = value.startsWith('[') && value.endsWith(')') ? value.indexOf('](') : -1;
  return opening < 0 ? '' : value.slice(opening + 2, -1);
}
