import type { Range } from './edits';

/** A line and its line break: `to` is where the line's own text ends, `next` where the next line starts. */
export interface Line extends Range {
  readonly next: number;
}

/** The line that starts at `from`; a `\r` before `\n` belongs to the break. A lone `\r` is text. */
export function lineAt(text: string, from: number, limit = text.length): Line {
  const newline = text.indexOf('\n', from);
  if (newline < 0 || newline >= limit) return { from, to: limit, next: limit };
  const to = newline > from && text.charCodeAt(newline - 1) === 13 ? newline - 1 : newline;
  return { from, to, next: newline + 1 };
}

/** Where the line around an offset starts. */
export function lineStart(text: string, offset: number): number {
  // From before the start, `lastIndexOf` would look at the first character.
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** The whole line around an offset. */
export function lineAround(text: string, offset: number): Line {
  return lineAt(text, lineStart(text, offset));
}

/** The lines of a text, in order. */
export function* linesOf(text: string): Generator<Line> {
  for (let at = 0; at < text.length;) {
    const line = lineAt(text, at);
    yield line;
    at = line.next;
  }
}
