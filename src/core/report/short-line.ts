import type { LinePart, MarkedLine } from './marked-changes';

/** How much is shown at least before and after a change, and of a change, in UTF-16 code units. */
const AROUND = 30;
const CHANGED = 240;
/** How many parts of a line are shown. */
const PARTS = 40;

/** Shortens a line to its changes and the text around them. Indentation is removed. */
export function shortLine(line: MarkedLine): MarkedLine {
  const last = line.length - 1;
  const shown = line.slice(0, PARTS).map((part, i): LinePart => {
    const { text, changed } = part;
    if (changed) return { text: cut(text, CHANGED / 2, CHANGED / 2), changed };
    if (last === 0) return { text: cut(text.trimStart(), CHANGED, 0), changed };
    if (i === 0) return { text: cut(text.trimStart(), 0, AROUND), changed };
    return { text: cut(text, i === last ? CHANGED : AROUND, i === last ? 0 : AROUND), changed };
  });
  return last >= PARTS ? [...shown, { text: '…', changed: false }] : shown;
}

/** Keeps the start and the end of a text. A text that would hardly get shorter stays complete. */
function cut(text: string, start: number, end: number): string {
  if (text.length <= start + end + AROUND) return text;
  return `${text.slice(0, start)}…${text.slice(text.length - end)}`;
}
