import type { Note } from '../note/note';
import { lineAt, lineAround } from '../text/lines';
import type { Article } from './article';
import { instantOfSlug } from './clock';
import { ARTICLE_ADDRESS, destination, siteOf, slugOf } from './links';
import { withoutLink } from './read-article';

/** An item of the Logseq plugin's page: at the top of the outline or one step in, with a property of its below. */
const ITEM = /^(?:\t| {2,4})?- .{0,2000}\]\(https:\/\/omnivore\.app\/me\//;
const ITEM_PROPERTY =
  /^[ \t]+(collapsed|site|author|labels|date[-_]saved|date[-_]published):: ?(.*)$/;

/** Whether the line around an offset is an item of an outline of saved articles. */
export function isOutlineItem(text: string, at: number): boolean {
  const line = lineAround(text, at);
  if (!ITEM.test(text.slice(line.from, line.to))) return false;
  const below = lineAt(text, line.next);
  return ITEM_PROPERTY.test(text.slice(below.from, below.to));
}

/** The articles of an outline, each from its item to the next one. */
export function readOutline(note: Note): readonly Article[] {
  const { text } = note;
  const starts: number[] = [];
  for (let at = note.bodyFrom; at >= 0;) {
    at = text.indexOf(ARTICLE_ADDRESS, at);
    if (at < 0) break;
    const line = lineAround(text, at);
    if (isOutlineItem(text, at) && !note.inCode(at)) starts.push(line.from);
    at = line.next > at ? line.next : -1;
  }
  return starts.map((from, i) => readItem(text, from, starts[i + 1] ?? text.length));
}

function readItem(text: string, from: number, to: number): Article {
  const item = lineAt(text, from, to);
  const said = new Map<string, string>();
  let at = item.next;
  while (at < to) {
    const line = lineAt(text, at, to);
    const match = ITEM_PROPERTY.exec(text.slice(line.from, line.to));
    if (!match) break;
    said.set((match[1] ?? '').replace('_', '-'), (match[2] ?? '').trim());
    at = line.next;
  }
  const link = text.indexOf(ARTICLE_ADDRESS, from);
  const omnivoreUrl = destination(text, link);
  const site = /^\[(.*)\]\((\S+)\)$/.exec(said.get('site') ?? '');
  const url = site?.[2] ?? null;
  const opening = text.indexOf('[', from);
  return {
    id: null,
    title: text.slice(opening + 1, link - 2).trim() || null,
    author: said.get('author') || null,
    url,
    omnivoreUrl,
    source: url === null ? null : siteOf(url),
    tags: (said.get('labels') ?? '').match(/\[\[[^[\]]*\]\]/g)?.map(withoutLink) ?? [],
    saved: said.get('date-saved') || null,
    published: said.get('date-published') || null,
    state: null,
    clock: instantOfSlug(slugOf(omnivoreUrl) ?? ''),
    properties: [],
    fields: [],
    body: { from, to },
    header: { from, to: at },
  };
}
