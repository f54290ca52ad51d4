import { wrappedLines, type Wrapping } from './wrapping';

/** The height of a heading, or of a line of text, in a list. */
export const HEADING_HEIGHT_PX = 28;
/** The height of a note in a preview: enough for two lines, or for three on a narrow screen. */
export const NOTE_HEIGHT_PX = { finger: 68, mouse: 52 };
/** The height of each line of a longer text. */
const TEXT_LINE_PX = 20;

/** Returns the height of a text, in pixels. The UI font is not wider than the monospace font. */
export function textHeight(
  text: string,
  { columns, sideBySide }: Wrapping,
  minHeightPx: number,
): number {
  const line = { number: 0, parts: [{ text, changed: false }] };
  const lines = wrappedLines(line, sideBySide ? 2 * columns : columns);
  return Math.max(minHeightPx, lines * TEXT_LINE_PX);
}
