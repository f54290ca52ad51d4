import type { Range } from '../text/edits';
import { lineAt } from '../text/lines';

/** No known template writes more lines before the article's own text. */
const MAX_HEADER_LINES = 40;
/** A rule, quote, image, element, table or fence starts the article's own text. */
const CONTENT_START = /^(?:(?:-{3,}|\*{3,}|_{3,})[ \t]*$|>|!\[|\[!\[|<|\||```|~~~)/;
/** Lines with another first character are neither headings nor the start of the article's own text. */
const SPECIAL_FIRST_CHARS = '-*_>![<|`~#';

/**
 * Returns the part of an article that the template wrote: title, tags, links, dates. It ends before the first
 * rule, quote, image or second heading. Otherwise a line of the article that looks like a date property would
 * count as the template's.
 */
export function headerOf(text: string, body: Range): Range {
  let at = body.from;
  let headings = 0;
  for (let n = 0; n < MAX_HEADER_LINES && at < body.to; n++) {
    const line = lineAt(text, at, body.to);
    const start = skipSpaces(text, line);
    if (SPECIAL_FIRST_CHARS.includes(text.charAt(start))) {
      const head = text.slice(start, Math.min(line.to, line.from + 80));
      if (CONTENT_START.test(head)) break;
      if (/^#{1,6}[ \t]/.test(head) && ++headings > 1) break;
    }
    at = line.next;
  }
  return { from: body.from, to: at };
}

function skipSpaces(text: string, { from, to }: Range): number {
  let at = from;
  while (at < to && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at++;
  return at;
}

/** Returns the text of the first heading in a header, or null. */
export function headingLine(text: string, header: Range): Range | null {
  const match = /(?:^|\n)#{1,6}[ \t]+/.exec(text.slice(header.from, header.to));
  if (!match) return null;
  const from = header.from + match.index + match[0].length;
  const { to } = lineAt(text, from, header.to);
  const heading = text.slice(from, to).trimEnd();
  return heading === '' ? null : { from, to: from + heading.length };
}
