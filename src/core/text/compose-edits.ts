import { applyEdits, type Edits, type TextEdit } from './edits';

/**
 * Combines two lists of edits into one: `first` applies to `text`, `second` to the result of `first`. Edits
 * that touch become one edit; all others stay as they are.
 */
export function composeEdits(text: string, first: Edits, second: Edits): Edits {
  if (second.length === 0) return first;
  if (first.length === 0) return second;
  const chained: TextEdit[] = [];
  let i = 0;
  let j = 0;
  // How much `first` has moved the text so far: an offset after `first` minus the same offset in `text`.
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
