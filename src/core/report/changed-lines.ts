import type { Edits } from '../text/edits';
import { lineCounter, lineEnd, lineStart } from '../text/lines';

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
  const lineOf = lineCounter(text);
  for (let i = 0; i < edits.length;) {
    const from = lineStart(text, (edits[i] as Edits[number]).from);
    let to = from;
    let copied = from;
    let after = '';
    do {
      const edit = edits[i++] as Edits[number];
      after += text.slice(copied, edit.from) + edit.insert;
      copied = edit.to;
      to = lineEnd(text, Math.max(to, edit.to));
    } while (i < edits.length && (edits[i]?.from ?? 0) <= to);
    const before = text.slice(from, to);
    changes.push({
      line: lineOf(from),
      before: splitLines(before),
      after: splitLines(after + text.slice(copied, to)),
    });
  }
  return changes;
}

function splitLines(text: string): readonly string[] {
  if (text === '') return [];
  const lines = text.includes('\n') ? text.split('\n') : [text];
  return lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
}
