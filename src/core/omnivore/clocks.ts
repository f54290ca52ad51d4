import type { Note } from '../markdown/note';
import type { Range } from '../text/edits';
import { lineStart } from '../text/lines';
import type { Article } from './article';
import { instantOfId } from './ids';
import { destination, instantOfUrl, nextArticleUrl } from './links';

/** The instants in an article's links, in the URL of its property and in its id, in that order. */
export function clocksOf(
  note: Note,
  article: Pick<Article, 'id' | 'body' | 'header'>,
  inProperty: string | null,
): readonly number[] {
  const clocks = [
    ...clocksOfLinks(note, article),
    inProperty === null ? null : instantOfUrl(inProperty),
    article.id === null ? null : instantOfId(article.id),
  ];
  return clocks.filter((clock) => clock !== null);
}

/** Where the next URL of an article at omnivore.app starts within a range that is not in code, -1 without one. */
export function nextArticleUrlInProse(note: Note, { from, to }: Range): number {
  let at = nextArticleUrl(note.text, { from, to });
  while (at >= 0 && note.inCode(at)) at = nextArticleUrl(note.text, { from: at + 1, to });
  return at;
}

/** How a template writes the article's URL. A repair changes all links of a kind, or none. */
type LinkKind = 'article' | 'highlight' | 'line';
const LINK_KINDS = 3;

/** The clock in the first link of each kind. Other URLs may be those of other articles. */
function clocksOfLinks(
  note: Note,
  { body, header }: Pick<Article, 'body' | 'header'>,
): readonly number[] {
  const clocks = new Map<LinkKind, number>();
  let at = nextArticleUrlInProse(note, body);
  while (at >= 0 && clocks.size < LINK_KINDS) {
    const url = destination(note.text, at);
    const clock = instantOfUrl(url);
    const kind = linkKind(note.text, at, url, header);
    if (kind && clock !== null && !clocks.has(kind)) clocks.set(kind, clock);
    at = nextArticleUrlInProse(note, { from: at + 1, to: body.to });
  }
  return [...clocks.values()];
}

/** `Omnivore: ` before a URL, as a line of a template. */
const LINE_LABEL =
  /^[ \t]*(?:[-*+] )?[*_]{0,2}[^\s:*[\]()]{1,30}[*_]{0,2}::?[*_]{0,2}[ \t]{0,4}<?$/;
const LONGEST_LINE_LABEL = 60;

function linkKind(text: string, at: number, url: string, header: Range): LinkKind | null {
  if (text.startsWith('](', at - 2) || text.startsWith('](<', at - 3)) {
    return url.split('#')[1] ? 'highlight' : 'article';
  }
  const from = lineStart(text, at);
  if (at >= header.to || at - from > LONGEST_LINE_LABEL) return null;
  return LINE_LABEL.test(text.slice(from, at)) ? 'line' : null;
}
