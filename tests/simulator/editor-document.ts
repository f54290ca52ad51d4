import type { EditorPosition } from 'obsidian';
import { lineAt, lineStarts } from './parse-metadata';

/** A change to a text: what lies between the two offsets (UTF-16 code units) becomes the insert. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** A text in an editor, which knows only `\n` as a line end, with its positions. */
export class EditorDocument {
  readonly text: string;
  #starts: number[] | null = null;

  constructor(text: string) {
    this.text = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  }

  get lineCount(): number {
    return this.#lineStarts().length;
  }

  /** The line without its end; empty if there is no such line. */
  line(number: number): string {
    const starts = this.#lineStarts();
    const from = starts[number];
    if (from === undefined) return '';
    const next = starts[number + 1];
    return this.text.slice(from, next === undefined ? undefined : next - 1);
  }

  /** Positions beyond the end of a line or of the text mean that end. */
  offsetOf(position: EditorPosition): number {
    const starts = this.#lineStarts();
    if (position.line < 0) return 0;
    const start = starts[position.line];
    if (start === undefined) return this.text.length;
    const length = this.line(position.line).length;
    return start + Math.max(0, Math.min(position.ch, length));
  }

  positionOf(offset: number): EditorPosition {
    const at = Math.max(0, Math.min(offset, this.text.length));
    const line = lineAt(this.#lineStarts(), at);
    return { line, ch: at - (this.#lineStarts()[line] ?? 0) };
  }

  /**
   * The text after the changes, whose offsets all mean this text; throws where two overlap.
   * Insertions at the same place stay in their order.
   */
  with(changes: readonly Change[]): EditorDocument {
    let text = '';
    let at = 0;
    for (const change of sorted(changes)) {
      if (change.from < at) throw new RangeError('Overlapping changes in one transaction');
      text += this.text.slice(at, change.from) + change.insert;
      at = change.to;
    }
    return new EditorDocument(text + this.text.slice(at));
  }

  #lineStarts(): number[] {
    return (this.#starts ??= lineStarts(this.text));
  }
}

/** Maps an offset before the changes to one after them: behind an insertion at it. */
export function mapOffset(offset: number, changes: readonly Change[]): number {
  let moved = offset;
  for (const change of changes) {
    if (change.to <= offset) moved += change.insert.length - (change.to - change.from);
    else if (change.from < offset) moved += change.from + change.insert.length - offset;
  }
  return moved;
}

function sorted(changes: readonly Change[]): Change[] {
  return [...changes].sort((a, b) => a.from - b.from || a.to - b.to);
}
