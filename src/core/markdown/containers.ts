import type { FencesAhead } from './fences';
import type { LineCursor } from './line-cursor';
import { isDigit, isSpaceOrTab } from '../text/characters';

/** A block that contains other blocks. */
export interface Container {
  readonly kind: 'text' | 'quote' | 'item' | 'indent';
  /** The columns of indentation that a line needs to belong to it. */
  readonly width: number;
  /** Whether it is a list item without content so far. A blank line ends such an item. */
  empty: boolean;
  /** Whether a paragraph inside can continue on lines without the container's marker. */
  lazy: boolean;
  /** Set when the first fence is found; valid up to its `end`. */
  ahead: FencesAhead | null;
}

/** Deeper nesting is read as text, so that time stays linear. */
export const MAX_CONTAINERS = 32;
/** The columns of indentation that make a line code, unless a list item consumes them. */
export const CODE_INDENT = 4;

const container = (kind: Container['kind'], width = 0, empty = false): Container => {
  return { kind, width, empty, lazy: kind !== 'indent', ahead: null };
};

export function wholeText(): Container {
  return container('text');
}

/** Returns how many of the containers continue on this line. Consumes their markers and indentation. */
export function continuedCount(stack: readonly Container[], line: LineCursor): number {
  let i = 0;
  while (i < stack.length && continues(stack[i] as Container, line)) i++;
  return i;
}

function continues(container: Container, line: LineCursor): boolean {
  if (container.kind === 'quote') return consumeQuote(line);
  if (line.blank) return !container.empty;
  if (line.indent < container.width) return false;
  line.consumed += container.width;
  container.empty = false;
  return true;
}

function consumeQuote(line: LineCursor): boolean {
  if (line.code !== 62 || line.indent >= CODE_INDENT) return false;
  line.consumeMarker(1);
  if (line.column > line.consumed) line.consumed++;
  return true;
}

/**
 * Opens a container if one starts here. `interrupts` means that the line would otherwise continue a
 * paragraph, which only some markers can end. Indentation opens a container too, because indented lines are
 * read like any other text.
 */
export function openContainer(line: LineCursor, interrupts: boolean): Container | null {
  if (line.indent >= CODE_INDENT) {
    line.consumed += CODE_INDENT;
    return container('indent', CODE_INDENT);
  }
  if (consumeQuote(line)) return container('quote');
  return openItem(line, interrupts) ?? openFootnote(line);
}

function openItem(line: LineCursor, interrupts: boolean): Container | null {
  const length = listMarker(line);
  if (length === 0) return null;
  const { indent } = line;
  const blank = isBlankFrom(line, line.at + length);
  if (interrupts && (blank || (length > 1 && line.rest.slice(0, length - 1) !== '1'))) return null;
  line.consumeMarker(length);
  const gap = blank || line.indent > CODE_INDENT ? 1 : line.indent;
  line.consumed += gap;
  return container('item', indent + length + gap, blank);
}

function isBlankFrom({ text, to }: LineCursor, at: number): boolean {
  while (at < to && isSpaceOrTab(text.charCodeAt(at))) at++;
  return at >= to;
}

/** Returns the length of the bullet or number at the cursor, or 0. */
function listMarker({ text, at, to, code }: LineCursor): number {
  let end = at;
  if (code === 45 || code === 42 || code === 43) end++;
  else {
    while (end < to && end - at < 9 && isDigit(text.charCodeAt(end))) end++;
    const delimiter = text.charCodeAt(end);
    if (end === at || (delimiter !== 46 && delimiter !== 41)) return 0;
    end++;
  }
  return end >= to || isSpaceOrTab(text.charCodeAt(end)) ? end - at : 0;
}

function openFootnote(line: LineCursor): Container | null {
  if (line.code !== 91 || line.text.charCodeAt(line.at + 1) !== 94) return null;
  const marker = /^\[\^[^\s[\]]{1,999}\]:/.exec(line.rest.slice(0, 1_010));
  if (!marker) return null;
  line.consumeMarker(marker[0].length);
  line.consumed = line.column;
  return container('item', CODE_INDENT);
}
