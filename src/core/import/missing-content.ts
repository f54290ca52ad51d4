import type { ExportedHighlight } from '../export/highlights';
import { executableRanges } from '../repairs/escaped-text/executable-code';
import { unresolvedFinding } from '../repairs/repair';
import { linkDestination } from '../repairs/dead-links/link-destination';
import {
  MAX_PREVIEW_LENGTH,
  additionKey,
  insertion,
  type Addition,
  type Completed,
} from './addition';
import { highlightsEnd, sectionsOf, type Section } from './body-sections';
import { lettersOf, shareIn } from './letters';
import { quoteLine } from '../text/lines';

/**
 * If a note has this share of a text, it has the text. Versions of Omnivore converted pages
 * differently.
 */
const SAME_TEXT_SHARE = 0.3;
/** If a note has only this share of a text, it may contain a part of it on purpose. */
const PARTIAL_TEXT_SHARE = 0.1;

/** Returns the highlights, the full text and the PDF that an export has and a note does not. */
export function missingContent(completed: Completed): readonly Addition[] {
  const { note, article } = completed;
  const sections = sectionsOf(note, article.body);
  const highlights = missingHighlights(completed, sections);
  const isAtEnd = highlights.some(({ edits }) => edits.at(-1)?.from === article.body.to);
  return [
    ...highlights,
    ...missingText(completed, sections, isAtEnd),
    ...missingPdf(completed, sections),
  ];
}

/** Returns an addition for each highlight that the note does not quote yet. */
function missingHighlights(
  completed: Completed,
  sections: readonly Section[],
): readonly Addition[] {
  const { note, article, content, style } = completed;
  if (content.highlights.length === 0) return [];
  const { text } = note;
  const own = lettersOf(
    quotedIn(text.slice(article.body.from, article.body.to), sections, article.body.from),
  );
  const missing = content.highlights.filter((highlight) => !isQuoted(highlight, own));
  const keyOf = (written: string): string => additionKey(completed, 'highlights', written);
  const wanted = [...new Set(missing.map(highlightText))].filter((written) =>
    completed.isWanted(keyOf(written)),
  );
  if (wanted.length === 0) return [];
  const place = sections.find(({ kind }) => kind === 'highlights');
  const before = sections.find(({ kind }) => kind === 'content');
  const at = place ? highlightsEnd(text, place) : (before?.from ?? article.body.to);
  const opening = separator(text, at) + (place ? '' : `${style.highlightsHeading}\n\n`);
  const ending = at < article.body.to ? '\n\n' : '\n';
  const additions: Addition[] = [];
  for (const written of wanted) {
    const key = keyOf(written);
    if (executableRanges(written).length > 0) {
      const unresolved = unresolvedFinding(text, { from: at, to: at }, 'would-run');
      additions.push({
        ...unresolved,
        addition: 'highlights',
        key,
        before: written.slice(0, MAX_PREVIEW_LENGTH),
      });
      continue;
    }
    const isFirst = additions.every(({ edits }) => edits.length === 0);
    const insert = (isFirst ? opening : '') + written + ending;
    const made = insertion('highlights', key, note, at, insert);
    // The heading, which comes with the first highlight, is not a part of it.
    additions.push({ ...made, after: written.slice(0, MAX_PREVIEW_LENGTH) });
  }
  return spaced(additions, ending);
}

/** Puts a blank line between highlights. The last one keeps its own ending. */
function spaced(additions: readonly Addition[], ending: string): readonly Addition[] {
  if (ending === '\n\n') return additions;
  const made = additions.filter(({ edits }) => edits.length > 0);
  return additions.map((addition) => {
    const [edit] = addition.edits;
    if (!edit || addition === made.at(-1)) return addition;
    const newline = edit.insert.endsWith('\r\n') ? '\r\n' : '\n';
    return { ...addition, edits: [{ ...edit, insert: edit.insert + newline }] };
  });
}

/**
 * Returns the body without its full text, but with the quotes and marked words of the full text.
 */
export function quotedIn(body: string, sections: readonly Section[], from: number): string {
  const full = sections.find(({ kind }) => kind === 'content');
  if (!full) return body;
  const text = body.slice(full.textFrom - from, full.to - from);
  const quotes = text.split('\n').filter((line) => /^\s*>/.test(line));
  const marked = text.match(/==[^=\n]{1,2000}==|<mark[^>\n]{0,200}>[^<]{1,2000}<\/mark>/g) ?? [];
  return [body.slice(0, full.from - from), body.slice(full.to - from), ...quotes, ...marked].join(
    '\n',
  );
}

/** A note has a long quote if it contains this much of its start and of its end, in letters. */
const QUOTE_END_LETTERS = 60;

function isQuoted({ quote, note }: ExportedHighlight, own: string): boolean {
  const letters = lettersOf(quote ?? note);
  if (letters.length <= 2 * QUOTE_END_LETTERS) return own.includes(letters);
  return (
    own.includes(letters.slice(0, QUOTE_END_LETTERS)) &&
    own.includes(letters.slice(-QUOTE_END_LETTERS))
  );
}

/** Writes a highlight as Omnivore's plugin did, without the dead link. */
export function highlightText({ quote, note }: ExportedHighlight): string {
  const quoted = quote === null ? [] : [quote.split('\n').map(quoteLine).join('\n')];
  return [...quoted, ...(note === '' ? [] : [note])].join('\n\n');
}

function missingText(
  completed: Completed,
  sections: readonly Section[],
  followsHighlights: boolean,
): readonly Addition[] {
  const { note, article, content, style } = completed;
  const key = additionKey(completed, 'full-text');
  if (content.text === '' || !completed.isWanted(key)) return [];
  const { text } = note;
  const { from, to } = article.body;
  const share = shareIn(content.letters, lettersOf(unquotedIn(text, sections, from, to)));
  if (share >= SAME_TEXT_SHARE) return [];
  const place = sections.find(({ kind }) => kind === 'content');
  const isEmpty = !place || text.slice(place.textFrom, place.to).trim() === '';
  if (!isEmpty || share >= PARTIAL_TEXT_SHARE) {
    const at = place?.from ?? from;
    const nothing = { from: at, to: at, before: '', after: '', edits: [] };
    return [{ addition: 'full-text', key, ...nothing, unresolved: 'other-text' }];
  }
  if (place) {
    const at = place.textFrom;
    const opening = text.charAt(at - 1) === '\n' ? '\n' : '\n\n';
    // The section contains only blank lines, or nothing.
    const ending = at === place.to && at < to ? '\n' : '';
    return [insertion('full-text', key, note, at, `${opening}${content.text}\n${ending}`)];
  }
  const opening = followsHighlights ? '\n' : separator(text, to);
  const insert = `${opening}${style.contentHeading}\n\n${content.text}\n`;
  return [insertion('full-text', key, note, to, insert)];
}

/** Returns the body without quotes outside of the full text, because those are highlights. */
function unquotedIn(text: string, sections: readonly Section[], from: number, to: number): string {
  const full = sections.find(({ kind }) => kind === 'content') ?? { from: to, to };
  const others = `${text.slice(from, full.from)}\n${text.slice(full.to, to)}`;
  const unquoted = others.split('\n').filter((line) => !/^\s*>/.test(line));
  return `${unquoted.join('\n')}\n${text.slice(full.from, full.to)}`;
}

/** Returns the line breaks that create a blank line before text inserted at an offset. */
function separator(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 4), at).replaceAll('\r', '');
  if (at === 0 || before.endsWith('\n\n')) return '';
  return before.endsWith('\n') ? '\n' : '\n\n';
}

/** Matches a link to a PDF in the vault. */
const OWN_PDF = /\[\[[^[\]\n]{1,300}\.pdf|\]\((?!https?:)[^()\n]{1,300}\.pdf/i;

function missingPdf(completed: Completed, sections: readonly Section[]): readonly Addition[] {
  const { note, article, content, path } = completed;
  const key = additionKey(completed, 'pdf');
  const { text } = note;
  const { from, to } = article.body;
  if (content.pdf === null || !completed.isWanted(key)) return [];
  if (OWN_PDF.test(text.slice(from, to))) return [];
  const place = sections.find(({ kind }) => kind === 'content');
  const at = place?.textFrom ?? to;
  const link = pdfLink(content.pdf, path);
  const opening = place ? '\n' : separator(text, at);
  return [insertion('pdf', key, note, at, `${opening}${link}\n${at < to ? '\n' : ''}`)];
}

/** Returns the embed of a PDF that is next to its note. */
export function pdfLink(pdf: string, path: string): string {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const name = pdf.startsWith(folder) ? pdf.slice(folder.length) : pdf;
  const encoded = name.split('/').map(encodeURIComponent).join('/');
  const label = name.replace(/[[\]\\]/g, '\\$&');
  return `![${label}](${linkDestination(encoded) ?? encoded})`;
}
