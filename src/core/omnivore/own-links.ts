import type { Note } from '../markdown/note';
import type { Range } from '../text/edits';
import { lineStart } from '../text/lines';
import { nextArticleUrl } from './links';

/** Returns where the next article URL at omnivore.app starts within a range and outside code, or -1. */
export function nextArticleUrlInProse(note: Note, { from, to }: Range): number {
  let at = nextArticleUrl(note.text, { from, to });
  while (at >= 0 && note.inCode(at)) at = nextArticleUrl(note.text, { from: at + 1, to });
  return at;
}

/** How a template writes the article's URL. A repair changes all links of a kind, or none. */
export type LinkKind = 'article' | 'highlight' | 'line';

/** `Omnivore: ` before a URL, as a line of a template. */
const LINE_LABEL =
  /^[ \t]*(?:[-*+] )?[*_]{0,2}[^\s:*[\]()]{1,30}[*_]{0,2}::?[*_]{0,2}[ \t]{0,4}<?$/;
const MAX_LINE_LABEL_LENGTH = 60;

/** Returns the kind of link at a URL, or null if the URL may be another article's. */
export function linkKind(text: string, at: number, url: string, header: Range): LinkKind | null {
  if (text.startsWith('](', at - 2) || text.startsWith('](<', at - 3)) {
    return url.split('#')[1] ? 'highlight' : 'article';
  }
  const from = lineStart(text, at);
  if (at >= header.to || at - from > MAX_LINE_LABEL_LENGTH) return null;
  return LINE_LABEL.test(text.slice(from, at)) ? 'line' : null;
}
