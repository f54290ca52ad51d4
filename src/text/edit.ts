/** A stretch of a text in UTF-16 code units; `to` is exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Puts `insert` in the place of what stands between `from` and `to`. */
export interface TextEdit extends Span {
  readonly insert: string;
}

/** Sorted by `from`, disjoint; all offsets refer to the text before any of them. */
export type Edits = readonly TextEdit[];

/**
 * Brings wanted edits into order. An edit that lies wholly inside another's deletion is absorbed by it;
 * one that crosses another's border, or wants other text in the same place, is refused.
 */
export function compose(wanted: readonly TextEdit[]): {
  readonly edits: Edits;
  readonly refused: readonly TextEdit[];
} {
  const sorted = [...wanted].sort((a, b) => a.from - b.from || b.to - a.to);
  const edits: TextEdit[] = [];
  const refused: TextEdit[] = [];
  for (const edit of sorted) {
    const last = edits.at(-1);
    if (!last || edit.from >= last.to) edits.push(edit);
    else if (edit.to > last.to || (last.insert !== '' && !sameEdit(last, edit))) refused.push(edit);
  }
  return { edits, refused };
}

function sameEdit(a: TextEdit, b: TextEdit): boolean {
  return a.from === b.from && a.to === b.to && a.insert === b.insert;
}

/** The text with the edits made. */
export function splice(text: string, edits: Edits): string {
  let result = '';
  let at = 0;
  for (const { from, to, insert } of edits) {
    result += text.slice(at, from) + insert;
    at = to;
  }
  return result + text.slice(at);
}

/** The edits that lead back: `splice(splice(text, edits), invert(text, edits)) === text`. */
export function invert(text: string, edits: Edits): Edits {
  let shift = 0;
  return edits.map(({ from, to, insert }) => {
    const start = from + shift;
    shift += insert.length - (to - from);
    return { from: start, to: start + insert.length, insert: text.slice(from, to) };
  });
}
