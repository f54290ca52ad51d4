import { lettersOf } from '../import/letters';
import { sectionsOf } from '../import/body-sections';
import { quotedIn } from '../import/missing-content';
import type { Note } from '../markdown/note';
import type { Article } from '../omnivore/article';
import { destination, slugOf } from '../omnivore/links';
import { urlKey } from '../omnivore/url-key';
import { linesOf } from '../text/lines';
import type { ReadCandidate } from './candidate';
import { differsBarely, ownMarks } from './same-paragraph';

/** A shorter paragraph may be a part of other text by chance, so it must be a line. In letters. */
const SHORT_LETTERS = 24;
/** Shorter lines without letters, such as a horizontal rule, are never missing. */
const MAX_RULE_LENGTH = 40;

/** The paragraphs that a note has and the kept note does not, in order. */
export interface MissingParagraphs {
  readonly quotes: readonly string[];
  readonly paragraphs: readonly string[];
}

/**
 * Returns the paragraphs that the kept note does not have, except what the template wrote above the
 * text. A quote must also be a quote there.
 */
export function missingParagraphs(
  { note: keep, article: { body } }: ReadCandidate,
  { note, article }: ReadCandidate,
): MissingParagraphs {
  const own: KeptText = {
    text: keep.text,
    letters: lettersOf(keep.text),
    lines: new Set(keep.text.split('\n').map(lettersOf)),
  };
  const text = keep.text.slice(body.from, body.to);
  const quotes = quotedIn(text, sectionsOf(keep, body), body.from);
  const quoted: KeptText = { ...own, letters: lettersOf(quotes) };
  const missing = { quotes: [] as string[], paragraphs: [] as string[] };
  for (const { from, text: whole } of paragraphsOfNote(note)) {
    const paragraph = from < article.header.to ? withoutHeader(whole, article) : whole;
    const isQuote = paragraph.startsWith('>');
    if (isIn(paragraph, isQuote ? quoted : own)) continue;
    (isQuote ? missing.quotes : missing.paragraphs).push(paragraph);
  }
  return missing;
}

/** The kept note: its text, its letters, and those of each of its lines. */
interface KeptText {
  readonly text: string;
  readonly letters: string;
  readonly lines: ReadonlySet<string>;
}

function isIn(paragraph: string, own: KeptText): boolean {
  if (ownMarks(paragraph).some((mark) => !own.text.includes(mark))) return false;
  const letters = lettersOf(paragraph);
  if (letters === '') return paragraph.length < MAX_RULE_LENGTH;
  if (letters.length < SHORT_LETTERS) {
    return paragraph.split('\n').every((line) => own.lines.has(lettersOf(line)));
  }
  return own.letters.includes(letters) || differsBarely(letters, own.letters);
}

/** Removes the lines that templates write: title, tag and links to the article. */
function withoutHeader(paragraph: string, article: Article): string {
  const lines = paragraph.split('\n');
  return lines.filter((line) => !isOfHeader(line.trim(), article)).join('\n');
}

function isOfHeader(line: string, { title, url }: Article): boolean {
  if (line.toLowerCase() === '#omnivore') return true;
  if (/^#{1,6} /.test(line)) return title !== null && lettersOf(line) === lettersOf(title);
  const at = line.startsWith('[') ? line.indexOf('](') : -1;
  if (at < 0) return false;
  const link = destination(line, at + 2);
  const isWhole = line.slice(at + 2 + link.length) === ')';
  const key = url === null ? null : urlKey(url);
  return isWhole && (slugOf(link) !== null || (key !== null && urlKey(link) === key));
}

interface Paragraph {
  readonly from: number;
  readonly text: string;
}

/** Yields the blocks between blank lines. Keeps code blocks complete. */
function* paragraphsOfNote(note: Note): Generator<Paragraph> {
  const { text } = note;
  let start = -1;
  let end = note.bodyFrom;
  for (const line of linesOf(text)) {
    if (line.from < note.bodyFrom) continue;
    const isBlank = text.slice(line.from, line.to).trim() === '' && !note.inCode(line.from);
    if (isBlank && start >= 0) yield { from: start, text: text.slice(start, end) };
    if (isBlank) start = -1;
    else if (start < 0) start = line.from;
    end = line.to;
  }
  if (start >= 0) yield { from: start, text: text.slice(start, end) };
}
