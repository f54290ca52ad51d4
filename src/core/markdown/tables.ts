import type { Range } from '../text/edits';

/** The second row of a table. It has as many cells as the first. */
const DELIMITER_ROW = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/;

/** Returns whether a line turns the line above it into a table. */
export function isDelimiterRow(line: string, columns: number): boolean {
  if (!/^[|:-]/.test(line) || !DELIMITER_ROW.test(line)) return false;
  return cellsOf(line, 0, line.length).length === columns;
}

/** Returns the cells of a row. An unescaped bar separates cells, even inside code. */
export function cellsOf(text: string, from: number, to: number): readonly Range[] {
  const cells: Range[] = [];
  let start = text.charAt(from) === '|' ? from + 1 : from;
  for (let at = start; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 92) at++;
    else if (code === 124) {
      cells.push({ from: start, to: at });
      start = at + 1;
    }
  }
  if (text.slice(start, to).trim() !== '') cells.push({ from: start, to });
  return cells;
}
