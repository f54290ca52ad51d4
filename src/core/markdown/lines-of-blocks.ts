import { lineStart } from '../text/lines';
import type { LineCursor } from './line-cursor';

const ATX_HEADING = /^#{1,6}(?:[ \t]|$)/;
const THEMATIC_BREAK = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const SETEXT_UNDERLINE = /^(?:=+|-+)[ \t]*$/;

/** Every block with code, a comment, math or an element contains one of these. */
export const CODE_STARTS = ['`', '<', '~~~', '%%', '$$'];

/** Returns the start of the last line at or before `offset` that no line before it affects, but not less than `from`. */
export function independentLineBefore(text: string, from: number, offset: number): number {
  let at = lineStart(text, offset);
  while (at > from && !startsAfterBlankLine(text, at)) at = lineStart(text, at - 1);
  return at;
}

/** Returns whether a line follows an empty line and is neither empty nor indented. */
function startsAfterBlankLine(text: string, at: number): boolean {
  const first = text.charCodeAt(at);
  if (first === 32 || first === 9 || first === 10 || first === 13) return false;
  let before = at - 2;
  if (text.charCodeAt(before) === 13) before--;
  return text.charCodeAt(before) === 10;
}

/** Whether the line is an ATX heading (`# Title`). */
export function isHeading(line: LineCursor): boolean {
  return line.code === 35 && ATX_HEADING.test(line.rest);
}

/** Whether the line is a thematic break (`***`). */
export function isThematicBreak(line: LineCursor): boolean {
  const { code } = line;
  return (code === 42 || code === 45 || code === 95) && THEMATIC_BREAK.test(line.rest);
}

/** Whether the line can make the paragraph above a heading. */
export function isSetextUnderline(line: LineCursor): boolean {
  const { code } = line;
  return (code === 61 || code === 45) && SETEXT_UNDERLINE.test(line.rest);
}

/** Joins lines. The text between them becomes spaces, so distances stay the same. */
export function withoutMarkers(text: string, lines: readonly number[]): string {
  let content = '';
  for (let i = 0; i < lines.length; i += 2) {
    const [at = 0, to = 0] = [lines[i], lines[i + 1]];
    const before = lines[i - 1];
    if (before !== undefined) content += '\n'.padEnd(at - before, ' ');
    content += text.slice(at, to);
  }
  return content;
}
