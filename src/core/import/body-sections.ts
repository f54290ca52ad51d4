import type { Range } from '../text/edits';
import { lineAt } from '../text/lines';
import type { Note } from '../markdown/note';
import { sectionOf } from './note-style';

/** A part of a note's body below a heading that its template wrote. */
export interface Section extends Range {
  readonly kind: 'content' | 'highlights';
  /** Where its text starts, behind the heading's line. */
  readonly textFrom: number;
}

/** The parts of a body that templates write, in order. Each reaches to the next one: full texts have headings of their own. */
export function sectionsOf(note: Note, { from, to }: Range): readonly Section[] {
  const { text } = note;
  const starts: Section[] = [];
  for (let at = from; at < to;) {
    const line = lineAt(text, at, to);
    const kind = text.charAt(at) === '#' ? sectionOf(text.slice(at, line.to).trimEnd()) : null;
    // A full text may have such headings too: only the first of each kind is the template's.
    const isNew = kind !== null && !starts.some((section) => section.kind === kind);
    if (isNew && !note.inCode(at)) starts.push({ kind, from: at, textFrom: line.next, to });
    at = line.next;
  }
  return starts.map((section, i) => ({ ...section, to: starts[i + 1]?.from ?? to }));
}

/** Highlights end where the full text, or another part that is no quote, begins with a heading of the same kind or a higher one. */
export function highlightsEnd(text: string, { from, textFrom, to }: Section): number {
  const level = levelAt(text, from);
  for (let at = textFrom; at < to; at = lineAt(text, at, to).next) {
    const other = levelAt(text, at);
    if (other > 0 && other <= level) return at;
  }
  return to;
}

/** The level of the heading that a line opens; 0 for any other line. */
function levelAt(text: string, from: number): number {
  return /^(#{1,6}) /.exec(text.slice(from, from + 8))?.[1]?.length ?? 0;
}
