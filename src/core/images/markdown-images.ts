import type { Range } from '../text/edits';

/** An image in Markdown: `![alt](destination "title")`. */
export interface MarkdownImage extends Range {
  /** The range between the brackets. */
  readonly alt: Range;
  /** The range of the URL, including angle brackets if there are any. */
  readonly destination: Range;
  /** The URL without angle brackets. Escapes and entities are not decoded. */
  readonly url: string;
  readonly hasTitle: boolean;
}

/** Returns the end of the code, comment or math at an offset; -1 if there is none. */
export type CodeEnd = (offset: number) => number;

/**
 * Longer alternative texts and titles are ignored, so that the time stays linear. In UTF-16 code
 * units.
 */
const MAX_ALT_LENGTH = 2_000;
/** The longest URL that is read, in UTF-16 code units. */
export const MAX_DESTINATION_LENGTH = 8_192;
/** Parsers ignore links with more nested parentheses. */
const MAX_NESTED_PARENTHESES = 30;
/**
 * Matches the start of a line that can't continue a paragraph: heading, list, fence, underline of a
 * heading.
 */
const STARTS_BLOCK =
  /[ \t>]*(?:#{1,6}[ \t]|[-+*][ \t]|\d{1,9}[.)][ \t]|```|~~~|[-=]+[ \t]*(?:\r?\n|$))/y;

/**
 * Yields the images that start in a range, in order. An image in another's alternative text is not
 * listed.
 */
export function* markdownImages(
  text: string,
  { from, to }: Range,
  codeEnd: CodeEnd,
): Generator<MarkdownImage> {
  for (let at = text.indexOf('![', from); at >= 0 && at < to; at = text.indexOf('![', at)) {
    const end = codeEnd(at);
    if (end >= 0) {
      at = Math.max(end, at + 2);
      continue;
    }
    const image = isEscaped(text, at) ? null : imageAt(text, at, to, codeEnd);
    if (image) yield image;
    at = image?.to ?? at + 2;
  }
}

/** Returns whether an odd number of backslashes precedes an offset. */
export function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (before > 0 && text.charAt(before - 1) === '\\') before--;
  return (at - before) % 2 === 1;
}

function imageAt(
  text: string,
  from: number,
  limit: number,
  codeEnd: CodeEnd,
): MarkdownImage | null {
  const altEnd = closingBracket(text, from + 2, limit, codeEnd);
  if (altEnd < 0 || text.charAt(altEnd + 1) !== '(') return null;
  const start = skipSpace(text, altEnd + 2, limit);
  const destination = start < 0 ? null : destinationAt(text, start, limit);
  if (!destination) return null;
  const end = endOfImage(text, destination.to, limit);
  if (end === null) return null;
  if (isInHeading(text, from, end.to)) return null;
  const angle = text.charAt(destination.from) === '<' ? 1 : 0;
  const url = text.slice(destination.from + angle, destination.to - angle);
  const alt = { from: from + 2, to: altEnd };
  return { from, to: end.to, alt, destination, url, hasTitle: end.hasTitle };
}

const HEADING_START = /[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)?#{1,6}[ \t]/y;

/** Returns whether an image of several lines starts in a heading. A heading ends with its line. */
function isInHeading(text: string, from: number, to: number): boolean {
  if (!text.slice(from, to).includes('\n')) return false;
  HEADING_START.lastIndex = from === 0 ? 0 : text.lastIndexOf('\n', from - 1) + 1;
  return HEADING_START.test(text);
}

const BRACKETS = /[[\]\\\n`<$%]/g;

/**
 * Returns the offset of the bracket that closes the one before `from`; -1 if its block ends first.
 */
export function closingBracket(
  text: string,
  from: number,
  limit: number,
  codeEnd: CodeEnd,
): number {
  const last = Math.min(limit, from + MAX_ALT_LENGTH);
  let depth = 0;
  for (let at = from; at < last; at++) {
    BRACKETS.lastIndex = at;
    at = BRACKETS.exec(text)?.index ?? last;
    if (at >= last) return -1;
    const sign = text.charAt(at);
    if (sign === '\\') at++;
    else if (sign === '[') depth++;
    else if (sign === ']') {
      if (depth-- === 0) return at;
    } else if (sign === '\n') {
      if (endsBlock(text, at + 1)) return -1;
    } else {
      const end = codeEnd(at);
      if (end >= 0) at = end - 1;
    }
  }
  return -1;
}

const BLANK_LINE = /[ \t>]*(?:\r?\n|$)/y;

/** Returns whether the line at an offset can't continue the paragraph above it. */
function endsBlock(text: string, at: number): boolean {
  BLANK_LINE.lastIndex = at;
  STARTS_BLOCK.lastIndex = at;
  return BLANK_LINE.test(text) || STARTS_BLOCK.test(text);
}

/** Skips spaces and at most one line break. Returns -1 if a block ends there. */
function skipSpace(text: string, from: number, limit: number): number {
  let breaks = 0;
  for (let at = from; at < limit; at++) {
    const sign = text.charAt(at);
    if (sign === '\n') {
      if (breaks++ > 0 || endsBlock(text, at + 1)) return -1;
    } else if (sign !== ' ' && sign !== '\t' && sign !== '\r') return at;
  }
  return -1;
}

/** Returns the range of the destination at an offset, with its angle brackets; null if there is none. */
export function destinationAt(text: string, from: number, limit: number): Range | null {
  const last = Math.min(limit, from + MAX_DESTINATION_LENGTH);
  return text.charAt(from) === '<' ? inAngles(text, from, last) : bare(text, from, last);
}

function inAngles(text: string, from: number, last: number): Range | null {
  for (let at = from + 1; at < last; at++) {
    const sign = text.charAt(at);
    if (sign === '\\') at++;
    else if (sign === '>') return { from, to: at + 1 };
    else if (sign === '<' || sign === '\n') return null;
  }
  return null;
}

function bare(text: string, from: number, last: number): Range | null {
  let depth = 0;
  for (let at = from; at < last; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x5c && isPunctuation(text.charCodeAt(at + 1))) at++;
    else if (code === 0x28) {
      if (++depth > MAX_NESTED_PARENTHESES) return null;
    } else if (code === 0x29) {
      if (depth-- === 0) return at > from ? { from, to: at } : null;
    } else if (code <= 0x20 || code === 0x7f) {
      return depth === 0 && at > from ? { from, to: at } : null;
    }
  }
  return null;
}

/** Returns whether a character is ASCII punctuation, which a backslash can escape. */
function isPunctuation(code: number): boolean {
  return (
    (code > 0x20 && code < 0x30) ||
    (code > 0x39 && code < 0x41) ||
    (code > 0x5a && code < 0x61) ||
    (code > 0x7a && code < 0x7f)
  );
}

interface ImageEnd {
  readonly to: number;
  readonly hasTitle: boolean;
}

/** Reads the part after a destination: an optional title, then `)`. */
function endOfImage(text: string, from: number, limit: number): ImageEnd | null {
  const next = skipSpace(text, from, limit);
  if (next < 0) return null;
  if (text.charAt(next) === ')') return { to: next + 1, hasTitle: false };
  const titleEnd = next > from ? endOfTitle(text, next, limit) : -1;
  const close = titleEnd < 0 ? -1 : skipSpace(text, titleEnd, limit);
  return close >= 0 && text.charAt(close) === ')' ? { to: close + 1, hasTitle: true } : null;
}

const CLOSING_DELIMITERS: Readonly<Record<string, string>> = { '"': '"', "'": "'", '(': ')' };

/** Returns the end of the title at an offset; -1 if there is none. */
export function endOfTitle(text: string, from: number, limit: number): number {
  const open = text.charAt(from);
  const close = CLOSING_DELIMITERS[open];
  if (close === undefined) return -1;
  const last = Math.min(limit, from + MAX_ALT_LENGTH);
  for (let at = from + 1; at < last; at++) {
    const sign = text.charAt(at);
    if (sign === '\\') at++;
    else if (sign === close) return at + 1;
    else if (sign === '(' && open === '(') return -1;
    else if (sign === '\n' && endsBlock(text, at + 1)) return -1;
  }
  return -1;
}
