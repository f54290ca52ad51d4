import { addListItems, flowList } from '../markdown/front-matter/add-list-items';
import { addProperty } from '../markdown/front-matter/edit-properties';
import { readFrontMatter, type Property } from '../markdown/front-matter/read-front-matter';
import { writeScalar } from '../markdown/front-matter/scalar';
import { PROPERTY_NAMES, plainName } from '../omnivore/property-names';
import { applyEdits, type TextEdit } from '../text/edits';
import { eolOf } from '../text/lines';
import type { NoteReading, ReadCandidate } from './candidate';

/** The edits that add the other note's properties and tags to the kept note, and how many there are. */
export interface MergedProperties {
  readonly edits: readonly TextEdit[];
  readonly properties: number;
  readonly tags: number;
  /** Lines that have no place in the kept note's properties, because it says something else there. */
  readonly rest: readonly string[];
}

const TAG_NAMES = new Set(['tags', 'tag', 'labels', 'topics']);
/** Properties that are never copied: each note has its own, and tags are merged. */
const OWN_NAMES = new Set(['id', 'title', ...TAG_NAMES]);
/** What Omnivore knew about an article. Saved twice, it differs, and the kept note's is as good. */
const OF_ARTICLE: ReadonlySet<string> = new Set(
  (['author', 'url', 'omnivoreUrl', 'source', 'saved', 'published', 'read', 'archived'] as const)
    .flatMap((concept) => PROPERTY_NAMES[concept])
    .concat('words_count', 'read_length'),
);

/** Where the other note's properties go. Lines are those of the other note. */
interface SortedProperties {
  /** Edits of properties that both notes have. */
  readonly edits: TextEdit[];
  /** Lines of what the kept note lacks. */
  readonly missing: string[];
  /** Lines of properties with another value in the kept note. */
  readonly conflicting: string[];
}

/** Adds properties and tags that only the other note has. Nothing that the kept note says is replaced. */
export function mergeProperties(
  keep: ReadCandidate,
  other: ReadCandidate,
  { parseYaml }: NoteReading,
): MergedProperties {
  const { text, frontMatter } = keep.note;
  const own = keep.article.properties;
  const eol = eolOf(text);
  const sorted = sortProperties(keep, other, eol);
  const { edits, missing, conflicting } = sorted;
  const properties = edits.length + missing.length + conflicting.length;
  const tags = sortTags(keep, other, sorted, eol);
  const edit = missing.length === 0 ? null : addProperty(text, frontMatter, own, missing.join(eol));
  if (edit) edits.push(edit);
  edits.sort((a, b) => a.from - b.from);
  // Lines of another note can have a different meaning here, or be invalid YAML.
  const after = readFrontMatter(applyEdits(text, edits), parseYaml);
  const count = own.length + (edit ? missing.length : 0);
  if (edits.length > 0 && !(after?.valid && after.records[0]?.length === count)) {
    return { edits: [], properties, tags, rest: newLines(text, allLines(other, eol)) };
  }
  const rest = newLines(text, [...(edit ? [] : missing), ...conflicting]);
  return { edits, properties, tags, rest };
}

/** Adds the missing tags to the kept note's list, or to the lines. Returns how many there are. */
function sortTags(
  { note: { text }, article }: ReadCandidate,
  other: ReadCandidate,
  { edits, missing, conflicting }: SortedProperties,
  eol: string,
): number {
  const tags = other.article.tags.filter((tag) => !article.tags.includes(tag));
  if (tags.length === 0) return 0;
  const property = article.properties.find(({ key }) => TAG_NAMES.has(plainName(key)));
  const edit = property ? addListItems(text, property, tags, eol) : null;
  if (edit) edits.push(edit);
  else if (property) conflicting.push(`${property.key}: ${flowList(tags)}`);
  else missing.unshift(tagLines(tags, eol));
  return tags.length;
}

/** Returns the lines of all properties that say something. */
function allLines(other: ReadCandidate, eol: string): readonly string[] {
  return other.article.properties
    .filter(({ key, value }) => plainName(key) !== 'id' && !isEmpty(value))
    .map((property) => writtenLines(other, property, eol));
}

function sortProperties(keep: ReadCandidate, other: ReadCandidate, eol: string): SortedProperties {
  const { text } = keep.note;
  const own = new Map<string, Property>();
  for (const property of [...keep.article.properties].reverse()) {
    own.set(plainName(property.key), property);
  }
  const edits: TextEdit[] = [];
  const [missing, conflicting]: [string[], string[]] = [[], []];
  for (const property of other.article.properties) {
    const { key, value, duplicate } = property;
    const name = plainName(key);
    if (OWN_NAMES.has(name) || value === null) continue;
    const known = own.get(name);
    const lines = writtenLines(other, property, eol);
    if (!known) (duplicate ? conflicting : missing).push(lines);
    else if (!isEmpty(value) && !says(known.value, value)) {
      const edit = duplicate ? null : extend(text, known, property, lines, eol);
      if (edit) edits.push(edit);
      else if (isOfUser(property)) conflicting.push(lines);
    }
  }
  return { edits, missing, conflicting };
}

/** Fills an empty property, or adds the missing items to a list. Returns null for any other value. */
function extend(
  text: string,
  known: Property,
  { value: theirs }: Property,
  insert: string,
  eol: string,
): TextEdit | null {
  const { value: ours, lines } = known;
  if (isEmpty(ours)) {
    const line = text.slice(lines.from, lines.to).trimEnd();
    if (line.includes('#') || line.includes('\n')) return null;
    return { from: lines.from, to: lines.from + line.length, insert };
  }
  if (!Array.isArray(ours) || !Array.isArray(theirs)) return null;
  const items = (theirs as readonly unknown[]).filter((item) => !ours.includes(item));
  return items.every((item) => typeof item === 'string')
    ? addListItems(text, known, items, eol)
    : null;
}

function isOfUser({ key }: Property): boolean {
  const name = plainName(key);
  return !OWN_NAMES.has(name) && !OF_ARTICLE.has(name);
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Returns whether a value says all that another says: it is the same, or a list with the same items. */
function says(value: unknown, other: unknown): boolean {
  if (!Array.isArray(value) || !Array.isArray(other)) return value === other;
  return (other as readonly unknown[]).every((item) => value.includes(item));
}

function writtenLines({ note }: ReadCandidate, { lines }: Property, eol: string): string {
  return note.text.slice(lines.from, lines.to).trimEnd().replace(/\r?\n/g, eol);
}

/** Returns the properties whose lines are not in the note yet, for example from a merge that was not completed. */
function newLines(text: string, properties: readonly string[]): readonly string[] {
  const own = new Set(text.split(/\r?\n/));
  return properties.filter((lines) => !lines.split(/\r?\n/).every((line) => own.has(line)));
}

function tagLines(tags: readonly string[], eol: string): string {
  return ['tags:', ...tags.map((tag) => `  - ${writeScalar(tag, 'plain')}`)].join(eol);
}
