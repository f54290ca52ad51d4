/** A range of a string in UTF-16 code units; `to` is exclusive. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Replaces the text between `from` and `to` with `insert`. */
export interface TextEdit extends Range {
  readonly insert: string;
}

/** Sorted by `from`, without overlaps. All offsets refer to the text before the first edit. */
export type Edits = readonly TextEdit[];

/**
 * Applies edits. The pieces are joined at once, because a string built by repeated concatenation is slow to
 * read.
 */
export function applyEdits(text: string, edits: Edits): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to, insert } of edits) {
    pieces.push(text.slice(at, from), insert);
    at = to;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}

/**
 * Returns the edits that undo `edits`: `applyEdits(applyEdits(text, edits), invertEdits(text, edits)) ===
 * text`.
 */
export function invertEdits(text: string, edits: Edits): Edits {
  let shift = 0;
  return edits.map(({ from, to, insert }) => {
    const start = from + shift;
    shift += insert.length - (to - from);
    return { from: start, to: start + insert.length, insert: text.slice(from, to) };
  });
}
