import type { ExportedHighlight } from '../export/highlights';
import type { ExportedArticle } from '../export/metadata';
import { executableRanges } from '../repairs/escaped-text/executable-code';
import type { Content } from './addition';
import { highlightText, pdfLink } from './missing-content';
import type { NoteStyle } from './note-style';
import { propertyLines, valueOf, type DateWriting } from './property-values';

/** The data for a new note. */
export interface NewNote {
  readonly path: string;
  readonly exported: ExportedArticle;
  readonly content: Omit<Content, 'letters'>;
  readonly style: NoteStyle;
  readonly dates: DateWriting;
}

/** Returns the text of a new note in the style of the vault's notes. */
export function newNoteText({ path, exported, content, style, dates }: NewNote): string {
  const parts = [
    frontMatter(exported, style, dates),
    head(exported, style),
    ...links(exported, dates),
    ...highlights(content, style),
    ...fullText(content, style, path),
  ];
  return `${parts.join('\n\n')}\n`;
}

function frontMatter(exported: ExportedArticle, style: NoteStyle, dates: DateWriting): string {
  const lines: string[] = [];
  for (const [concept, key] of style.properties) {
    const value = valueOf(concept, exported, dates);
    if (value !== null) lines.push(propertyLines(key, value));
  }
  // Without the saved date, only an ID would show that this is an Omnivore note.
  const isDated = style.properties.has('saved') || exported.savedAt === null;
  const saved = isDated ? null : valueOf('saved', exported, dates);
  if (saved !== null) lines.push(propertyLines('date_saved', saved));
  return ['---', ...lines, '---'].join('\n');
}

function head({ title }: ExportedArticle, { heading, tag }: NoteStyle): string {
  const lines = [
    ...(heading && title !== null ? [`# ${plainTitle(title)}`] : []),
    ...(tag || !heading || title === null ? ['#Omnivore'] : []),
  ];
  return lines.join('\n');
}

/** Writes a title as Omnivore's plugin did, but escapes elements, embeds and comments. */
function plainTitle(title: string): string {
  return title.replace(/<(?=[a-z/!])|\[\[|%%/gi, (match) => `\\${match}`);
}

function links(exported: ExportedArticle, dates: DateWriting): readonly string[] {
  const url = valueOf('url', exported, dates);
  return typeof url === 'string' ? [`[Read Original](${encodeParentheses(url)})`] : [];
}

function encodeParentheses(url: string): string {
  return url.replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'));
}

/** Returns the highlights that a new note does not get, because a plugin would run their text. */
export function executableHighlights(highlights: readonly ExportedHighlight[]): readonly string[] {
  return highlights.map(highlightText).filter(wouldRun);
}

function wouldRun(text: string): boolean {
  return executableRanges(text).length > 0;
}

function highlights({ highlights: all }: NewNote['content'], style: NoteStyle): readonly string[] {
  const shown = all.map(highlightText).filter((text) => !wouldRun(text));
  return shown.length > 0 ? [style.highlightsHeading, ...shown] : [];
}

function fullText(
  { text, pdf }: NewNote['content'],
  style: NoteStyle,
  path: string,
): readonly string[] {
  const parts = [...(pdf === null ? [] : [pdfLink(pdf, path)]), ...(text === '' ? [] : [text])];
  return parts.length > 0 ? [style.contentHeading, ...parts] : [];
}
