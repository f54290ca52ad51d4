import type { Note } from '../markdown/note';
import type { Properties } from '../markdown/front-matter/read-front-matter';
import type { Article } from './article';
import type { Dialect, Layout, SignalId } from './dialect';
import { isOutline, mayBeOutline, readOutline } from './outline';
import { startMarkers } from './markers';
import { PROPERTY_NAMES, plainName, type PropertyNames } from './property-names';
import { readArticle } from './read-article';
import { seenIn, type Seen } from './seen-note';
import { SIGNALS, type Signal } from './signals';
import { templateOf } from './templates';

/** What the user says of their own templates, beside what is known. */
export interface DetectOptions {
  readonly names: PropertyNames;
  /** The folder that the original plugin filled, without a trailing slash; null where it is not known. */
  readonly omnivoreFolder: string | null;
  /** Property names that only the user's own template writes. */
  readonly ownKeys: readonly string[];
}

/** What is known without the user. */
export const DETECT_DEFAULTS: DetectOptions = {
  names: PROPERTY_NAMES,
  omnivoreFolder: null,
  ownKeys: [],
};

/** What a note is recognized by. */
interface Match {
  /** The family of its template. */
  readonly dialect: Dialect;
  /** The strongest signal. */
  readonly mark: SignalId;
  /** All signals that were needed for the answer. */
  readonly marks: readonly SignalId[];
}

export type Detection =
  | (Match & { readonly kind: 'saved'; readonly articles: readonly Article[] })
  | { readonly kind: 'other' };

/**
 * A note whose signals weigh as much is a saved article. Weights are binary logarithms: twelve stand for odds of 4,096, for of a few
 * thousand ordinary notes none may be changed.
 */
export const THRESHOLD = 12;

/** Whether a note holds articles that Omnivore saved, and which. `path` is relative to the vault, with slashes. */
export function detect(
  note: Note,
  path: string,
  options: DetectOptions = DETECT_DEFAULTS,
): Detection {
  const match = matchOf(seenIn(note, path, options));
  if (!match) return { kind: 'other' };
  const articles = readArticles(note, match.dialect.layout, options.names);
  return articles.length === 0 ? { kind: 'other' } : { kind: 'saved', ...match, articles };
}

const NARROW = SIGNALS.filter(({ wide }) => !wide);
const WIDE = SIGNALS.filter(({ wide }) => wide);
/** What signals that have not been looked for can take away. */
const MOST_AGAINST = -WIDE.reduce((sum, { weight }) => sum + Math.min(weight, 0), 0);

/** Null where a note is no saved article. Nearly all notes have neither Omnivore's name nor an id, and are done with here. */
function matchOf(seen: Seen): Match | null {
  const { note, named, id: noteId } = seen;
  if (!named && noteId === null && !(mayBeOutline(note) && isOutline(note))) return null;
  let found = NARROW.filter(({ find }) => find(seen));
  if (weigh(found) < THRESHOLD + MOST_AGAINST) {
    found = [...found, ...WIDE.filter(({ find }) => find(seen))];
  }
  if (weigh(found) < THRESHOLD) return null;
  const { id } = found.reduce((best, each) => (each.weight > best.weight ? each : best));
  return { dialect: templateOf(id), mark: id, marks: found.map((signal) => signal.id) };
}

/** The sum of the weights, of each group the greatest alone. */
export function weigh(signals: readonly Pick<Signal, 'weight' | 'group'>[]): number {
  const greatest = new Map<string, number>();
  let sum = 0;
  for (const { weight, group } of signals) {
    if (group) greatest.set(group, Math.max(weight, greatest.get(group) ?? 0));
    else sum += weight;
  }
  for (const weight of greatest.values()) sum += weight;
  return sum;
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
  const markers = startMarkers(text, bodyFrom);
  const placed: Placed[] = [];
  const seen = new Set<string>();
  let at = bodyFrom;
  for (const properties of records) {
    const id = properties.find(({ key }) => plainName(key) === 'id')?.value;
    if (typeof id !== 'string' || seen.has(id)) continue;
    seen.add(id);
    const offsets = markers.get(id) ?? [];
    const marker = offsets.find((offset) => offset >= at) ?? offsets[0];
    if (marker === undefined) continue;
    at = marker + `%%${id}_start%%`.length;
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
