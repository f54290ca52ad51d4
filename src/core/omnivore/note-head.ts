import { lineAt } from '../text/lines';
import { destination } from './links';

/** No template seen writes more lines before the article's own text. */
const MOST_LINES = 40;
/** A longer line is prose, whatever it holds. */
const LONGEST_LINE = 2_000;
/** A longer line without links is prose: it is more than a label or a name. */
const LONGEST_LABEL = 60;

/** A line of a note's head. */
export interface HeadLine {
  readonly from: number;
  readonly to: number;
  /** True where nothing stands on it but links, tags and labels. */
  readonly standing: boolean;
}

/**
 * The lines that a template can have written before an article's own text: headings, links, tags, properties, labels. Ends before the
 * first line of prose, quote, image, element, table or fence; blank lines and rules are passed.
 */
export function headLines(text: string, from: number): readonly HeadLine[] {
  const lines: HeadLine[] = [];
  let at = from;
  for (let n = 0; n < MOST_LINES && at < text.length; n++) {
    const line = lineAt(text, at);
    at = line.next;
    const content = text.slice(line.from, Math.min(line.to, line.from + LONGEST_LINE)).trim();
    if (content === '' || /^[-*_]{3,20}$/.test(content)) continue;
    if (/^(?:>|!\[|<|\||```|~~~|%%|\$\$)/.test(content) || line.to - line.from > LONGEST_LINE)
      break;
    const standing = isStanding(content);
    if (!standing && !isLabel(content)) break;
    lines.push({ from: line.from, to: line.to, standing });
  }
  return lines;
}

/** A heading, a property or a few words. */
function isLabel(line: string): boolean {
  return /^#{1,6}\s/.test(line) || PROPERTY.test(line) || line.length <= LONGEST_LABEL;
}

const PROPERTY =
  /^(?:[-*+] )?\*{0,2}[^\s:*[\]()]{1,30}(?: [^\s:*[\]()]{1,30}){0,3}\*{0,2}::?\*{0,2}(?:\s|$)/;

/** Words that connect two links. */
const CONNECTIVES = /^(?:or|and|und|oder|y|o|et|ou|e|и|和|或|と)$/iu;
/** Letters and digits of a script that puts no spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const WORD = /[\p{L}\p{N}]+/gu;
/** As many letters of an unspaced script make a word. */
const LETTERS_A_WORD = 3;
const MOST_WORDS_IN_LABEL = 3;

/**
 * Whether nothing stands on a line but links, tags, labels with a colon before a link, and one word more: what a template writes
 * around a link, in any language. A sentence that holds a link has more words.
 */
export function isStanding(line: string): boolean {
  const pieces = betweenLinks(line);
  const last = pieces.length - 1;
  if (last === 0) return false;
  let words = 0;
  for (const [i, piece] of pieces.entries()) {
    const count = wordsIn(piece);
    const isLabel =
      i < last && count <= MOST_WORDS_IN_LABEL && /[:：]\s{0,4}[*_<]{0,3}$/.test(piece);
    if (!isLabel) words += count;
    if (words > 1) return false;
  }
  return true;
}

/** How many words there are; more than a label can have are not counted on. */
function wordsIn(text: string): number {
  let words = 0;
  for (const [word] of text.matchAll(WORD)) {
    if (CONNECTIVES.test(word)) continue;
    words += UNSPACED.test(word) ? Math.ceil(word.length / LETTERS_A_WORD) : 1;
    if (words > MOST_WORDS_IN_LABEL) break;
  }
  return words;
}

/** What stands before, between and behind the links, URLs and tags of a line; the whole line where it has none. */
function betweenLinks(line: string): readonly string[] {
  if (!/[[#]|http/.test(line)) return [line];
  const pieces: string[] = [];
  let from = 0;
  for (let at = 0; at < line.length;) {
    const end = linkEnd(line, at);
    if (end > at) {
      pieces.push(line.slice(from, at));
      from = end;
    }
    at = Math.max(end, at + 1);
  }
  return [...pieces, line.slice(from)];
}

const TAG = /#[\p{L}\p{N}_/-]{1,100}/uy;

/** Where a link, a URL or a tag that starts at an offset ends; the offset itself where none does. */
function linkEnd(line: string, at: number): number {
  switch (line.charAt(at)) {
    case '[':
      return bracketEnd(line, at);
    case 'h':
      return /^https?:\/\//.test(line.slice(at, at + 8)) ? at + destination(line, at).length : at;
    case '#': {
      TAG.lastIndex = at;
      return at > 0 && /\S/.test(line.charAt(at - 1)) ? at : at + (TAG.exec(line)?.[0].length ?? 0);
    }
    default:
      return at;
  }
}

/** Labels are short: without a bound, a line full of brackets would be read again from each of them. */
const LONGEST_LINK_LABEL = 400;

function bracketEnd(line: string, at: number): number {
  const near = line.slice(at, at + LONGEST_LINK_LABEL);
  if (near.startsWith('[[')) {
    const closing = near.indexOf(']]');
    return closing < 0 ? at : at + closing + 2;
  }
  const opening = near.indexOf('](');
  if (opening < 0) return at;
  const from = at + opening + 2;
  const to = from + destination(line, from).length;
  return line.charAt(to) === ')' ? to + 1 : at;
}
