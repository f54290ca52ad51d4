import type { LinePart, MarkedLine } from './marked-changes';

/** So much is shown at least on either side of a change, and of a change, in UTF-16 code units. */
const AROUND = 60;
const CHANGED = 240;
/** So many stretches of a line are shown. */
const PARTS = 40;

/** A line cut down to its changes and what surrounds them. */
export function shortLine(line: MarkedLine): MarkedLine {
  const shown = line.slice(0, PARTS).map((part, i): LinePart => {
    const { text, changed } = part;
    if (changed) return { text: middleCut(text, CHANGED / 2, CHANGED / 2), changed };
    const isFirst = i === 0;
    const isLast = i === line.length - 1;
    return { text: middleCut(text, isFirst ? 0 : AROUND, isLast ? 0 : AROUND), changed };
  });
  return line.length > PARTS ? [...shown, { text: '…', changed: false }] : shown;
}

/** Keeps so much of the start and of the end; what is a little longer stays whole. */
function middleCut(text: string, start: number, end: number): string {
  const isOneSided = start === 0 || end === 0;
  const from = isOneSided && end === 0 ? CHANGED : start;
  if (text.length <= from + end + AROUND) return text;
  return `${text.slice(0, from)}…${end === 0 ? '' : text.slice(-end)}`;
}
