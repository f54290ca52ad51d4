import type { Note } from '../markdown/note';
import type { Properties } from '../markdown/front-matter/read-front-matter';
import type { Article } from './article';
import { matchTemplate, type Match } from './match-template';
import { readOutline } from './outline';
import { startMarkers } from './markers';
import { PROPERTY_NAMES, plainName, type PropertyNames } from './property-names';
import { readArticle } from './read-article';
import { containsOmnivore, seenIn } from './seen-note';
import type { Layout } from './signals';
import { atOnce, isLong, type Steps } from '../text/steps';

/** The user's settings for detection. */
export interface DetectOptions {
  readonly names: PropertyNames;
  /** The folder that Omnivore's plugin wrote to, without a trailing slash; null if not known. */
  readonly omnivoreFolder: string | null;
  /** Property names that only the user's own template writes. */
  readonly ownKeys: readonly string[];
}

/** The settings for a user who has changed nothing. */
export const DETECT_DEFAULTS: DetectOptions = {
  names: PROPERTY_NAMES,
  omnivoreFolder: null,
  ownKeys: [],
};

export type Detection =
  | (Match & { readonly kind: 'saved'; readonly articles: readonly Article[] })
  | { readonly kind: 'other' };

/** Detects saved articles in a note. `path` is relative to the vault, with slashes. */
export function detect(
  note: Note,
  path: string,
  options: DetectOptions = DETECT_DEFAULTS,
): Detection {
  return atOnce(detectSteps(note, path, options));
}

/** Works like `detect`, in steps. */
export function* detectSteps(note: Note, path: string, options: DetectOptions): Steps<Detection> {
  // Otherwise, it would be computed at once when it is first needed.
  if (isLong(note.text) && containsOmnivore(note.text)) yield* note.readCode();
  const match = matchTemplate(seenIn(note, path, options));
  if (!match) return { kind: 'other' };
  const articles = yield* readArticles(note, match.template.layout, options.names);
  if (articles.length === 0) return { kind: 'other' };
  const { template, signal } = match;
  return { kind: 'saved', template, signal, articles };
}

function* readArticles(
  note: Note,
  layout: Layout,
  names: PropertyNames,
): Steps<readonly Article[]> {
  if (layout === 'outline') return yield* readOutline(note, names.state);
  const records = note.frontMatter?.records ?? [];
  if (layout === 'page') {
    const body = { from: note.bodyFrom, to: note.text.length };
    return [readArticle(note, records[0] ?? [], body, names)];
  }
  return readSingleFile(note, records, names);
}

/**
 * Reads the articles of a note in "single file" mode. Each body is between its markers; without an end
 * marker, it ends where the next article starts.
 */
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

/** An article of a single file, and where its body is. */
interface Placed {
  readonly id: string;
  /** Start of its first marker, and the offset after it. */
  readonly marker: number;
  readonly from: number;
  readonly properties: Properties;
}
