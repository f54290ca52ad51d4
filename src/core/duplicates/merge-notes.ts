import { highlightsEnd, sectionsOf } from '../import/body-sections';
import { applyEdits, type TextEdit } from '../text/edits';
import { eolOf } from '../text/lines';
import type { NoteReading, ReadCandidate } from './candidate';
import { mergeProperties } from './merge-properties';
import { missingParagraphs } from './missing-paragraphs';

/** The result of merging a note into the kept note. */
export interface Merged {
  readonly edits: readonly TextEdit[];
  readonly after: string;
  /** How many properties, tags, quotes and other paragraphs are added. */
  readonly carried: Readonly<Record<'properties' | 'tags' | 'quotes' | 'paragraphs', number>>;
}

/**
 * Adds everything that only the other note has: properties, tags, quotes, and other paragraphs.
 * Keeps all existing text, and adds the new text unchanged. Properties with another value in the
 * kept note are added as text. `name` is the name of the other note.
 */
export function mergeNotes(
  keep: ReadCandidate,
  other: ReadCandidate,
  name: string,
  reading: NoteReading,
): Merged {
  const { edits: head, properties, tags, rest } = mergeProperties(keep, other, reading);
  const { quotes, paragraphs } = missingParagraphs(keep, other);
  const eol = eolOf(keep.note.text);
  const block = rest.length === 0 ? [] : [yamlBlock(rest, eol)];
  const edits = [...head, ...bodyEdits(keep, quotes, [...block, ...paragraphs], name)];
  return {
    edits,
    after: applyEdits(keep.note.text, edits),
    carried: { properties, tags, quotes: quotes.length, paragraphs: paragraphs.length },
  };
}

/** Returns a code block with these lines. */
function yamlBlock(lines: readonly string[], eol: string): string {
  const longest = lines.join('\n').match(/`{3,}/g)?.sort().at(-1) ?? '``';
  const fence = `${longest}\``;
  return [`${fence}yaml`, ...lines, fence].join(eol);
}

function bodyEdits(
  { note, article }: ReadCandidate,
  quotes: readonly string[],
  paragraphs: readonly string[],
  name: string,
): readonly TextEdit[] {
  const { text } = note;
  const eol = eolOf(text);
  const written = (parts: readonly string[]): string =>
    parts.map((part) => part.replace(/\r?\n/g, eol)).join(eol + eol);
  const highlights = sectionsOf(note, article.body).find(({ kind }) => kind === 'highlights');
  const edits: TextEdit[] = [];
  const end = text.length;
  const place = highlights ? highlightsEnd(text, highlights) : end;
  const atEnd = [...(place === end ? quotes : []), ...paragraphs];
  if (place < end && quotes.length > 0) {
    edits.push({
      from: place,
      to: place,
      insert: `${gap(text, place, eol)}${written(quotes)}${eol}${eol}`,
    });
  }
  if (atEnd.length > 0) {
    const heading = `## Merged from ${name.replace(/[[\]#^|\\]/g, ' ')}`;
    edits.push({
      from: end,
      to: end,
      insert: `${gap(text, end, eol)}${written([heading, ...atEnd])}${eol}`,
    });
  }
  return edits;
}

/** Returns the line breaks that create a blank line before text inserted at an offset. */
function gap(text: string, at: number, eol: string): string {
  const before = text.slice(Math.max(0, at - 4), at).replaceAll('\r', '');
  if (at === 0 || before.endsWith('\n\n')) return '';
  return before.endsWith('\n') ? eol : eol + eol;
}
