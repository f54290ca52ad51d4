/** A stretch of a text in UTF-16 code units; `to` is exclusive. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Puts `insert` in the place of what stands between `from` and `to`. */
export interface TextEdit extends Range {
  readonly insert: string;
}

/** Sorted by `from`, disjoint; all offsets refer to the text before any of them. */
export type Edits = readonly TextEdit[];

/** The text with the edits made; joined at once, since a text grown piece by piece is slow to read. */
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

/** The edits that lead back: `applyEdits(applyEdits(text, edits), invertEdits(text, edits)) === text`. */
export function invertEdits(text: string, edits: Edits): Edits {
  let shift = 0;
  return edits.map(({ from, to, insert }) => {
    const start = from + shift;
    shift += insert.length - (to - from);
    return { from: start, to: start + insert.length, insert: text.slice(from, to) };
  });
}
