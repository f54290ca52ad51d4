/** A line of a note, and whether the other notes lack it. */
interface ComparedLine {
  readonly text: string;
  readonly onlyHere: boolean;
}

/** The lines of a note that are shown, and how many are not. */
export interface ComparedText {
  readonly lines: readonly ComparedLine[];
  readonly more: number;
}

/** How many lines of a note are shown, and how much of each, in UTF-16 code units. */
const MAX_COMPARED_LINES = 200;
const MAX_LINE_LENGTH = 500;

/** Compares notes of one article line by line, without blank lines. Ignores spaces around a line. */
export function compareNotes(texts: readonly string[]): readonly ComparedText[] {
  const notes = texts.map((text) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  );
  const counts = new Map<string, number>();
  for (const lines of notes) {
    for (const line of new Set(lines)) counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return notes.map((lines) => ({
    lines: lines.slice(0, MAX_COMPARED_LINES).map((line) => ({
      text: line.length > MAX_LINE_LENGTH ? `${line.slice(0, MAX_LINE_LENGTH)}…` : line,
      onlyHere: counts.get(line) === 1,
    })),
    more: Math.max(0, lines.length - MAX_COMPARED_LINES),
  }));
}
