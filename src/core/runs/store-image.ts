import type { ImageSource } from '../images/attempts';
import type { Sleep } from '../images/polite-fetcher';
import type { ImageKind } from '../images/image-bytes';
import type { SavedImage } from './journal-format';
import type { OpenJournal } from './journal';
import { messageOf } from './error-message';
import { imagePlacer, type ImageTarget } from './place-image';
import type { WantedImage } from './wanted-images';

/** An image that was fetched and is to be kept. */
export interface FetchedImage {
  readonly bytes: Uint8Array;
  readonly type: ImageKind;
  readonly from: ImageSource;
  readonly sha256: string;
}

/** Writes images as they come. All that wait are named in the journal together, then their files are made. */
export interface ImageWriter {
  /**
   * Resolves when the image's file is there. Rejects where it can't be written; with a JournalError where the journal can't: then
   * nothing else may be.
   */
  readonly store: (image: FetchedImage, wanted: WantedImage) => Promise<SavedImage>;
  /** Resolves when few enough bytes wait to be written that more may be fetched. */
  readonly room: () => Promise<void>;
  /** Removes files that this run has made and that no note will need. */
  readonly discard: (paths: Iterable<string>) => Promise<void>;
}

/** The journal can't be written. */
export class JournalError extends Error {
  constructor(cause: unknown) {
    super(messageOf(cause), { cause });
  }
}

/** Fetching waits while more than this is to be written. */
const MOST_WAITING_BYTES = 64 * 1024 * 1024;
/** So many images are written together; fewer only where no more have come within the pause. */
const IMAGES_AT_ONCE = 64;
const PAUSE_MS = 50;

interface Waiting {
  readonly bytes: Uint8Array;
  readonly image: SavedImage;
  readonly notes: readonly string[];
  readonly isNew: boolean;
  readonly done: (error: Error | null) => void;
}

interface Writing {
  readonly target: ImageTarget;
  readonly journal: Pick<OpenJournal, 'writeFiles'>;
  /** Files that were made, and folders that are named in the journal. */
  readonly made: Set<string>;
  readonly folders: Set<string>;
}

const NEVER = new AbortController().signal;

/** A writer for one run. */
export function imageWriter(
  target: ImageTarget,
  journal: Writing['journal'],
  sleep: Sleep,
): ImageWriter {
  const writing: Writing = { target, journal, made: new Set(), folders: new Set() };
  const place = imagePlacer(target);
  let waiting: Waiting[] = [];
  let bytesWaiting = 0;
  let running: Promise<void> | null = null;
  const run = async (): Promise<void> => {
    while (waiting.length > 0) {
      // Each write of the journal waits for the disk.
      if (waiting.length < IMAGES_AT_ONCE) await sleep(PAUSE_MS, NEVER);
      const batch = waiting;
      waiting = [];
      await writeBatch(batch, writing);
      for (const { bytes } of batch) bytesWaiting -= bytes.length;
    }
    running = null;
  };
  return {
    async store({ bytes, type, from, sha256 }, { url, title, notes }) {
      bytesWaiting += bytes.length;
      const { path, isNew } = await place({ sha256, type, title, note: notes[0] ?? '' });
      const image = { path, url, bytes: bytes.length, from };
      await new Promise<void>((resolve, reject) => {
        const done: Waiting['done'] = (error) => (error === null ? resolve() : reject(error));
        waiting.push({ bytes, image, notes, isNew, done });
        running ??= Promise.resolve().then(run);
      });
      return image;
    },
    async room() {
      while (bytesWaiting > MOST_WAITING_BYTES && running) await running;
    },
    async discard(paths) {
      for (const path of paths) {
        if (!writing.made.has(path)) continue;
        // One that can't be removed is removed by undo.
        await target.files.discard?.(path).catch(() => undefined);
      }
    },
  };
}

/** Names images in the journal, then makes their files. An error of the journal is that of all; an error of a file is its own. */
async function writeBatch(batch: readonly Waiting[], writing: Writing): Promise<void> {
  const { files } = writing.target;
  try {
    await nameInJournal(batch, writing);
  } catch (error) {
    for (const { done } of batch) done(new JournalError(error));
    return;
  }
  const fresh = batch.filter(({ isNew }) => isNew);
  await Promise.all(fresh.map((one) => makeFile(one, writing)));
  // Those whose bytes another one of the run has made come after it.
  for (const { image, isNew, done } of batch) {
    if (isNew) continue;
    const there = await files.read(image.path).catch(() => null);
    done(there === null ? new Error('Its file could not be written.') : null);
  }
}

async function nameInJournal(
  batch: readonly Waiting[],
  { target, journal, folders }: Writing,
): Promise<void> {
  const missing = new Set<string>();
  for (const { image, isNew } of batch) {
    if (!isNew) continue;
    for (const folder of await target.files.missingFolders(image.path)) missing.add(folder);
  }
  const fresh = [...missing].filter((folder) => !folders.has(folder));
  for (const folder of fresh) folders.add(folder);
  await journal.writeFiles({
    images: batch.map(({ image }) => image),
    folders: fresh,
    notes: [...new Set(batch.flatMap(({ notes }) => notes))],
  });
}

async function makeFile(
  { bytes, image: { path }, done }: Waiting,
  { target, made }: Writing,
): Promise<void> {
  try {
    const created = await target.files.create(path, bytes);
    if (created === 'created') made.add(path);
    done(created === 'created' ? null : new Error('A file of its name is there already.'));
  } catch (error) {
    done(new Error(messageOf(error)));
  }
}
