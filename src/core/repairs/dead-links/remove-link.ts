import { HIGHLIGHT_LABEL } from '../../omnivore/highlights';
import type { Range, TextEdit } from '../../text/edits';
import { lineAt, type Line } from '../../text/lines';

/** A link to be removed. */
interface LabeledRange extends Range {
  readonly label: Range;
}

/** Labels that templates wrote and that mean nothing without the link: words, arrows, or an empty label. */
const TEMPLATE_WORDS = /^(?:read on omnivore|view in omnivore|omnivore)$/i;

/** How far to search around a link for text that belongs to it. A line may be as long as the note. */
const NEAR_CHARS = 64;
/** A link in a longer line is part of prose. */
const LONGEST_LINE_OF_LINKS = 1_000;

/**
 * Returns the edit that removes a link. Null if the rest of its line would then become something else: a fence, a
 * list item, math or a comment. The user's words stay as plain text: titles, items of an outline, parts of a
 * sentence. A template's label is removed with its separator, and with its line if nothing else is on it.
 */
export function removeLink(text: string, line: Line, link: LabeledRange): TextEdit | null {
  const label = text.slice(link.label.from, link.label.to).trim();
  const isSign = HIGHLIGHT_LABEL.test(label);
  if (!isSign && !(TEMPLATE_WORDS.test(label) && isAmongLinks(text, line, link))) {
    return { from: link.from, to: link.to, insert: escapeLabel(label, near(text, line, link)) };
  }
  const isLine = isAloneInItem(text, line, link) && !hasChildren(text, line);
  if (isLine) return { from: line.from, to: line.next, insert: '' };
  const range = withSeparator(text, line, link);
  return opensBlock(text, line, range) ? null : { ...range, insert: '' };
}

/** Returns the text before a link on its line, or '…' if that is too long to be only a marker. */
function near(text: string, line: Line, link: Range): string {
  return link.from - line.from > NEAR_CHARS ? '…' : text.slice(line.from, link.from);
}

/** Markers of quotes, items and tasks. Text after them can open a block. */
const OPENING = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?:\[.\][ \t]+)?$/;
/** Text that opens a heading, a quote, an item, a rule, an underline, a fence or a tag. */
const BLOCK_MARK = /^(?:#|>|[-+*](?=[ \t]|$)|(?:[-_*=][ \t]{0,3}){3,20}|[-=]{1,200}$|`{3}|~{3})/;
/** Text that opens an HTML element or comment, math, an Obsidian comment, a table or an ordered item. */
const OTHER_OPENING = /^(?:<|\$\$|%%|\||\d{1,9}[.)](?:[ \t]|$))/;

const NUMBER = /^\d{1,9}(?=[.)](?:[ \t]|$))/;

/** Escapes a label so that it stays plain text after `before`, the text before it on its line. */
function escapeLabel(label: string, before: string): string {
  if (HEADING_LINE.test(before)) return label.endsWith('#') ? `${label.slice(0, -1)}\\#` : label;
  if (!OPENING.test(before)) return label;
  if (BLOCK_MARK.test(label)) return `\\${label}`;
  const number = NUMBER.exec(label)?.[0] ?? '';
  return number === '' ? label : `${number}\\${label.slice(number.length)}`;
}

const HEADING_LINE = /^[ \t]{0,3}#{1,6}[ \t]/;
const OTHER_LINK = /!?\[[^[\]]{0,300}\]\([^\s()]{0,2000}\)/g;

/** Returns whether the text after a removed range would open a block. Other links on the line may be removed too. */
function opensBlock(text: string, line: Line, { from, to }: Range): boolean {
  if (from - line.from > LONGEST_LINE_OF_LINKS) return false;
  const before = text.slice(line.from, from).replace(OTHER_LINK, '');
  if (!OPENING.test(before)) return false;
  const rest = text.slice(to, Math.min(line.to, to + LONGEST_LINE_OF_LINKS));
  const next = rest.replace(OTHER_LINK, '').trimStart();
  return BLOCK_MARK.test(next) || OTHER_OPENING.test(next);
}

/** Returns whether the line contains only other links and separators, and the link is not a title. */
function isAmongLinks(text: string, line: Line, link: Range): boolean {
  if (line.to - line.from > LONGEST_LINE_OF_LINKS) return false;
  const rest = text.slice(line.from, link.from) + text.slice(link.to, line.to);
  if (HEADING_LINE.test(rest) || hasChildren(text, line)) return false;
  return !/[\p{L}\p{N}]/u.test(rest.replace(/^[ \t]*\d{1,9}[.)]/, '').replace(OTHER_LINK, ''));
}

const LIST_ITEM = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/;

/** Returns whether a line is a list item with children: the next line is indented more. */
function hasChildren(text: string, line: Line): boolean {
  const own = text.slice(line.from, line.from + NEAR_CHARS);
  if (!LIST_ITEM.test(own) || line.next >= text.length) return false;
  let below = lineAt(text, line.next);
  if (below.from === below.to && below.next < text.length) below = lineAt(text, below.next);
  const next = text.slice(below.from, Math.min(below.to, below.from + NEAR_CHARS));
  return next.trim() !== '' && indentation(next) > indentation(own);
}

function indentation(line: string): number {
  return line.length - line.trimStart().length;
}

/** Returns whether the line contains only the link, a list marker and punctuation. */
function isAloneInItem(text: string, line: Line, link: Range): boolean {
  if (line.to - line.from - (link.to - link.from) > NEAR_CHARS) return false;
  const rest = text.slice(line.from, link.from) + text.slice(link.to, line.to);
  return /^(?:[-*+](?:[ \t]+|$))?[；;,，。.]?$/.test(rest.trim());
}

/** Returns the range of the link with the space before it, or with the `|` that separates it from another link. */
function withSeparator(text: string, line: Line, link: Range): Range {
  const bar = /^[ \t]{0,8}\|[ \t]{0,8}/.exec(
    text.slice(link.to, Math.min(line.to, link.to + NEAR_CHARS)),
  );
  if (bar && /^[ \t]*(?:[-*+][ \t]+)?$/.test(near(text, line, link))) {
    return { from: link.from, to: link.to + bar[0].length };
  }
  const start = Math.max(line.from, link.from - NEAR_CHARS);
  const before = /(?:[ \t]{0,8}\|[ \t]{0,8}| )$/.exec(text.slice(start, link.from));
  return { from: link.from - (before?.[0].length ?? 0), to: link.to };
}
