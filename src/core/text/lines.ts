import type { Range } from './edits';

/** A line and its line break: `to` is the end of the line's text, `next` the start of the next line. */
export interface Line extends Range {
  readonly next: number;
}

/**
 * Returns the line that starts at `from`. In `\r\n` both characters belong to the line break; a lone `\r` is
 * text.
 */
export function lineAt(text: string, from: number, limit = text.length): Line {
  const newline = text.indexOf('\n', from);
  if (newline < 0 || newline >= limit) return { from, to: limit, next: limit };
  const to = newline > from && text.charCodeAt(newline - 1) === 13 ? newline - 1 : newline;
  return { from, to, next: newline + 1 };
}

/** Returns the start of the line that contains an offset. */
export function lineStart(text: string, offset: number): number {
  // With a negative position, `lastIndexOf` would check the first character.
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Returns the line that contains an offset. */
export function lineAround(text: string, offset: number): Line {
  return lineAt(text, lineStart(text, offset));
}

/** Returns the line break of a text: `\r\n` if it contains any, otherwise `\n`. */
export function eolOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** Yields the lines of a text in order. */
export function* linesOf(text: string): Generator<Line> {
  for (let at = 0; at < text.length;) {
    const line = lineAt(text, at);
    yield line;
    at = line.next;
  }
}

/** Returns the end of the line that contains an offset, before its line feed. */
export function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline < 0 ? text.length : newline;
}

/** Counts the line feeds in a part of a text. */
export function countNewlines(text: string, from = 0, to = text.length): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) {
    count++;
  }
  return count;
}

/** Returns a function that numbers lines by an offset, from 1. Offsets must not decrease from call to call. */
export function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let counted = 0;
  return (offset) => {
    line += countNewlines(text, counted, offset);
    counted = offset;
    return line;
  };
}

/** Returns a text on one line: line breaks and other whitespace become single spaces. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Returns a line as a line of a quote in Markdown. */
export function quoteLine(line: string): string {
  return line === '' ? '>' : `> ${line}`;
}
