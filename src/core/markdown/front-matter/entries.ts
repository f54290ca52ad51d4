import type { Range } from '../../text/edits';
import { lineAt } from '../../text/lines';
import { isSpaceOrTab } from '../../text/characters';

/** A key and the lines that belong to it, not parsed yet. */
export interface Entry {
  readonly key: string;
  /** Start of the key, including its quotes. The key ends at the colon. */
  readonly keyFrom: number;
  /** Right after the colon. */
  readonly colon: number;
  /** The value on the key's line, without surrounding spaces and without a comment. */
  readonly value: Range;
  /** The lines below that belong to the key, without their line breaks. */
  readonly more: readonly Range[];
  /** All lines of the entry, with their line breaks. */
  readonly lines: Range;
}

/** Front matter, split into entries at its keys. */
export interface Scan extends Range {
  readonly records: readonly (readonly Entry[])[];
  readonly list: boolean;
  /** False if a line needs a full YAML parser. */
  readonly simple: boolean;
}

/** Keys without quotes: letters, digits, `_`, `-`, `.`, and spaces inside. */
const KEY =
  /[A-Za-z_\u00a1-\u1fff\u2070-\ufefe\uff00-\uffff][\w .\-\u00a1-\u1fff\u2070-\ufefe\uff00-\uffff]*(?=:(?:[ \t\r\n]|$))/y;
const QUOTED_KEY = /(?:"([^"\\\r\n]*)"|'([^'\r\n]*)')(?=:(?:[ \t\r\n]|$))/y;

interface OpenEntry {
  key: string;
  keyFrom: number;
  colon: number;
  value: Range;
  more: Range[];
  from: number;
}

/**
 * Splits the lines between `from` and `to` at the keys of the outermost map, or of each map in the outermost
 * list.
 */
export function scanRecords(text: string, from: number, to: number): Scan {
  const list = text.startsWith('- ', from);
  const indent = list ? 2 : 0;
  const records: Entry[][] = list ? [] : [[]];
  let simple = !hasSpecialCharacters(text, from, to);
  let open: OpenEntry | null = null;
  let closedTo = from;

  const close = (end: number): void => {
    if (open) {
      const { key, keyFrom, colon, value, more } = open;
      const lines = { from: open.from, to: end };
      records.at(-1)?.push({ key, keyFrom, colon, value, more, lines });
    }
    open = null;
  };

  for (let at = from; at < to;) {
    const line = lineAt(text, at, to);
    at = line.next;
    const item = list && text.startsWith('- ', line.from);
    if (item) {
      close(closedTo);
      records.push([]);
    }
    const started = startEntry(text, line, indent, item);
    if (started) {
      if (!item) close(closedTo);
      open = started;
      closedTo = line.next;
      continue;
    }
    const kind = continuation(text, line, indent);
    if (kind === 'blank') continue;
    if (kind === 'more' && open) {
      open.more.push({ from: line.from, to: line.to });
      closedTo = line.next;
    } else simple = false;
  }
  close(closedTo);
  return { from, to, records, list, simple };
}

function startEntry(text: string, line: Range, indent: number, item: boolean): OpenEntry | null {
  if (!item && indent > 0 && text.slice(line.from, line.from + indent).trim() !== '') return null;
  const from = line.from + indent;
  const first = text.charCodeAt(from);
  const pattern = first === 34 || first === 39 ? QUOTED_KEY : KEY;
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  if (!match) return null;
  const key = pattern === KEY ? match[0].trimEnd() : (match[1] ?? match[2] ?? '');
  const colon = from + match[0].length + 1;
  const value = valueAfter(text, colon, line.to);
  return { key, keyFrom: from, colon, value, more: [], from: line.from };
}

/** Control characters, line separators, a lone `\r`, or a byte order mark: these need a full parser. */
function hasSpecialCharacters(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code < 32) {
      if (code !== 10 && !(code === 13 && text.charCodeAt(i + 1) === 10)) return true;
    } else if (code >= 0x7f && isSpecialAbove(code)) return true;
  }
  return false;
}

function isSpecialAbove(code: number): boolean {
  return code <= 0x9f || code === 0x2028 || code === 0x2029 || code === 0xfeff;
}

/** Returns the value after a colon, without surrounding spaces and without a comment. */
function valueAfter(text: string, colon: number, to: number): Range {
  const whole = trimRange(text, colon, to);
  if (whole.from === whole.to) return whole;
  const value = text.slice(whole.from, whole.to);
  const quote = value.charAt(0);
  const quoted = quote === '"' || quote === "'";
  const closing = quoted ? value.indexOf(quote, 1) : 0;
  const comment = closing < 0 ? -1 : value.indexOf(' #', closing);
  if (comment < 0) return whole;
  const before = trimRange(text, whole.from, whole.from + comment);
  return quoted && before.to !== whole.from + closing + 1 ? whole : before;
}

/** Classifies a line below a key. The items of a list can have the same indentation as their key. */
function continuation(text: string, line: Range, indent: number): 'blank' | 'more' | 'odd' {
  const content = trimRange(text, line.from, line.to);
  if (content.from === content.to) return 'blank';
  if (text.charAt(content.from) === '#') return 'odd';
  if (content.from - line.from > indent) return 'more';
  return text.startsWith('- ', content.from) && content.from - line.from === indent
    ? 'more'
    : 'odd';
}

function trimRange(text: string, from: number, to: number): Range {
  let start = from;
  let end = to;
  while (start < end && isSpaceOrTab(text.charCodeAt(start))) start++;
  while (end > start && isSpaceOrTab(text.charCodeAt(end - 1))) end--;
  return { from: start, to: end };
}
