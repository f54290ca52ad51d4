import type { Range } from '../text/edits';
import { lineStart } from '../text/lines';
import { CODE_INDENT, continuedCount, type Container } from './containers';
import { LineCursor } from './line-cursor';
import { NextWord } from './search-ahead';

/** A line that may open or close fenced code or a math block. */
export interface Fence extends Range {
  /** Start of the next line. */
  readonly next: number;
  readonly char: '`' | '~' | '$';
  readonly length: number;
  /** Whether the line contains only the fence. Only such a line can close a block. */
  readonly bare: boolean;
}

const FENCE_STARTS = ['```', '~~~', '$$'];
const FENCE_CHARS: Readonly<Record<number, Fence['char']>> = { 96: '`', 126: '~', 36: '$' };

/** Returns the fence at the cursor. `from` is its first character, `to` the end of its line. */
export function fenceAt({ text, at, to, next, code }: LineCursor): Fence | null {
  const mark = FENCE_CHARS[code];
  if (!mark) return null;
  let end = at;
  while (end < to && text.charCodeAt(end) === code) end++;
  const length = end - at;
  if (length < (mark === '$' ? 2 : 3)) return null;
  const info = text.slice(end, to);
  if (mark !== '~' && info.includes(mark)) return null;
  return { from: at, to, next, char: mark, length, bare: info.trim() === '' };
}

/** A line that can close a block. `longest` is the length of the longest such line from here on. */
interface Closer extends Fence {
  readonly longest: number;
}

/** The fences of a container from an offset on, sorted. */
export interface FencesAhead {
  /** Where the container ends, ignoring lazy continuation lines. */
  readonly end: number;
  readonly closers: Readonly<Record<Fence['char'], readonly Closer[]>>;
  /** Lines with an info string, which can only open a block. */
  readonly openers: readonly Fence[];
}

/** Reads the fences of the innermost container. `from` must be the start of a line. */
export function fencesAhead(text: string, from: number, stack: readonly Container[]): FencesAhead {
  const line = new LineCursor(text);
  const fences: Record<Fence['char'], Fence[]> = { '`': [], '~': [], $: [] };
  const openers: Fence[] = [];
  // Outside containers, only lines with a fence character need to be read.
  const marks = stack.length === 0 ? new NextWord(text, FENCE_STARTS) : null;
  const nextLine = (at: number): number => {
    const mark = marks ? marks.from(at) : at;
    return marks && mark < text.length ? lineStart(text, mark) : mark;
  };
  let at = nextLine(from);
  for (; at < text.length; at = nextLine(line.next)) {
    line.open(at);
    if (continuedCount(stack, line) < stack.length) break;
    const fence = fenceAt(line);
    if (!fence) continue;
    if (!fence.bare) openers.push(fence);
    else if (line.indent < CODE_INDENT) fences[fence.char].push(fence);
  }
  const closers = {
    '`': withLongest(fences['`']),
    '~': withLongest(fences['~']),
    $: withLongest(fences.$),
  };
  return { end: Math.min(at, text.length), closers, openers };
}

function withLongest(fences: readonly Fence[]): readonly Closer[] {
  const closers: Closer[] = [];
  for (let i = fences.length - 1, longest = 0; i >= 0; i--) {
    const { from, to, next, char: mark, length, bare } = fences[i] as Fence;
    longest = Math.max(longest, length);
    closers.push({ from, to, next, char: mark, length, bare, longest });
  }
  return closers.reverse();
}

/**
 * Returns the line that closes a fence, or null. An unclosed fence opens nothing, because it would swallow
 * text that is not code.
 */
export function closerOf(opener: Fence, { closers }: FencesAhead): Fence | null {
  const all = closers[opener.char];
  let i = firstFrom(all, opener.next);
  if ((all[i]?.longest ?? 0) < opener.length) return null;
  while ((all[i] as Closer).length < opener.length) i++;
  return all[i] as Closer;
}

/**
 * Returns whether fences may be paired wrongly. A line inside that could open a block itself means that an
 * earlier block was never closed, or that blocks with equally long fences are nested.
 */
export function isMispaired(opener: Fence, closer: Fence, { openers }: FencesAhead): boolean {
  for (let i = firstFrom(openers, opener.next); i < openers.length; i++) {
    const inner = openers[i] as Fence;
    if (inner.from >= closer.from) return false;
    if (inner.char === opener.char && inner.length >= opener.length) return true;
  }
  return false;
}

/** Returns the index of the first fence at or after an offset. */
function firstFrom(fences: readonly Fence[], offset: number): number {
  let low = 0;
  let high = fences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((fences[middle] as Fence).from < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
