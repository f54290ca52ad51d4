import { difference } from '../text/difference';
import type { Edits } from '../text/edits';
import { lineStart } from '../text/lines';

/** A part of a line, and whether it changes. */
export interface LinePart {
  readonly text: string;
  readonly changed: boolean;
}

/** The parts of a line, in order. */
export type MarkedLine = readonly LinePart[];

/** Lines before and after a change. */
export interface MarkedChange {
  readonly before: readonly MarkedLine[];
  readonly after: readonly MarkedLine[];
}

/** Returns at most `atMost` changed places of a text. Edits that share or join lines are shown together. */
export function markedChanges(text: string, edits: Edits, atMost: number): readonly MarkedChange[] {
  const changes: MarkedChange[] = [];
  for (let i = 0; i < edits.length && changes.length < atMost;) {
    const before: LinePart[] = [];
    const after: LinePart[] = [];
    let at = lineStart(text, (edits[i] as Edits[number]).from);
    let end = at;
    do {
      const edit = edits[i++] as Edits[number];
      const same = { text: text.slice(at, edit.from), changed: false };
      const [removed, added] = changedParts(text.slice(edit.from, edit.to), edit.insert);
      before.push(same, ...removed);
      after.push(same, ...added);
      at = edit.to;
      end = endOfLine(text, Math.max(end, at));
    } while (i < edits.length && (edits[i]?.from ?? 0) <= end);
    const tail = { text: text.slice(at, end), changed: false };
    changes.push(withoutSame(splitParts([...before, tail]), splitParts([...after, tail])));
  }
  return changes;
}

function endOfLine(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline;
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

function splitParts(parts: readonly LinePart[]): readonly MarkedLine[] {
  const lines: LinePart[][] = [[]];
  for (const { text, changed } of parts) {
    text.split('\n').forEach((piece, i) => {
      if (i > 0) lines.push([]);
      if (piece !== '') lines.at(-1)?.push({ text: piece, changed });
    });
  }
  return lines;
}

/** Removes the common lines at the end. If a whole line is added or removed, the line after it only moves. */
function withoutSame(before: readonly MarkedLine[], after: readonly MarkedLine[]): MarkedChange {
  const isSame = (a: MarkedLine | undefined, b: MarkedLine | undefined): boolean =>
    lineText(a) === lineText(b);
  let same = 0;
  while (
    same < before.length &&
    same < after.length &&
    isSame(before.at(-1 - same), after.at(-1 - same))
  )
    same++;
  const rest = (lines: readonly MarkedLine[]): readonly MarkedLine[] =>
    lines.slice(0, lines.length - same).filter((line) => line.length > 0);
  return { before: rest(before), after: rest(after) };
}

function lineText(line: MarkedLine | undefined): string {
  return (line ?? []).map(({ text }) => text).join('');
}
