import type { Span } from '../text/edit';
import { closedFences } from './fences';

/** Openers of what is not prose, beside fences and backticks, with the text that closes each. */
interface Delimiter {
  readonly open: string;
  readonly close: string;
  /** True where what is inside may hold blank lines; else it ends with its paragraph, unless it opens alone on its line. */
  readonly acrossParagraphs: boolean;
}

const DELIMITERS: readonly Delimiter[] = [
  { open: '<!--', close: '-->', acrossParagraphs: true },
  { open: '<pre', close: '</pre>', acrossParagraphs: true },
  { open: '<code', close: '</code>', acrossParagraphs: true },
  { open: '%%', close: '%%', acrossParagraphs: false },
  { open: '$$', close: '$$', acrossParagraphs: false },
];

/** Answers the first span that opens at or after an offset; asked with growing offsets. */
type Source = (at: number) => Span | null;

/**
 * Where closed code, comments and math stand at or after `from`; sorted, disjoint. What opens first wins.
 * Only what is closed counts: a fence without an end has swallowed text that is not code. Lines that are code
 * by their indentation alone count as prose, since outlines and lists indent what is none.
 */
export function codeSpans(text: string, from: number): readonly Span[] {
  const fences = closedFences(text, from);
  const paragraphEnd = paragraphs(text, fences);
  const sources = DELIMITERS.filter(({ open }) => text.includes(open, from)).map((delimiter) =>
    keepingAhead((at) => nextDelimited(text, delimiter, at, paragraphEnd)),
  );
  if (text.includes('`', from)) sources.push(keepingAhead(backticks(text, paragraphEnd)));
  return sources.length === 0 ? fences : merged([inOrder(fences), ...sources], from);
}

function merged(sources: readonly Source[], from: number): readonly Span[] {
  const spans: Span[] = [];
  let at = from;
  for (;;) {
    let next: Span | null = null;
    for (const source of sources) {
      const span = source(at);
      if (span && (!next || span.from < next.from)) next = span;
    }
    if (!next) return spans;
    spans.push(next);
    at = next.to;
  }
}

function inOrder(spans: readonly Span[]): Source {
  let i = 0;
  return (at) => {
    while (i < spans.length && (spans[i] as Span).from < at) i++;
    return spans[i] ?? null;
  };
}

/** A span that was found ahead is kept until the reading has passed its start. */
function keepingAhead(find: Source): Source {
  let found: Span | null | undefined;
  return (at) => {
    if (found === undefined || (found && found.from < at)) found = find(at);
    return found;
  };
}

/** Where the paragraph around an offset ends: at a blank line, at fenced code, or with the text. */
function paragraphs(text: string, fences: readonly Span[]): (from: number) => number {
  const nextFence = inOrder(fences);
  let start = 0;
  let end = -1;
  return (from) => {
    if (from >= start && from < end) return end;
    start = from;
    end = nextFence(from)?.from ?? text.length;
    for (let newline = text.indexOf('\n', from); newline >= 0 && newline < end;) {
      const next = text.indexOf('\n', newline + 1);
      if (isBlank(text, newline + 1, next < 0 ? text.length : next)) end = newline;
      newline = next;
    }
    return end;
  };
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code !== 32 && code !== 9 && code !== 13) return false;
  }
  return true;
}

function nextDelimited(
  text: string,
  { open, close, acrossParagraphs }: Delimiter,
  at: number,
  paragraphEnd: (from: number) => number,
): Span | null {
  let from = text.indexOf(open, at);
  while (from >= 0) {
    const end = text.indexOf(close, from + open.length);
    if (end < 0) return null;
    const within = acrossParagraphs || end < paragraphEnd(from);
    if (within || isAloneOnLine(text, from, from + open.length)) {
      return { from, to: end + close.length };
    }
    from = text.indexOf(open, from + open.length);
  }
  return null;
}

function isAloneOnLine(text: string, from: number, to: number): boolean {
  let before = from - 1;
  while (text.charAt(before) === ' ' || text.charAt(before) === '\t') before--;
  if (before >= 0 && text.charAt(before) !== '\n') return false;
  const newline = text.indexOf('\n', to);
  return isBlank(text, to, newline < 0 ? text.length : newline);
}

/** Finds code between runs of backticks of one length within a paragraph; each paragraph's runs are paired once. */
function backticks(text: string, paragraphEnd: (from: number) => number): Source {
  let runs: readonly Run[] = [];
  let i = 0;
  let passed = 0;
  return (at) => {
    for (;;) {
      for (; i < runs.length; i++) {
        const run = runs[i] as Run;
        const close = runs[run.closedBy];
        if (run.from >= at && close) return { from: run.from, to: close.to };
      }
      const from = text.indexOf('`', Math.max(at, passed));
      if (from < 0) return null;
      runs = pairedRuns(text, from, paragraphEnd(from));
      passed = runs.at(-1)?.to ?? from + 1;
      i = 0;
    }
  };
}

interface Run extends Span {
  /** Index of the next run of this length, -1 without one, or where a backslash makes it text. */
  readonly closedBy: number;
}

function pairedRuns(text: string, from: number, end: number): readonly Run[] {
  const spans: Span[] = [];
  for (let at = from; at >= 0 && at < end;) {
    let to = at + 1;
    while (text.charCodeAt(to) === 96) to++;
    spans.push({ from: at, to });
    at = text.indexOf('`', to);
  }
  const nextOfLength = new Map<number, number>();
  const runs: Run[] = new Array<Run>(spans.length);
  for (let i = spans.length - 1; i >= 0; i--) {
    const span = spans[i] as Span;
    const length = span.to - span.from;
    const escaped = text.charAt(span.from - 1) === '\\';
    runs[i] = { ...span, closedBy: escaped ? -1 : (nextOfLength.get(length) ?? -1) };
    nextOfLength.set(length, i);
  }
  return runs;
}
