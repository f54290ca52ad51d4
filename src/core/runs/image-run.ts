import type { ImageSource } from '../images/attempts';
import type { UnsavedReason } from '../images/download';
import type { Fetcher } from '../images/fetcher';
import type { Sleep } from '../images/polite-fetcher';
import type { FileStore } from './file-store';
import type { ImagePlace } from './place-image';
import { fetchImages, type Fetching, type ImageOutcome } from './fetch-images';
import type { SavedImage } from './journal-format';
import type { OpenJournal } from './journal';
import { linkImages, type LinkOutcome } from './link-images';
import type { NoteStore } from './note-store';
import { imageWriter } from './store-image';
import type { ImageReader, WantedImages } from './wanted-images';

/** What a run did with an image of a note, or with a note. */
export type ImageRunOutcome =
  /** `path` is the note, which links to the image `file` now. */
  | {
      readonly kind: 'saved';
      readonly path: string;
      readonly url: string;
      readonly file: string;
      readonly bytes: number;
      readonly from: ImageSource;
    }
  /** It is still a link to the web. */
  | {
      readonly kind: 'skipped';
      readonly path: string;
      readonly url: string;
      readonly reason: UnsavedReason | 'not-editable';
      readonly status: number | null;
    }
  | { readonly kind: 'failed'; readonly path: string; readonly error: string };

/** Everything that a run needs. */
export interface ImageRun extends Pick<Fetching, 'signal' | 'archive' | 'onImage'> {
  readonly store: NoteStore;
  readonly files: FileStore;
  readonly place: ImagePlace;
  readonly reader: ImageReader;
  readonly journal: OpenJournal;
  /** Must limit its own requests; see `politeFetcher`. */
  readonly fetcher: Fetcher;
  readonly sleep: Sleep;
  /** Images that are already saved, by URL. They are not fetched again. */
  readonly known: ReadonlyMap<string, SavedImage>;
  /** Called for each note after its images were linked or skipped. */
  readonly onNote: (path: string) => Promise<void> | void;
}

/**
 * Saves images: fetches those that are missing, then links them in the notes. When stopped by its signal, it
 * still links what was saved, so that no file remains without a note. Rejects if the journal can't be
 * written; then no other note is written.
 */
export async function* imageRun(
  { images, notes, kept, failed }: WantedImages,
  run: ImageRun,
): AsyncGenerator<ImageRunOutcome> {
  for (const note of failed) yield { kind: 'failed', ...note };
  for (const image of kept) {
    yield { kind: 'skipped', ...image, reason: 'not-editable', status: null };
  }
  const { known, files, journal } = run;
  const writer = imageWriter(run, journal, run.sleep);
  const missing = [...images.values()].filter(({ url }) => !known.has(url));
  if (known.size > 0) {
    await journal.writeFiles({ images: [...known.values()], notes: [...notes.keys()] });
  }
  const outcomes = await fetchImages(missing, { ...run, writer });
  await files.flush?.();
  const saved = new Map(known);
  for (const [url, outcome] of outcomes) {
    if (outcome.kind === 'saved') saved.set(url, outcome.image);
  }
  for (const { url, notes: paths } of missing) yield* notSaved(url, paths, outcomes.get(url));
  const byNote = imagesByNote(images, saved);
  for await (const outcome of linkImages(byNote.keys(), { ...run, saved, seen: notes })) {
    await run.onNote(outcome.path);
    yield* linked(outcome, byNote.get(outcome.path) ?? []);
  }
}

function* notSaved(
  url: string,
  paths: readonly string[],
  outcome: ImageOutcome | undefined,
): Generator<ImageRunOutcome> {
  if (!outcome || outcome.kind === 'saved') return;
  // Images skipped by a stop are not listed.
  if (outcome.kind === 'skipped' && outcome.reason === 'stopped') return;
  for (const path of paths) {
    if (outcome.kind === 'failed')
      yield { kind: 'failed', path, error: `${url}: ${outcome.error}` };
    else yield { ...outcome, path, url };
  }
}

function imagesByNote(
  images: WantedImages['images'],
  saved: ReadonlyMap<string, SavedImage>,
): ReadonlyMap<string, readonly (readonly [url: string, file: SavedImage])[]> {
  const byNote = new Map<string, (readonly [string, SavedImage])[]>();
  for (const [url, { notes }] of images) {
    const image = saved.get(url);
    if (!image) continue;
    for (const path of notes) {
      const list = byNote.get(path);
      if (list) list.push([url, image]);
      else byNote.set(path, [[url, image]]);
    }
  }
  return byNote;
}

function* linked(
  outcome: LinkOutcome,
  files: readonly (readonly [url: string, file: SavedImage])[],
): Generator<ImageRunOutcome> {
  const { kind, path } = outcome;
  if (kind === 'failed') {
    yield outcome;
    return;
  }
  for (const [url, file] of files) {
    if (kind === 'skipped') yield { kind, path, url, reason: outcome.reason, status: null };
    else if (outcome.kept.includes(url)) {
      yield { kind: 'skipped', path, url, reason: 'not-editable', status: null };
    } else if (outcome.urls.includes(url)) {
      yield { kind: 'saved', path, url, file: file.path, bytes: file.bytes, from: file.from };
    }
  }
}
