import type { Range } from '../text/edits';
import type { Steps } from '../text/steps';

const HIGHLIGHT_LINK = /\]\(https:\/\/omnivore\.app\/me\/[^)\s#[\]]{0,300}#[\w-]{8}[\w-]{0,100}\)/;
const HIGHLIGHT_MARK = /<mark class="omni/;
/**
 * The ID that Omnivore's plugin writes after a highlight. It stays when the link to Omnivore is repaired or
 * removed.
 */
const HIGHLIGHT_ID = /[ \t]\^[0-9a-f]{8}[ \t]{0,8}\r?(?:\n|$)/;
const HIGHLIGHTS_HEADING = /(?:^|\n)#{1,6} (?:Highlights|高亮)[ \t]*\r?(?:\n|$)/;

/** The label of the link that Omnivore's plugin writes after a highlight: an arrow, a chain or nothing. */
export const HIGHLIGHT_LABEL = /^(?:(?:⤴|🔗)\uFE0F?)?$/u;

/** Whether an article's body has highlights, or the heading that Omnivore puts above them. */
export function hasHighlights(body: string): boolean {
  const signs = [HIGHLIGHT_LINK, HIGHLIGHT_MARK, HIGHLIGHT_ID, HIGHLIGHTS_HEADING];
  return signs.some((sign) => sign.test(body));
}

/**
 * Counts the highlights in a range of a note. A highlight may have a link, an ID and a `<mark>`; the most
 * frequent of these is counted. Without any, counts the quotes below the heading of highlights.
 */
export function* countHighlights(text: string, { from, to }: Range): Steps<number> {
  const body = text.slice(from, to);
  const counts: number[] = [];
  for (const sign of [HIGHLIGHT_LINK, HIGHLIGHT_MARK, HIGHLIGHT_ID]) {
    counts.push(countMatches(body, sign));
    yield;
  }
  return Math.max(...counts) || countQuotes(body);
}

/** `sign` has no groups. */
function countMatches(text: string, sign: RegExp): number {
  return text.split(sign).length - 1;
}

/** The block quotes from the heading of highlights to the next heading. */
function countQuotes(body: string): number {
  const heading = HIGHLIGHTS_HEADING.exec(body);
  if (!heading) return 0;
  let count = 0;
  let isInQuote = false;
  for (const line of body.slice(heading.index + heading[0].length).split('\n')) {
    if (/^#{1,6} /.test(line)) break;
    const isQuote = line.startsWith('>');
    if (isQuote && !isInQuote) count++;
    isInQuote = isQuote;
  }
  return count;
}
