import { keyOfItem, type AttentionItem, type NoteDecisions, type UnsavedImage } from './attention';
import { recordOf } from '../schema/read-fields';

/** The decisions about the notes of a vault, by path. */
export type Decisions = ReadonlyMap<string, NoteDecisions>;

/** No decisions. */
export const NO_DECISIONS: Decisions = new Map();

const UNDECIDED: NoteDecisions = { ignored: new Set(), images: [] };

/** Returns the decisions with an item of a note ignored, or no longer ignored. */
export function withIgnored(
  decisions: Decisions,
  path: string,
  item: AttentionItem,
  isIgnored: boolean,
): Decisions {
  const { ignored, images } = decisions.get(path) ?? UNDECIDED;
  const changed = new Set(ignored);
  if (isIgnored) changed.add(keyOfItem(item));
  else changed.delete(keyOfItem(item));
  return withNote(decisions, path, { ignored: changed, images });
}

/** The images of notes after a run that saved images: what it could not save, and what it saved. */
export interface ImageResults {
  readonly left: readonly (Omit<UnsavedImage, 'kind'> & { readonly path: string })[];
  readonly saved: readonly { readonly path: string; readonly url: string }[];
}

/** Adds the images that a run could not save. Removes those that it saved. */
export function withImageResults(decisions: Decisions, { left, saved }: ImageResults): Decisions {
  const done = new Map<string, Map<string, UnsavedImage | null>>();
  const resultsOf = (path: string): Map<string, UnsavedImage | null> => {
    const results = done.get(path) ?? new Map<string, UnsavedImage | null>();
    done.set(path, results);
    return results;
  };
  for (const { path, url } of saved) {
    const known = decisions.get(path)?.images ?? [];
    if (known.some((image) => image.url === url)) resultsOf(path).set(url, null);
  }
  for (const { path, url, reason, status } of left) {
    resultsOf(path).set(url, { kind: 'image', url, reason, status });
  }
  if (done.size === 0) return decisions;
  const changed = new Map(decisions);
  for (const [path, results] of done) {
    const { ignored, images } = changed.get(path) ?? UNDECIDED;
    const others = images.filter(({ url }) => !results.has(url));
    const unsaved = [...results.values()].filter((image) => image !== null);
    putDecisions(changed, path, { ignored, images: [...others, ...unsaved] });
  }
  return changed;
}

/** Removes the unsaved images of a note, except those with these URLs. */
export function withOnlyImages(
  decisions: Decisions,
  path: string,
  urls: ReadonlySet<string>,
): Decisions {
  const note = decisions.get(path);
  if (!note || note.images.every(({ url }) => urls.has(url))) return decisions;
  const images = note.images.filter(({ url }) => urls.has(url));
  return withNote(decisions, path, { ...note, images });
}

/** Moves the decisions about a note to its new path. */
export function withRenamed(decisions: Decisions, from: string, to: string): Decisions {
  const note = decisions.get(from);
  if (!note) return decisions;
  return withNote(withNote(decisions, from, UNDECIDED), to, note);
}

function withNote(decisions: Decisions, path: string, note: NoteDecisions): Decisions {
  const changed = new Map(decisions);
  putDecisions(changed, path, note);
  return changed;
}

function putDecisions(
  decisions: Map<string, NoteDecisions>,
  path: string,
  note: NoteDecisions,
): void {
  if (note.ignored.size + note.images.length > 0) decisions.set(path, note);
  else decisions.delete(path);
}

/** Returns the decisions as JSON. */
export function writeDecisions(decisions: Decisions): string {
  const notes = [...decisions].map(([path, { ignored, images }]) => ({
    path,
    ...(ignored.size > 0 && { ignored: [...ignored].map((key) => JSON.parse(key) as unknown) }),
    ...(images.length > 0 && {
      images: images.map(({ url, reason, status }) => ({ url, reason, status })),
    }),
  }));
  return `${JSON.stringify({ schema: 1, notes }, null, 2)}\n`;
}

/** Parses decisions. Skips parts that are not valid. Returns null if nothing can be read. */
export function readDecisions(json: string): Decisions | null {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return null;
  }
  const { notes } = recordOf(data);
  if (!Array.isArray(notes)) return null;
  const decisions = new Map<string, NoteDecisions>();
  for (const note of notes as readonly unknown[]) {
    const { path, ignored, images } = recordOf(note);
    if (typeof path !== 'string') continue;
    putDecisions(decisions, path, {
      ignored: new Set(
        listOf(ignored)
          .filter(isKey)
          .map((key) => JSON.stringify(key)),
      ),
      images: listOf(images).flatMap(readImage),
    });
  }
  return decisions;
}

function readImage(image: unknown): readonly UnsavedImage[] {
  const { url, reason, status } = recordOf(image);
  if (typeof url !== 'string' || typeof reason !== 'string') return [];
  return [
    {
      ...{ kind: 'image', url, reason: reason as UnsavedImage['reason'] },
      status: typeof status === 'number' ? status : null,
    },
  ];
}

function isKey(value: unknown): boolean {
  return Array.isArray(value) && value.every((part) => part === null || typeof part === 'string');
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
