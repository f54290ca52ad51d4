import type { Edits } from '../text/edits';
import { lineStart } from '../text/lines';

/** Lines that edits change, before and after. */
export interface ChangedLines {
  /** The number of the first line before the edits, from 1. */
  readonly line: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Returns the lines that edits change. Edits that share or join lines are shown together. */
export function changedLines(text: string, edits: Edits): readonly ChangedLines[] {
  const changes: ChangedLines[] = [];
  let line = 1;
  let counted = 0;
  for (let i = 0; i < edits.length;) {
    const from = lineStart(text, (edits[i] as Edits[number]).from);
    let to = from;
    let copied = from;
    let after = '';
    do {
      const edit = edits[i++] as Edits[number];
      after += text.slice(copied, edit.from) + edit.insert;
      copied = edit.to;
      to = endOfLine(text, Math.max(to, edit.to));
    } while (i < edits.length && (edits[i]?.from ?? 0) <= to);
    line += newlines(text, counted, from);
    counted = from;
    const before = text.slice(from, to);
    changes.push({
      line,
      before: splitLines(before),
      after: splitLines(after + text.slice(copied, to)),
    });
  }
  return changes;
}

function endOfLine(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline;
}

function newlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) {
    count++;
  }
  return count;
}

function splitLines(text: string): readonly string[] {
  return text === '' ? [] : text.split('\n').map((line) => line.replace(/\r$/, ''));
}
