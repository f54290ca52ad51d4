import type { Note } from '../note/note';
import type { Properties } from '../note/front-matter';
import type { Article } from './article';
import type { Dialect, Layout, MarkId } from './dialect';
import { DIALECTS } from './dialects';
import { evidenceOf, type Evidence } from './evidence';
import { readOutline } from './outline';
import { PROPERTY_NAMES, plainName, type PropertyNames } from './property-names';
import { readArticle } from './read-article';

/** What the user says of their own templates, beside what is known. */
export interface RecogniseOptions {
  readonly names: PropertyNames;
  /** The folder that the original plugin filled, without a trailing slash; null where it is not known. */
  readonly omnivoreFolder: string | null;
  /** Property names that only the user's own template writes. */
  readonly ownKeys: readonly string[];
}

/** What is known without the user. */
export const RECOGNISE_DEFAULTS: RecogniseOptions = {
  names: PROPERTY_NAMES,
  omnivoreFolder: null,
  ownKeys: [],
};

/** The mark that told, and the template family that it belongs to. */
interface Told {
  readonly dialect: Dialect;
  readonly mark: MarkId;
}

/** `unsure` is only ever said without a body: then the body must be read. */
export type Detection =
  | (Told & { readonly kind: 'saved'; readonly articles: readonly Article[] })
  | { readonly kind: 'unsure' }
  | { readonly kind: 'other' };

/** Whether a note holds articles that Omnivore saved, and which. `path` is relative to the vault, with slashes. */
export function recognise(
  note: Note,
  path: string,
  options: RecogniseOptions = RECOGNISE_DEFAULTS,
): Detection {
  const told = tellingMark(evidenceOf(note, path, options));
  if (!told) return { kind: 'other' };
  const articles = readArticles(note, told.dialect.layout, options.names);
  return articles.length === 0 ? { kind: 'other' } : { kind: 'saved', ...told, articles };
}

function tellingMark(evidence: Evidence): Told | null {
  for (const dialect of DIALECTS) {
    for (const marks of dialect.marks) {
      if (marks.every((mark) => evidence.has(mark))) return { dialect, mark: marks[0] };
    }
  }
  return null;
}

function readArticles(note: Note, layout: Layout, names: PropertyNames): readonly Article[] {
  if (layout === 'outline') return readOutline(note);
  const records = note.frontMatter?.records ?? [];
  if (layout === 'page') {
    const body = { from: note.bodyFrom, to: note.text.length };
    return [readArticle(note, records[0] ?? [], body, names)];
  }
  return readSingleFile(note, records, names);
}

/** Each article's body stands between its markers; one whose end is missing ends where the next starts. */
function readSingleFile(
  note: Note,
  records: readonly Properties[],
  names: PropertyNames,
): readonly Article[] {
  const { text, bodyFrom } = note;
  const placed: Placed[] = [];
  const seen = new Set<string>();
  let at = bodyFrom;
  for (const properties of records) {
    const id = properties.find(({ key }) => plainName(key) === 'id')?.value;
    if (typeof id !== 'string' || seen.has(id)) continue;
    seen.add(id);
    const start = `%%${id}_start%%`;
    const ahead = text.indexOf(start, at);
    const marker = ahead >= 0 ? ahead : text.indexOf(start, bodyFrom);
    if (marker < 0) continue;
    at = marker + start.length;
    placed.push({ id, marker, from: at, properties });
  }
  placed.sort((a, b) => a.marker - b.marker);
  return placed.map(({ id, from, properties }, i) => {
    const limit = placed[i + 1]?.marker ?? text.length;
    const end = text.slice(from, limit).indexOf(`%%${id}_end%%`);
    return readArticle(note, properties, { from, to: end < 0 ? limit : from + end }, names);
  });
}

/** An article of a single file, and where its markers lead. */
interface Placed {
  readonly id: string;
  /** Where its first marker stands, and where it ends. */
  readonly marker: number;
  readonly from: number;
  readonly properties: Properties;
}
