import type { RemoteImage } from '../images/collect';
import { canRewrite, rewriteImage } from '../images/rewrite';
import { readFrontMatter } from '../markdown/front-matter/read-front-matter';
import type { YamlParser } from '../markdown/front-matter/yaml';
import { keepsValues } from '../repairs/kept-values';
import { invertEdits, applyEdits, type Edits, type TextEdit } from '../text/edits';
import type { Steps } from '../text/steps';
import type { ImagePlace } from './place-image';
import type { SavedImage } from './journal-format';
import { hashInSteps, inSteps } from './in-steps';
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
  | { readonly kind: 'skipped'; readonly path: string; readonly reason: 'changed-meanwhile' }
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

interface LinkedNote extends NoteChange {
  readonly urls: readonly string[];
  readonly kept: readonly string[];
}

/** Links the images of notes to their files. The consumer cancels by not asking for more. */
export async function* linkImages(
  paths: Iterable<string>,
  linking: Linking,
): AsyncGenerator<LinkOutcome> {
  let changes: LinkedNote[] = [];
  let textLength = 0;
  for (const path of paths) {
    const change = await linkNote(path, linking);
    if (change === null) continue;
    if ('kind' in change) {
      yield change;
      continue;
    }
    changes.push(change);
    textLength += change.before.length;
    if (changes.length < NOTES_AT_ONCE && textLength < TEXT_AT_ONCE) continue;
    yield* writeLinked(changes, linking);
    changes = [];
    textLength = 0;
  }
  yield* writeLinked(changes, linking);
}

async function* writeLinked(
  changes: readonly LinkedNote[],
  { store, journal }: Linking,
): AsyncGenerator<LinkOutcome> {
  for await (const [{ path, urls, kept }, written] of writeNotes(changes, store, journal)) {
    if (written === 'replaced') yield { kind: 'linked', path, urls, kept };
    else if (written === 'changed-meanwhile') yield { kind: 'skipped', path, reason: written };
    else yield { kind: 'failed', path, error: written.error };
  }
}

/** Returns null if nothing needs to change. */
async function linkNote(path: string, linking: Linking): Promise<LinkedNote | LinkOutcome | null> {
  const { store, seen } = linking;
  try {
    const { kind, text } = await store.read(path);
    if (kind !== 'text' || seen.get(path) !== (await hashInSteps(store, text))) {
      return { kind: 'skipped', path, reason: 'changed-meanwhile' };
    }
    const linked = await inSteps(store, linkSavedImages(text, path, linking));
    const { edits, urls, kept } = linked;
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

function* linkSavedImages(
  text: string,
  path: string,
  { place, reader, saved }: Linking,
): Steps<Rewritten> {
  const edits: TextEdit[] = [];
  const [urls, kept] = [new Set<string>(), new Set<string>()];
  for (const { image } of yield* imagesOfNote(text, path, reader)) {
    const file = saved.get(image.url);
    // What can't be rewritten was listed when the images were collected.
    if (!file || !canRewrite(image)) continue;
    const link = place.linkTo(file.path, path);
    const imageEdits = rewriteImage(text, image, link);
    const fits =
      imageEdits.length > 0 &&
      keepsProperties(text, image, imageEdits, link.property, reader.parseYaml);
    if (fits) edits.push(...imageEdits);
    (fits ? urls : kept).add(image.url);
  }
  edits.sort((a, b) => a.from - b.from);
  return { edits, urls: [...urls], kept: [...kept].filter((url) => !urls.has(url)) };
}

/** Returns whether an edit of a property gives it its new value, and leaves all other values the same. */
function keepsProperties(
  text: string,
  image: RemoteImage,
  edits: Edits,
  written: string,
  parse: YamlParser,
): boolean {
  if (image.kind !== 'property') return true;
  const before = readFrontMatter(text, parse);
  if (!before) return false;
  const after = readFrontMatter(applyEdits(text.slice(0, before.end), edits), parse);
  if (!keepsValues(before, after, edits)) return false;
  const { property, value } = image;
  const now = after?.records.flat().find(({ colon }) => colon === property.colon);
  const items = property.value as readonly unknown[];
  const expected =
    value.item === null ? written : items.map((old, i) => (i === value.item ? written : old));
  return JSON.stringify(now?.value) === JSON.stringify(expected);
}
