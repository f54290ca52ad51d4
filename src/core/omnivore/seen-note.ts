import type { Properties } from '../markdown/front-matter/read-front-matter';
import type { Note } from '../markdown/note';
import { bodyLinks, type BodyLinks } from './body-links';
import type { DetectOptions } from './detect';
import { instantOfId } from './ids';
import { headLines, type HeadLine } from './note-head';
import { plainName } from './property-names';

/** What a note is searched in; each part is read when a signal first asks for it. */
export interface Seen {
  readonly note: Note;
  readonly path: string;
  readonly options: DetectOptions;
  /** The maps of the front matter; none where it is invalid. */
  readonly records: readonly Properties[];
  /** The first id that Omnivore can have given, null without one. */
  readonly id: string | null;
  /** Whether Omnivore's name stands anywhere in the note. */
  readonly named: boolean;
  readonly head: () => readonly HeadLine[];
  readonly links: () => BodyLinks;
}

/** Of Omnivore's name, the part that starts with the rarest letter: all ordinary notes are searched for it. */
const RARE_PART = 'vore';

/** Looks a note over; nothing in it has been searched yet but its properties and Omnivore's name. */
export function seenIn(note: Note, path: string, options: DetectOptions): Seen {
  const records = note.frontMatter?.records ?? [];
  let head: readonly HeadLine[] | undefined;
  let links: BodyLinks | undefined;
  const headOnce = (): readonly HeadLine[] => (head ??= headLines(note.text, note.bodyFrom));
  return {
    note,
    path,
    options,
    records,
    id: idIn(records) ?? idInInvalid(note),
    named: note.text.includes(RARE_PART) || note.text.includes(RARE_PART.toUpperCase()),
    head: headOnce,
    links: () => (links ??= bodyLinks(note, headOnce())),
  };
}

/** Ids were UUIDs; before March 2023 they were Elasticsearch's, with a clock; one public template vault replaced them. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function isOmnivoreId(id: string): boolean {
  return UUID.test(id) || id === 'id-generated-by-omnivore' || instantOfId(id) !== null;
}

function idIn(records: readonly Properties[]): string | null {
  for (const properties of records) {
    for (const { key, value } of properties) {
      if (typeof value !== 'string' || plainName(key) !== 'id') continue;
      if (isOmnivoreId(value.trim())) return value.trim();
    }
  }
  return null;
}

/** In front matter that can't be read, a line of its own must do. */
function idInInvalid({ text, frontMatter }: Note): string | null {
  if (!frontMatter || frontMatter.valid) return null;
  const lines = text.slice(frontMatter.from, frontMatter.to).split('\n');
  const ids = lines.map((line) => /^(?:- )?id: ?(\S{1,80})\s{0,9}$/.exec(line)?.[1] ?? '');
  return ids.find(isOmnivoreId) ?? null;
}
