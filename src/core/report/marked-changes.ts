import { difference } from '../text/difference';
import type { Edits } from '../text/edits';
import { lineStart } from '../text/lines';

/** A stretch of a line, and whether it is what goes or comes. */
export interface LinePart {
  readonly text: string;
  readonly changed: boolean;
}

export type MarkedLine = readonly LinePart[];

/** Lines as they were and as they will be. */
export interface MarkedChange {
  readonly before: readonly MarkedLine[];
  readonly after: readonly MarkedLine[];
}

/** The lines that edits touch, at most so many places; edits on one line, or that join lines, are shown together. */
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
      const [was, will] = partsOf(text.slice(edit.from, edit.to), edit.insert);
      before.push(same, ...was);
      after.push(same, ...will);
      at = edit.to;
      end = endOfLine(text, Math.max(end, at));
    } while (i < edits.length && (edits[i]?.from ?? 0) <= end);
    const tail = { text: text.slice(at, end), changed: false };
    changes.push(withoutSame(inLines([...before, tail]), inLines([...after, tail])));
  }
  return changes;
}

function endOfLine(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline;
}

/** What an edit takes and puts, without what stays at either end; a word is not cut. */
function partsOf(was: string, will: string): readonly [readonly LinePart[], readonly LinePart[]] {
  const edit = difference(was, will);
  if (!edit) return [[{ text: was, changed: false }], [{ text: will, changed: false }]];
  const from = isWithinWord(was, edit.from) ? 0 : edit.from;
  const kept = isWithinWord(was, edit.to) ? 0 : was.length - edit.to;
  const parts = (text: string): readonly LinePart[] => [
    { text: text.slice(0, from), changed: false },
    { text: text.slice(from, text.length - kept), changed: true },
    { text: text.slice(text.length - kept), changed: false },
  ];
  return [parts(was), parts(will)];
}

function isWithinWord(text: string, at: number): boolean {
  return /^\p{L}{2}$/u.test(text.slice(at - 1, at + 1));
}

function inLines(parts: readonly LinePart[]): readonly MarkedLine[] {
  const lines: LinePart[][] = [[]];
  for (const { text, changed } of parts) {
    text.split('\n').forEach((piece, i) => {
      if (i > 0) lines.push([]);
      if (piece !== '') lines.at(-1)?.push({ text: piece, changed });
    });
  }
  return lines;
}

/** Where a whole line goes or comes, the line behind it only moves. */
function withoutSame(before: readonly MarkedLine[], after: readonly MarkedLine[]): MarkedChange {
  const isSame = (a: MarkedLine | undefined, b: MarkedLine | undefined): boolean =>
    textOf(a) === textOf(b);
  let same = 0;
  while (
    same < before.length &&
    same < after.length &&
    isSame(before.at(-1 - same), after.at(-1 - same))
  )
    same++;
  const left = (lines: readonly MarkedLine[]): readonly MarkedLine[] =>
    lines.slice(0, lines.length - same).filter((line) => line.length > 0);
  return { before: left(before), after: left(after) };
}

function textOf(line: MarkedLine | undefined): string {
  return (line ?? []).map(({ text }) => text).join('');
}
