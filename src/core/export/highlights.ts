/** A highlight in an export. */
export interface ExportedHighlight {
  /** Markdown without `>`, one paragraph per line. Null for a note about the whole article. */
  readonly quote: string | null;
  /**
   * The labels (`#label #label`) and the user's note, which follow the quote; '' if there are none.
   * A label with a space can't be distinguished from text.
   */
  readonly note: string;
}

/**
 * Reads a `highlights/<slug>.md` (`highlightToMarkdown` in Omnivore's
 * `packages/api/src/utils/parser.ts`). Each highlight starts with a line with `>`; its other lines
 * may not have it. Paragraphs with its labels and note follow. Text before the first highlight is a
 * note about the article.
 */
export function readHighlights(text: string): readonly ExportedHighlight[] {
  const highlights: { quote: string | null; notes: string[] }[] = [];
  for (const paragraph of splitAtBlankLines(text)) {
    const last = highlights.at(-1);
    if (paragraph.startsWith('>')) {
      const quote = withoutMarks(paragraph);
      if (quote !== '') highlights.push({ quote, notes: [] });
    } else if (last) last.notes.push(paragraph);
    else highlights.push({ quote: null, notes: [paragraph] });
  }
  return highlights.map(({ quote, notes }) => ({ quote, note: notes.join('\n\n') }));
}

/** Splits a text at blank lines. */
function splitAtBlankLines(text: string): readonly string[] {
  const paragraphs: string[] = [];
  let lines: string[] = [];
  for (const line of [...text.split(/\r?\n/), '']) {
    if (line.trim() !== '') lines.push(line.trimEnd());
    else if (lines.length > 0) {
      paragraphs.push(lines.join('\n'));
      lines = [];
    }
  }
  return paragraphs;
}

function withoutMarks(paragraph: string): string {
  return paragraph
    .split('\n')
    .map((line) => line.replace(/^>[ \t]?/, '').trimEnd())
    .join('\n')
    .trim();
}
