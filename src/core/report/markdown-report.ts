import { oneLine } from '../text/lines';

/** A part of a report: a heading, and notes with a text about each. */
export interface ReportSection {
  readonly heading: string;
  readonly items: readonly ReportItem[];
}

/** A note in a report. */
export interface ReportItem {
  readonly path: string;
  readonly text: string;
}

/**
 * Writes a report in Markdown, with links to the notes. Text from notes is written as code, so that it is neither
 * Markdown nor detected as a saved article.
 */
export function markdownReport(
  title: string,
  summary: readonly string[],
  sections: readonly ReportSection[],
): string {
  const blocks = [`# ${safeText(title)}`, ...summary.filter(Boolean).map(safeText)];
  for (const { heading, items } of sections) {
    if (items.length === 0) continue;
    const lines = items.map(({ path, text }) => {
      const about = oneLine(text);
      return about === ''
        ? `- ${linkInReport(path)}`
        : `- ${linkInReport(path)} – ${safeText(about)}`;
    });
    blocks.push(`## ${safeText(heading)}`, lines.join('\n'));
  }
  return `${blocks.join('\n\n')}\n`;
}

/** Characters that end or change a link of Obsidian. */
const UNSAFE_IN_LINK = /[[\]|#^\\\n\r%]/;

function linkInReport(path: string): string {
  const isNote = /\.md$/i.test(path);
  if (UNSAFE_IN_LINK.test(path)) return codeSpan(path);
  return isNote ? `[[${path.slice(0, -3)}]]` : `[[${path}]]`;
}

/** Text without any character that Markdown or Obsidian reads. */
const PLAIN = /^[\p{L}\p{N} .,:;·()“”‘’'–—…/，。；：（）《》、-]*$/u;

function safeText(text: string): string {
  const line = oneLine(text);
  return PLAIN.test(line) && !line.includes('://') && !/^\p{N}+[.)]/u.test(line)
    ? line
    : codeSpan(line);
}

function codeSpan(text: string): string {
  const line = oneLine(text);
  const longest = (line.match(/`+/g) ?? []).reduce((most, { length }) => Math.max(most, length), 0);
  const fence = '`'.repeat(longest + 1);
  const space = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}
