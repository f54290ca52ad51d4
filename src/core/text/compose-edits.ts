import { applyEdits, type Edits, type TextEdit } from './edits';

/**
 * One list of edits in the place of two: `first` made on `text`, then `second` on what came of it.
 * Edits of the two lists that touch become one edit; the others stay as they are.
 */
export function composeEdits(text: string, first: Edits, second: Edits): Edits {
  if (second.length === 0) return first;
  if (first.length === 0) return second;
  const chained: TextEdit[] = [];
  let i = 0;
  let j = 0;
  // Offset in the text between the two, less the offset in `text`, just behind the last edit taken of `first`.
  let shift = 0;
  const firstStart = (): number => (first[i]?.from ?? Infinity) + shift;
  const secondStart = (): number => second[j]?.from ?? Infinity;

  while (i < first.length || j < second.length) {
    const start = Math.min(firstStart(), secondStart());
    const from = start - shift;
    let end = start;
    let between = '';
    let copiedTo = from;
    const inside: TextEdit[] = [];
    for (;;) {
      if (firstStart() <= end) {
        const edit = first[i++] as TextEdit;
        between += text.slice(copiedTo, edit.from) + edit.insert;
        copiedTo = edit.to;
        shift += edit.insert.length - (edit.to - edit.from);
        end = Math.max(end, edit.to + shift);
      } else if (secondStart() <= end) {
        const edit = second[j++] as TextEdit;
        inside.push({ from: edit.from - start, to: edit.to - start, insert: edit.insert });
        end = Math.max(end, edit.to);
      } else break;
    }
    const to = end - shift;
    chained.push({ from, to, insert: applyEdits(between + text.slice(copiedTo, to), inside) });
  }
  return chained;
}
