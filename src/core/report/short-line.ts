import { copyString } from '../text/copy-string';
import type { LinePart, MarkedLine } from './marked-changes';

/** How much is shown at least before and after a change, and of a change, in UTF-16 code units. */
const MIN_SHOWN_LENGTH = 30;
const MAX_CHANGE_LENGTH = 240;
/** How many parts of a line are shown. */
const MAX_PARTS = 40;

/**
 * Shortens a line to its changes and the text around them. Indentation is removed. The result does not keep
 * the note in memory.
 */
export function shortLine({ number, parts }: MarkedLine): MarkedLine {
  const last = parts.length - 1;
  const shown = parts.slice(0, MAX_PARTS).map((part, i): LinePart => {
    const { text, changed } = part;
    if (changed) return { text: cut(text, MAX_CHANGE_LENGTH / 2, MAX_CHANGE_LENGTH / 2), changed };
    if (last === 0) return { text: cut(text.trimStart(), MAX_CHANGE_LENGTH, 0), changed };
    if (i === 0) return { text: cut(text.trimStart(), 0, MIN_SHOWN_LENGTH), changed };
    return {
      text: cut(
        text,
        i === last ? MAX_CHANGE_LENGTH : MIN_SHOWN_LENGTH,
        i === last ? 0 : MIN_SHOWN_LENGTH,
      ),
      changed,
    };
  });
  const rest = last >= MAX_PARTS ? [{ text: '…', changed: false }] : [];
  return { number, parts: [...shown, ...rest].map(copied) };
}

function copied({ text, changed }: LinePart): LinePart {
  return { text: copyString(text), changed };
}

/** Keeps the start and the end of a text. A text that would hardly get shorter stays complete. */
function cut(text: string, start: number, end: number): string {
  if (text.length <= start + end + MIN_SHOWN_LENGTH) return text;
  return `${text.slice(0, start)}…${text.slice(text.length - end)}`;
}
