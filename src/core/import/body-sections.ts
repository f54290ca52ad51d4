import type { Range } from '../text/edits';
import { lineAt } from '../text/lines';
import type { Note } from '../markdown/note';
import { sectionOf } from './note-style';

/** A part of a note's body, below a heading of the template. */
export interface Section extends Range {
  readonly kind: 'content' | 'highlights';
  /** The offset of its text, after the heading's line. */
  readonly textFrom: number;
}

/**
 * Returns the sections that templates write, in order. Each ends where the next one starts, because
 * full texts have their own headings.
 */
export function sectionsOf(note: Note, { from, to }: Range): readonly Section[] {
  const { text } = note;
  const starts: Section[] = [];
  for (let at = from; at < to;) {
    const line = lineAt(text, at, to);
    const kind = text.charAt(at) === '#' ? sectionOf(text.slice(at, line.to).trimEnd()) : null;
    // A full text may contain such headings too. Only the first of each kind is the template's.
    const isNew = kind !== null && !starts.some((section) => section.kind === kind);
    if (isNew && !note.inCode(at)) starts.push({ kind, from: at, textFrom: line.next, to });
    at = line.next;
  }
  return starts.map((section, i) => ({ ...section, to: starts[i + 1]?.from ?? to }));
}

/**
 * Returns the end of the highlights: the next heading of the same or a higher level, which may
 * start the full text or another part.
 */
export function highlightsEnd(text: string, { from, textFrom, to }: Section): number {
  const level = levelAt(text, from);
  for (let at = textFrom; at < to; at = lineAt(text, at, to).next) {
    const other = levelAt(text, at);
    if (other > 0 && other <= level) return at;
  }
  return to;
}

/** Returns the level of the heading on a line; 0 for other lines. */
function levelAt(text: string, from: number): number {
  return /^(#{1,6}) /.exec(text.slice(from, from + 8))?.[1]?.length ?? 0;
}
