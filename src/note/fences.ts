import type { Span } from '../text/edit';
import { lineAt, type Line } from '../text/lines';

/** A line that may open or close fenced code. */
interface Fence extends Line {
  readonly mark: string;
  readonly length: number;
  /** Nothing but the marks: only such a line closes. */
  readonly bare: boolean;
  /** Where the block quote that it stands in ends; Infinity outside of quotes. A fence is closed where it was opened. */
  readonly quoteEnd: number;
}

/** What may stand before a fence on its line: indentation, quotes, list markers. */
const BEFORE = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*$/;

/**
 * Fenced code that is closed, from its opening line to its closing one; sorted, disjoint. A fence in a block quote
 * must be closed in that quote. Fences may be indented at will and stand behind list markers, as in outlines.
 */
export function closedFences(text: string, from: number): readonly Span[] {
  const fences = fenceLines(text, from);
  const closers = longestClosersAhead(fences);
  const spans: Span[] = [];
  for (let i = 0; i < fences.length; i++) {
    const opener = fences[i] as Fence;
    if (opener.length > (closers[i] ?? 0)) continue;
    while (!closes(fences[++i] as Fence, opener));
    spans.push({ from: opener.from, to: (fences[i] as Fence).to });
  }
  return spans;
}

function closes(fence: Fence, opener: Fence): boolean {
  const { bare, mark, length, quoteEnd } = fence;
  return bare && mark === opener.mark && length >= opener.length && quoteEnd === opener.quoteEnd;
}

/** For each fence, the longest closer behind it of its kind and place: without one, looking would be in vain. */
function longestClosersAhead(fences: readonly Fence[]): readonly number[] {
  const longest = new Map<string, number>();
  const ahead: number[] = [];
  for (let i = fences.length - 1; i >= 0; i--) {
    const { mark, quoteEnd, bare, length } = fences[i] as Fence;
    const place = mark + quoteEnd;
    ahead[i] = longest.get(place) ?? 0;
    if (bare) longest.set(place, Math.max(ahead[i] ?? 0, length));
  }
  return ahead;
}

function fenceLines(text: string, from: number): readonly Fence[] {
  const fences: Fence[] = [];
  let quoteEnd = -1;
  let passed = from;
  for (const at of markRuns(text, from)) {
    if (at < passed) continue;
    const lineFrom = startOfLine(text, at, from);
    const before = lineFrom < 0 ? '' : text.slice(lineFrom, at);
    if (lineFrom < 0 || !BEFORE.test(before)) continue;
    const line = lineAt(text, lineFrom);
    passed = line.next;
    const mark = text.charAt(at);
    let end = at;
    while (text.charAt(end) === mark) end++;
    const info = text.slice(end, line.to);
    if (mark === '`' && info.includes('`')) continue;
    const quoted = before.includes('>');
    if (quoted && line.from >= quoteEnd) quoteEnd = endOfQuote(text, line.next);
    const bare = info.trim() === '' && /^[ \t>]*$/.test(before);
    fences.push({
      ...line,
      mark,
      length: end - at,
      bare,
      quoteEnd: quoted ? quoteEnd : Infinity,
    });
  }
  return fences;
}

/** Where runs of three or more marks start, in order. */
function markRuns(text: string, from: number): readonly number[] {
  const starts: number[] = [];
  for (const run of ['```', '~~~']) {
    for (let at = text.indexOf(run, from); at >= 0; at = text.indexOf(run, at)) {
      starts.push(at);
      while (text.charAt(at) === run.charAt(0)) at++;
    }
  }
  return starts.sort((a, b) => a - b);
}

/** The start of the line around `at`, or -1 where something else than a fence's usual company stands before it. */
function startOfLine(text: string, at: number, from: number): number {
  let start = at;
  while (start > from && text.charAt(start - 1) !== '\n') {
    if (!/[ \t>*+\-.)0-9]/.test(text.charAt(start - 1))) return -1;
    start--;
  }
  return start;
}

function endOfQuote(text: string, from: number): number {
  let at = from;
  while (at < text.length && /^[ \t]*>/.test(text.slice(at, at + 64))) {
    const newline = text.indexOf('\n', at);
    if (newline < 0) return text.length;
    at = newline + 1;
  }
  return at;
}
