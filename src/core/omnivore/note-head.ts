import { lineAt } from '../text/lines';
import { destination } from './links';

/** No known template writes more lines before the article's own text. */
const MAX_HEAD_LINES = 40;
/** A longer line is prose, whatever it contains. In characters. */
const MAX_HEAD_LINE_LENGTH = 2_000;
/** A longer line without links is prose, not a label or a name. In characters. */
const MAX_FIELD_LABEL_LENGTH = 60;

/** A line of a note's head. */
export interface HeadLine {
  readonly from: number;
  readonly to: number;
  /** Whether it contains only links, tags and labels. */
  readonly standsAlone: boolean;
}

/**
 * Returns the lines that a template may have written before the article's own text: headings, links, tags,
 * properties, labels. Stops before the first prose, quote, image, element, table or fence. Skips blank lines
 * and rules.
 */
export function headLines(text: string, from: number): readonly HeadLine[] {
  const lines: HeadLine[] = [];
  let at = from;
  for (let n = 0; n < MAX_HEAD_LINES && at < text.length; n++) {
    const line = lineAt(text, at);
    at = line.next;
    const content = text
      .slice(line.from, Math.min(line.to, line.from + MAX_HEAD_LINE_LENGTH))
      .trim();
    if (content === '' || /^[-*_]{3,20}$/.test(content)) continue;
    if (
      /^(?:>|!\[|<|\||```|~~~|%%|\$\$)/.test(content) ||
      line.to - line.from > MAX_HEAD_LINE_LENGTH
    )
      break;
    const standing = hasOnlyLinks(content);
    if (!standing && !isLabel(content)) break;
    lines.push({ from: line.from, to: line.to, standsAlone: standing });
  }
  return lines;
}

/** Returns whether a line is a heading, a property or a few words. */
function isLabel(line: string): boolean {
  return (
    line.length <= MAX_FIELD_LABEL_LENGTH || /^#{1,6}\s/.test(line) || PROPERTY_LINE.test(line)
  );
}

const PROPERTY_LINE =
  /^(?:[-*+] )?\*{0,2}[^\s:*[\]()]{1,30}(?: [^\s:*[\]()]{1,30}){0,3}\*{0,2}::?\*{0,2}(?:\s|$)/;

/** Words that connect two links. */
const CONNECTIVES = /^(?:or|and|und|oder|y|o|et|ou|e|и|和|或|と)$/iu;
/** Letters and digits of scripts that don't separate words with spaces. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const WORD = /[\p{L}\p{N}]+/gu;
/** How many letters of such a script count as one word. */
const LETTERS_PER_WORD = 3;
const MAX_LABEL_WORDS = 3;

/**
 * Returns whether a line contains only links, tags, labels before a link, and at most one more word.
 * Templates write such lines in any language; a sentence with a link has more words.
 */
export function hasOnlyLinks(line: string): boolean {
  const pieces = betweenLinks(line);
  const last = pieces.length - 1;
  if (last === 0) return false;
  let words = 0;
  for (let i = 0; i <= last; i++) {
    const piece = pieces[i] as string;
    if (piece === '') continue;
    const count = wordsIn(piece);
    const isLabel = i < last && count <= MAX_LABEL_WORDS && /[:：]\s{0,4}[*_<]{0,3}$/.test(piece);
    if (!isLabel) words += count;
    if (words > 1) return false;
  }
  return true;
}

/** Counts words, but stops when there are more than a label can have. */
function wordsIn(text: string): number {
  let words = 0;
  if (/^[\s|]*$/.test(text)) return words;
  for (const [word] of text.matchAll(WORD)) {
    if (CONNECTIVES.test(word)) continue;
    words += UNSPACED.test(word) ? Math.ceil(word.length / LETTERS_PER_WORD) : 1;
    if (words > MAX_LABEL_WORDS) break;
  }
  return words;
}

/**
 * Returns the text before, between and after the links, URLs and tags of a line. Without any, returns the
 * whole line.
 */
function betweenLinks(line: string): readonly string[] {
  const pieces: string[] = [];
  let from = 0;
  for (let at = nextLinkStart(line, 0); at >= 0;) {
    const end = linkEnd(line, at);
    if (end > at) {
      pieces.push(line.slice(from, at));
      from = end;
    }
    at = nextLinkStart(line, Math.max(end, at + 1));
  }
  pieces.push(line.slice(from));
  return pieces;
}

const LINK_START = /[[#]|https?:\/\//gi;

/** Returns where the next link, URL or tag may start, or -1. */
function nextLinkStart(line: string, from: number): number {
  LINK_START.lastIndex = from;
  return LINK_START.exec(line)?.index ?? -1;
}

const HASHTAG = /#[\p{L}\p{N}_/-]{1,100}/uy;

/** Returns where the link, URL or tag that may start at an offset ends, or the offset itself if there is none. */
function linkEnd(line: string, at: number): number {
  switch (line.charAt(at)) {
    case '[':
      return bracketEnd(line, at);
    case '#': {
      HASHTAG.lastIndex = at;
      return at > 0 && /\S/.test(line.charAt(at - 1))
        ? at
        : at + (HASHTAG.exec(line)?.[0].length ?? 0);
    }
    default:
      return at + destination(line, at).length;
  }
}

/** Labels are short. Without a limit, a line with many brackets would take quadratic time. In characters. */
const MAX_LINK_LABEL_LENGTH = 400;

function bracketEnd(line: string, at: number): number {
  const near = line.slice(at, at + MAX_LINK_LABEL_LENGTH);
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
