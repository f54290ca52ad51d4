import { addListItems } from '../markdown/front-matter/add-list-items';
import { addProperty } from '../markdown/front-matter/edit-properties';
import { readFrontMatter, type Properties } from '../markdown/front-matter/read-front-matter';
import { writeScalar } from '../markdown/front-matter/scalar';
import { plainName } from '../omnivore/property-names';
import { highlightsEnd, sectionsOf } from '../import/body-sections';
import { applyEdits, type TextEdit } from '../text/edits';
import { eolOf } from '../text/lines';
import type { NoteReading, ReadCandidate } from './candidate';
import { missingParagraphs } from './missing-paragraphs';

/** The result of merging a note into the kept note. */
export interface Merged {
  readonly edits: readonly TextEdit[];
  readonly after: string;
  /** How many properties, tags, quotes and other paragraphs are added. */
  readonly carried: Readonly<Record<'properties' | 'tags' | 'quotes' | 'paragraphs', number>>;
}

const TAG_NAMES = new Set(['tags', 'tag', 'labels', 'topics']);
/** Properties that are never copied: each note has its own, and tags are merged. */
const OWN_NAMES = new Set(['id', 'title', ...TAG_NAMES]);

/**
 * Adds everything that only the other note has: properties, tags, quotes, and other paragraphs.
 * Keeps all existing text, and adds the new text unchanged. `name` is the name of the other note.
 */
export function mergeNotes(
  keep: ReadCandidate,
  other: ReadCandidate,
  name: string,
  reading: NoteReading,
): Merged {
  const head = mergedProperties(keep, other, reading);
  const { quotes, paragraphs } = missingParagraphs(keep, other);
  const edits = [...head.edits, ...bodyEdits(keep, quotes, paragraphs, name)];
  const { properties, tags } = head;
  return {
    edits,
    after: applyEdits(keep.note.text, edits),
    carried: { properties, tags, quotes: quotes.length, paragraphs: paragraphs.length },
  };
}

interface MergedHead {
  readonly edits: readonly TextEdit[];
  readonly properties: number;
  readonly tags: number;
}

function mergedProperties(
  keep: ReadCandidate,
  other: ReadCandidate,
  reading: NoteReading,
): MergedHead {
  const { text, frontMatter } = keep.note;
  const own = keep.article.properties;
  const names = new Set(own.map(({ key }) => plainName(key)));
  const missing = other.article.properties.filter(
    ({ key, value, duplicate }) =>
      !duplicate && value !== null && !names.has(plainName(key)) && !OWN_NAMES.has(plainName(key)),
  );
  const tags = other.article.tags.filter((tag) => !keep.article.tags.includes(tag));
  const eol = eolOf(text);
  const lines = missing.map(({ lines: { from, to } }) =>
    other.note.text.slice(from, to).trimEnd().replace(/\r?\n/g, eol),
  );
  const tagEdit = tags.length === 0 ? null : addTags(text, own, tags, eol);
  const added = [
    ...(tags.length > 0 && tagEdit === 'absent' ? [tagLines('tags', tags, eol)] : []),
    ...lines,
  ];
  const edit = added.length === 0 ? null : addProperty(text, frontMatter, own, added.join(eol));
  const edits = [
    ...(tagEdit === null || tagEdit === 'absent' ? [] : [tagEdit]),
    ...(edit ? [edit] : []),
  ];
  const nothing = { edits: [], properties: 0, tags: 0 };
  if (edits.length === 0) return nothing;
  // Lines of another note can have a different meaning here, or be invalid YAML.
  const after = readFrontMatter(applyEdits(text, edits), reading.parseYaml);
  const count = own.length + lines.length + (tagEdit === 'absent' ? 1 : 0);
  if (!after?.valid || (edit && after.records[0]?.length !== count)) return nothing;
  return { edits, properties: edit ? lines.length : 0, tags: tags.length };
}

/**
 * Returns the edit that adds tags to the existing property; `absent` if there is no such property,
 * null if its format does not allow it.
 */
function addTags(
  text: string,
  properties: Properties,
  tags: readonly string[],
  eol: string,
): TextEdit | 'absent' | null {
  const property = properties.find(({ key }) => TAG_NAMES.has(plainName(key)));
  if (!property) return 'absent';
  return addListItems(text, property, tags, eol);
}

function tagLines(key: string, tags: readonly string[], eol: string): string {
  return [`${key}:`, ...tags.map((tag) => `  - ${writeScalar(tag, 'plain')}`)].join(eol);
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
