import { difference } from '../text/difference';
import type { Edits } from '../text/edits';
import { countNewlines, lineCounter, lineEnd, lineStart } from '../text/lines';

/** A part of a line, and whether it changes. */
export interface LinePart {
  readonly text: string;
  readonly changed: boolean;
}

/** A line of a note: its number, from 1, and its parts in order. */
export interface MarkedLine {
  readonly number: number;
  readonly parts: readonly LinePart[];
}

/** Lines before and after a change. */
export interface MarkedChange {
  readonly before: readonly MarkedLine[];
  readonly after: readonly MarkedLine[];
}

/** Returns the number of a line after a change, from the number before. */
export type LineShift = (line: number) => number;

/**
 * Returns at most `atMost` changed places of a text. Edits that share or join lines are shown together.
 * `lineOf` numbers the lines before the change, `shift` those after it; by default, no other edits are made.
 */
export function markedChanges(
  text: string,
  edits: Edits,
  atMost: number,
  lineOf = lineCounter(text),
  shift: LineShift = lineShift(text, edits),
): readonly MarkedChange[] {
  const changes: MarkedChange[] = [];
  for (let i = 0; i < edits.length && changes.length < atMost;) {
    const before: LinePart[] = [];
    const after: LinePart[] = [];
    let at = lineStart(text, (edits[i] as Edits[number]).from);
    const line = lineOf(at);
    let end = -1;
    do {
      const edit = edits[i++] as Edits[number];
      const same = { text: text.slice(at, edit.from), changed: false };
      const [removed, added] = changedParts(text.slice(edit.from, edit.to), edit.insert);
      before.push(same, ...removed);
      after.push(same, ...added);
      at = edit.to;
      if (at > end) end = lineEnd(text, at);
    } while (i < edits.length && (edits[i]?.from ?? 0) <= end);
    const tail = { text: text.slice(at, end), changed: false };
    const linesBefore = splitParts([...before, tail], line);
    changes.push(withoutSame(linesBefore, splitParts([...after, tail], shift(line))));
  }
  return changes;
}

/** Returns the numbers of lines after edits that add or remove lines. */
export function lineShift(text: string, edits: Edits): LineShift {
  const lineOf = lineCounter(text);
  const shifts: { readonly line: number; readonly total: number }[] = [];
  let total = 0;
  for (const { from, to, insert } of edits) {
    const added = countNewlines(insert) - countNewlines(text.slice(from, to));
    if (added === 0) continue;
    total += added;
    shifts.push({ line: lineOf(from), total });
  }
  return (line) => {
    let [low, high] = [0, shifts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((shifts[middle]?.line ?? 0) < line) low = middle + 1;
      else high = middle;
    }
    return line + (shifts[low - 1]?.total ?? 0);
  };
}

/** Splits an edit's old and new text into parts that change and parts that stay. Never splits a word. */
function changedParts(
  oldText: string,
  newText: string,
): readonly [readonly LinePart[], readonly LinePart[]] {
  const edit = difference(oldText, newText);
  if (!edit) return [[{ text: oldText, changed: false }], [{ text: newText, changed: false }]];
  const from = splitsWord(oldText, edit.from) ? 0 : edit.from;
  const keptLength = splitsWord(oldText, edit.to) ? 0 : oldText.length - edit.to;
  const parts = (text: string): readonly LinePart[] => [
    { text: text.slice(0, from), changed: false },
    { text: text.slice(from, text.length - keptLength), changed: true },
    { text: text.slice(text.length - keptLength), changed: false },
  ];
  return [parts(oldText), parts(newText)];
}

function splitsWord(text: string, at: number): boolean {
  return /^\p{L}{2}$/u.test(text.slice(at - 1, at + 1));
}

function splitParts(parts: readonly LinePart[], first: number): readonly MarkedLine[] {
  const lines: LinePart[][] = [[]];
  for (const { text, changed } of parts) {
    text.split('\n').forEach((piece, i) => {
      if (i > 0) lines.push([]);
      if (piece !== '') lines.at(-1)?.push({ text: piece, changed });
    });
  }
  return lines.map((line, i) => ({ number: first + i, parts: line }));
}

/** Removes the common lines at the end. If a whole line is added or removed, the line after it only moves. */
function withoutSame(before: readonly MarkedLine[], after: readonly MarkedLine[]): MarkedChange {
  const isSame = (a: MarkedLine | undefined, b: MarkedLine | undefined): boolean =>
    textOfLine(a) === textOfLine(b);
  let same = 0;
  while (
    same < before.length &&
    same < after.length &&
    isSame(before.at(-1 - same), after.at(-1 - same))
  )
    same++;
  const rest = (lines: readonly MarkedLine[]): readonly MarkedLine[] =>
    lines.slice(0, lines.length - same).filter(({ parts }) => parts.length > 0);
  return { before: rest(before), after: rest(after) };
}

function textOfLine(line: MarkedLine | undefined): string {
  return (line?.parts ?? []).map(({ text }) => text).join('');
}
