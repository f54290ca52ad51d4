import type { Range, TextEdit } from '../../text/edits';
import { lineAt, type Line } from '../../text/lines';

/** A link to be removed. */
interface Link extends Range {
  readonly label: Range;
}

/** Labels that templates wrote, which say nothing without the link: words of the template, arrows, nothing. */
const TEMPLATE_WORDS = /^(?:read on omnivore|view in omnivore|omnivore)$/i;
const SIGNS = /^(?:(?:⤴|🔗)\uFE0F?)?$/u;

/** How far around a link is looked for what belongs to it; a line may be as long as the note. */
const NEAR_CHARS = 64;
/** In a longer line the link stands in a text. */
const LONGEST_LINE_OF_LINKS = 1_000;

/**
 * The edit that removes a link, null where the rest of its line would become something else: a fence, a list item, math, a comment. The user's words stay: titles, items of an outline and what is part of a sentence become plain text.
 * A label of the template goes with what parts it from its neighbours, and with its line where nothing else stands there.
 */
export function removeLink(text: string, line: Line, link: Link): TextEdit | null {
  const label = text.slice(link.label.from, link.label.to).trim();
  const isSign = SIGNS.test(label);
  if (!isSign && !(TEMPLATE_WORDS.test(label) && isAmongLinks(text, line, link))) {
    return { from: link.from, to: link.to, insert: plainText(label, near(text, line, link)) };
  }
  const isLine = isAlone(text, line, link) && !hasChildren(text, line);
  if (isLine) return { from: line.from, to: line.next, insert: '' };
  const range = withSeparator(text, line, link);
  return opensBlock(text, line, range) ? null : { ...range, insert: '' };
}

/** What stands before a link on its line; more than a marker where it is not near the start. */
function near(text: string, line: Line, link: Range): string {
  return link.from - line.from > NEAR_CHARS ? '…' : text.slice(line.from, link.from);
}

/** Markers of quotes, items and tasks: a text behind them opens a block. */
const OPENING = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?:\[.\][ \t]+)?$/;
/** What would be a heading, a quote, an item, a rule, an underline, a fence or a tag. */
const BLOCK_MARK = /^(?:#|>|[-+*](?=[ \t]|$)|(?:[-_*=][ \t]{0,3}){3,20}|[-=]{1,200}$|`{3}|~{3})/;
/** Beside those: an element or comment, math, a comment of Obsidian, a table, an ordered item. */
const OTHER_OPENING = /^(?:<|\$\$|%%|\||\d{1,9}[.)](?:[ \t]|$))/;

const NUMBER = /^\d{1,9}(?=[.)](?:[ \t]|$))/;

/** A label as text behind what stands before it on the line, without becoming anything else. */
function plainText(label: string, before: string): string {
  if (HEADING.test(before)) return label.endsWith('#') ? `${label.slice(0, -1)}\\#` : label;
  if (!OPENING.test(before)) return label;
  if (BLOCK_MARK.test(label)) return `\\${label}`;
  const number = NUMBER.exec(label)?.[0] ?? '';
  return number === '' ? label : `${number}\\${label.slice(number.length)}`;
}

const HEADING = /^[ \t]{0,3}#{1,6}[ \t]/;
const OTHER_LINK = /!?\[[^[\]]{0,300}\]\([^\s()]{0,2000}\)/g;

/** Whether what follows a removed range would open a block. Other links on the line may be removed as well. */
function opensBlock(text: string, line: Line, { from, to }: Range): boolean {
  if (from - line.from > LONGEST_LINE_OF_LINKS) return false;
  const before = text.slice(line.from, from).replace(OTHER_LINK, '');
  if (!OPENING.test(before)) return false;
  const rest = text.slice(to, Math.min(line.to, to + LONGEST_LINE_OF_LINKS));
  const next = rest.replace(OTHER_LINK, '').trimStart();
  return BLOCK_MARK.test(next) || OTHER_OPENING.test(next);
}

/** Whether nothing but other links and separators stands on the line, and the link is no title. */
function isAmongLinks(text: string, line: Line, link: Range): boolean {
  if (line.to - line.from > LONGEST_LINE_OF_LINKS) return false;
  const rest = text.slice(line.from, link.from) + text.slice(link.to, line.to);
  if (HEADING.test(rest) || hasChildren(text, line)) return false;
  return !/[\p{L}\p{N}]/u.test(rest.replace(/^[ \t]*\d{1,9}[.)]/, '').replace(OTHER_LINK, ''));
}

const ITEM = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/;

/** Whether a line is an item that something hangs on: a line that is indented more. */
function hasChildren(text: string, line: Line): boolean {
  const own = text.slice(line.from, line.from + NEAR_CHARS);
  if (!ITEM.test(own) || line.next >= text.length) return false;
  let below = lineAt(text, line.next);
  if (below.from === below.to && below.next < text.length) below = lineAt(text, below.next);
  const next = text.slice(below.from, Math.min(below.to, below.from + NEAR_CHARS));
  return next.trim() !== '' && indentation(next) > indentation(own);
}

function indentation(line: string): number {
  return line.length - line.trimStart().length;
}

/** Whether nothing but an item's marker and punctuation stands on the line beside the link. */
function isAlone(text: string, line: Line, link: Range): boolean {
  if (line.to - line.from - (link.to - link.from) > NEAR_CHARS) return false;
  const rest = text.slice(line.from, link.from) + text.slice(link.to, line.to);
  return /^(?:[-*+](?:[ \t]+|$))?[；;,，。.]?$/.test(rest.trim());
}

/** The link with one space before it, or with the bar that parts it from another link. */
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
