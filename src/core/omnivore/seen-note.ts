import type { Property } from '../markdown/front-matter/read-front-matter';
import type { Note } from '../markdown/note';
import { bodyLinks, type BodyLinks } from './body-links';
import type { DetectOptions } from './detect';
import { instantOfId } from './ids';
import { headLines, type HeadLine } from './note-head';
import { plainName } from './property-names';

/** A property, with its name as `plainName` returns it. */
export interface NamedProperty extends Pick<Property, 'key' | 'value'> {
  readonly name: string;
}

/** The properties of one map in the front matter. */
export type NamedProperties = readonly NamedProperty[];

/** The parts of a note in which signals are searched. Each part is read on first use. */
export interface Seen {
  readonly note: Note;
  readonly path: string;
  readonly options: DetectOptions;
  /** The maps in the front matter; empty if it is invalid. */
  readonly records: readonly NamedProperties[];
  /** The first ID that Omnivore can have created, or null. */
  readonly id: string | null;
  /** Whether Omnivore's name occurs anywhere in the note. */
  readonly named: boolean;
  readonly head: () => readonly HeadLine[];
  readonly links: () => BodyLinks;
}

/** The part of Omnivore's name that starts with its rarest letter. All ordinary notes are searched for it. */
const SEARCHED_NAME_PART = 'vore';

/** Prepares a note for detection. Only its properties and Omnivore's name are searched at once. */
export function seenIn(note: Note, path: string, options: DetectOptions): Seen {
  const records = namedRecords(note);
  let head: readonly HeadLine[] | undefined;
  let links: BodyLinks | undefined;
  const headOnce = (): readonly HeadLine[] => (head ??= headLines(note.text, note.bodyFrom));
  return {
    note,
    path,
    options,
    records,
    id: idIn(records) ?? idInInvalid(note),
    named: containsOmnivore(note.text),
    head: headOnce,
    links: () => (links ??= bodyLinks(note, headOnce())),
  };
}

/** Returns whether Omnivore's name occurs anywhere in a text. */
export function containsOmnivore(text: string): boolean {
  return text.includes(SEARCHED_NAME_PART) || text.includes(SEARCHED_NAME_PART.toUpperCase());
}

/**
 * IDs were UUIDs, or Elasticsearch IDs before March 2023. One public template vault replaced them with a
 * fixed text.
 */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function isOmnivoreId(id: string): boolean {
  return UUID.test(id) || id === 'id-generated-by-omnivore' || instantOfId(id) !== null;
}

/** Normalizes each name once, because all signals read them. */
function namedRecords({ frontMatter }: Note): readonly NamedProperties[] {
  const records: NamedProperties[] = [];
  for (const properties of frontMatter?.records ?? []) {
    const named: NamedProperty[] = [];
    for (const { key, value } of properties) named.push({ name: plainName(key), key, value });
    records.push(named);
  }
  return records;
}

function idIn(records: readonly NamedProperties[]): string | null {
  for (const properties of records) {
    for (const { name, value } of properties) {
      if (name !== 'id' || typeof value !== 'string') continue;
      if (isOmnivoreId(value.trim())) return value.trim();
    }
  }
  return null;
}

/** Finds an ID on a line of its own in front matter that is not valid YAML. */
function idInInvalid({ text, frontMatter }: Note): string | null {
  if (!frontMatter || frontMatter.valid) return null;
  const lines = text.slice(frontMatter.from, frontMatter.to).split('\n');
  const ids = lines.map((line) => /^(?:- )?id: ?(\S{1,80})\s{0,9}$/.exec(line)?.[1] ?? '');
  return ids.find(isOmnivoreId) ?? null;
}
