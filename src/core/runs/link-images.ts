import type { RemoteImage } from '../images/collect';
import { rewriteImage } from '../images/rewrite';
import { readFrontMatter } from '../markdown/front-matter/read-front-matter';
import type { YamlParser } from '../markdown/front-matter/yaml';
import { keepsValues } from '../repairs/kept-values';
import { invertEdits, applyEdits, type Edits, type TextEdit } from '../text/edits';
import { hash } from '../text/hash';
import type { ImagePlace } from './place-image';
import type { SavedImage } from './journal-format';
import type { OpenJournal } from './journal';
import type { NoteStore } from './note-store';
import { failureOf } from './error-message';
import { imagesOfNote, type ImageReader } from './wanted-images';
import { NOTES_AT_ONCE, TEXT_AT_ONCE, writeNotes, type NoteChange } from './write-notes';

/** The outcome for a note whose images were saved. */
export type LinkOutcome =
  /**
   * `urls`: the images that are linked to files now. `kept`: those whose place in the note could not be
   * rewritten.
   */
  | {
      readonly kind: 'linked';
      readonly path: string;
      readonly urls: readonly string[];
      readonly kept: readonly string[];
    }
  | { readonly kind: 'left'; readonly path: string; readonly reason: 'changed-meanwhile' }
  | { readonly kind: 'failed'; readonly path: string; readonly error: string };

/** Everything that linking needs. */
export interface Linking {
  readonly store: NoteStore;
  readonly place: Pick<ImagePlace, 'linkTo'>;
  readonly reader: ImageReader;
  readonly journal: Pick<OpenJournal, 'write'>;
  /** The images that have a file, by URL. */
  readonly saved: ReadonlyMap<string, Pick<SavedImage, 'path'>>;
  /** Hashes of the notes when their images were collected. A note that has changed since is skipped. */
  readonly seen: ReadonlyMap<string, string>;
}

interface Linked extends NoteChange {
  readonly urls: readonly string[];
  readonly kept: readonly string[];
}

/** Links the images of notes to their files. The consumer cancels by not asking for more. */
export async function* linkImages(
  paths: Iterable<string>,
  linking: Linking,
): AsyncGenerator<LinkOutcome> {
  let changes: Linked[] = [];
  let textLength = 0;
  for (const path of paths) {
    const change = await changeOf(path, linking);
    if (change === null) continue;
    if ('kind' in change) {
      yield change;
      continue;
    }
    changes.push(change);
    textLength += change.before.length;
    if (changes.length < NOTES_AT_ONCE && textLength < TEXT_AT_ONCE) continue;
    yield* write(changes, linking);
    changes = [];
    textLength = 0;
  }
  yield* write(changes, linking);
}

async function* write(
  changes: readonly Linked[],
  { store, journal }: Linking,
): AsyncGenerator<LinkOutcome> {
  for await (const [{ path, urls, kept }, written] of writeNotes(changes, store, journal)) {
    if (written === 'replaced') yield { kind: 'linked', path, urls, kept };
    else if (written === 'changed-meanwhile') yield { kind: 'left', path, reason: written };
    else yield { kind: 'failed', path, error: written.error };
  }
}

/** Returns null if nothing needs to change. */
async function changeOf(path: string, linking: Linking): Promise<Linked | LinkOutcome | null> {
  const { store, seen } = linking;
  try {
    const { kind, text } = await store.read(path);
    if (kind !== 'text' || seen.get(path) !== hash(text)) {
      return { kind: 'left', path, reason: 'changed-meanwhile' };
    }
    const { edits, urls, kept } = editsOf(text, path, linking);
    if (edits.length === 0) return kept.length > 0 ? { kind: 'linked', path, urls, kept } : null;
    const [after, undo] = [applyEdits(text, edits), invertEdits(text, edits)];
    return { path, before: text, after, undo, urls, kept };
  } catch (error) {
    return { kind: 'failed', path, error: failureOf(error) };
  }
}

interface Rewritten {
  readonly edits: Edits;
  readonly urls: readonly string[];
  readonly kept: readonly string[];
}

function editsOf(text: string, path: string, { place, reader, saved }: Linking): Rewritten {
  const edits: TextEdit[] = [];
  const [urls, kept] = [new Set<string>(), new Set<string>()];
  for (const { image } of imagesOfNote(text, path, reader)) {
    const file = saved.get(image.url);
    if (!file) continue;
    const imageEdits = rewriteImage(text, image, place.linkTo(file.path, path));
    const fits =
      imageEdits.length > 0 && keepsProperties(text, image, imageEdits, reader.parseYaml);
    if (fits) edits.push(...imageEdits);
    (fits ? urls : kept).add(image.url);
  }
  edits.sort((a, b) => a.from - b.from);
  return { edits, urls: [...urls], kept: [...kept].filter((url) => !urls.has(url)) };
}

/** Returns whether an edit of a property leaves all other values the same. */
function keepsProperties(
  text: string,
  { kind }: RemoteImage,
  edits: Edits,
  parse: YamlParser,
): boolean {
  if (kind !== 'property') return true;
  const before = readFrontMatter(text, parse);
  if (!before) return false;
  const after = applyEdits(text.slice(0, before.end), edits);
  return keepsValues(before, readFrontMatter(after, parse), edits);
}
