import type { ChangedLines } from '../../core/report/changed-lines';
import type { OutputLine } from './line.mts';

/** The width for lines of notes if the screen has none, in columns. */
const DEFAULT_LINE_COLUMNS = 160;
/** The columns before a note's line: `   14 - `. */
const MARGIN_COLUMNS = 10;
/** Yields a note's lines before and after, each shortened to the screen's width around the change. */
export function* diffLines(
  path: string,
  changes: readonly ChangedLines[],
  width: number | null,
): Generator<OutputLine> {
  const columns = Math.max(
    DEFAULT_LINE_COLUMNS / 4,
    width === null ? DEFAULT_LINE_COLUMNS : width - MARGIN_COLUMNS,
  );
  yield [['bold', path]];
  for (const { line, before, after } of changes) {
    for (const [i, text] of before.entries()) {
      const number = `  ${String(line + i).padStart(5)} `;
      yield [
        ['dim', number],
        ['red', `- ${excerptAround(text, after[i], columns)}`],
      ];
    }
    for (const [i, text] of after.entries()) {
      yield ['        ', ['green', `+ ${excerptAround(text, before[i], columns)}`]];
    }
  }
}

/** Returns the part of a long line where it differs from another. */
function excerptAround(text: string, other = '', room: number): string {
  if (text.length <= room) return text;
  let same = 0;
  while (same < text.length && text.charCodeAt(same) === other.charCodeAt(same)) same++;
  // Two columns are for the ellipses.
  const shown = room - 2;
  const from = Math.max(0, Math.min(same - Math.floor(shown / 4), text.length - shown));
  const to = from + shown;
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
}
