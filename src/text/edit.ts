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
  if (isComposed(wanted)) return { edits: wanted, refused: [] };
  const sorted = inOrder(wanted);
  const edits: TextEdit[] = [];
  const refused: TextEdit[] = [];
  for (const edit of sorted) {
    const last = edits.at(-1);
    if (!last || edit.from >= last.to) edits.push(edit);
    else if (edit.to > last.to || (last.insert !== '' && !sameEdit(last, edit))) refused.push(edit);
  }
  return { edits, refused };
}

/** So few are sorted by insertion: the repairs' lists are in order, and only few edits have to move. */
const FEW = 64;

function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  const sorted = [...edits];
  if (sorted.length > FEW) return sorted.sort(byPlace);
  for (let i = 1; i < sorted.length; i++) {
    const edit = sorted[i] as TextEdit;
    let at = i;
    for (; at > 0 && byPlace(sorted[at - 1] as TextEdit, edit) > 0; at--) {
      sorted[at] = sorted[at - 1] as TextEdit;
    }
    sorted[at] = edit;
  }
  return sorted;
}

function byPlace(a: TextEdit, b: TextEdit): number {
  return a.from - b.from || b.to - a.to;
}

/** Sorted and disjoint as they stand, which they mostly are. */
function isComposed(edits: readonly TextEdit[]): boolean {
  for (let i = 1; i < edits.length; i++) {
    if ((edits[i] as TextEdit).from < (edits[i - 1] as TextEdit).to) return false;
  }
  return true;
}

function sameEdit(a: TextEdit, b: TextEdit): boolean {
  return a.from === b.from && a.to === b.to && a.insert === b.insert;
}

/** The text with the edits made; joined at once, since a text grown piece by piece is slow to read. */
export function splice(text: string, edits: Edits): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to, insert } of edits) {
    pieces.push(text.slice(at, from), insert);
    at = to;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
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
