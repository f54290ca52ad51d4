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

/** Yields the lines of a text in order. */
export function* linesOf(text: string): Generator<Line> {
  for (let at = 0; at < text.length;) {
    const line = lineAt(text, at);
    yield line;
    at = line.next;
  }
}
