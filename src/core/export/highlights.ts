/** What the user marked in an article, as its export says. */
export interface ExportedHighlight {
  /** Markdown, paragraphs as lines; without `>`. Null for a note about the whole article. */
  readonly quote: string | null;
  /** What follows the quote: its labels (`#label #label`) and the user's note; '' without. A label with a space can't be told from text. */
  readonly note: string;
}

/**
 * Reads a `highlights/<slug>.md` (`highlightToMarkdown` in `packages/api/src/utils/parser.ts` of Omnivore): each highlight is a line with
 * `>`, which its other lines need not have, then paragraphs with its labels and its note. What stands before the first one is a note
 * about the article.
 */
export function readHighlights(text: string): readonly ExportedHighlight[] {
  const highlights: { quote: string | null; notes: string[] }[] = [];
  for (const paragraph of paragraphsOf(text)) {
    const last = highlights.at(-1);
    if (paragraph.startsWith('>')) {
      const quote = withoutMarks(paragraph);
      if (quote !== '') highlights.push({ quote, notes: [] });
    } else if (last) last.notes.push(paragraph);
    else highlights.push({ quote: null, notes: [paragraph] });
  }
  return highlights.map(({ quote, notes }) => ({ quote, note: notes.join('\n\n') }));
}

/** Pieces between lines without text. */
function paragraphsOf(text: string): readonly string[] {
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
