import type { LinePart, MarkedLine } from './marked-changes';

/** How much is shown at least before and after a change, and of a change, in UTF-16 code units. */
const CONTEXT_LENGTH = 30;
const MAX_CHANGE_LENGTH = 240;
/** How many parts of a line are shown. */
const MAX_PARTS = 40;

/** Shortens a line to its changes and the text around them. Indentation is removed. */
export function shortLine(line: MarkedLine): MarkedLine {
  const last = line.length - 1;
  const shown = line.slice(0, MAX_PARTS).map((part, i): LinePart => {
    const { text, changed } = part;
    if (changed) return { text: cut(text, MAX_CHANGE_LENGTH / 2, MAX_CHANGE_LENGTH / 2), changed };
    if (last === 0) return { text: cut(text.trimStart(), MAX_CHANGE_LENGTH, 0), changed };
    if (i === 0) return { text: cut(text.trimStart(), 0, CONTEXT_LENGTH), changed };
    return {
      text: cut(
        text,
        i === last ? MAX_CHANGE_LENGTH : CONTEXT_LENGTH,
        i === last ? 0 : CONTEXT_LENGTH,
      ),
      changed,
    };
  });
  return last >= MAX_PARTS ? [...shown, { text: '…', changed: false }] : shown;
}

/** Keeps the start and the end of a text. A text that would hardly get shorter stays complete. */
function cut(text: string, start: number, end: number): string {
  if (text.length <= start + end + CONTEXT_LENGTH) return text;
  return `${text.slice(0, start)}…${text.slice(text.length - end)}`;
}
