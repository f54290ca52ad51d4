import type { ImageSource } from '../images/attempts';
import type { Sleep } from '../images/polite-fetcher';
import type { ImageKind } from '../images/image-bytes';
import type { SavedImage } from './journal-format';
import type { OpenJournal } from './journal';
import { messageOf } from './error-message';
import { imagePlacer, type ImageTarget } from './place-image';
import type { WantedImage } from './wanted-images';

/** A fetched image to be stored. */
export interface FetchedImage {
  readonly bytes: Uint8Array;
  readonly type: ImageKind;
  readonly from: ImageSource;
  readonly sha256: string;
}

/** Writes images in batches: a batch is recorded in the journal first, then its files are created. */
export interface ImageWriter {
  /**
   * Resolves when the image's file exists. Rejects if it can't be written; with a JournalError if the journal
   * can't be written, because then nothing else may be written.
   */
  readonly store: (image: FetchedImage, wanted: WantedImage) => Promise<SavedImage>;
  /** Resolves when few enough bytes are waiting that more can be fetched. */
  readonly room: () => Promise<void>;
  /** Deletes files that this run has created and that no note needs. */
  readonly discard: (paths: Iterable<string>) => Promise<void>;
}

/** Thrown if the journal can't be written. */
export class JournalError extends Error {
  constructor(cause: unknown) {
    super(messageOf(cause), { cause });
  }
}

/** Fetching waits while more bytes than this are waiting to be written. */
const MAX_WAITING_BYTES = 64 * 1024 * 1024;
/** How many images are written together. Fewer are written if no more arrive within the pause. */
const IMAGES_AT_ONCE = 64;
const PAUSE_MS = 50;

interface WaitingImage {
  readonly bytes: Uint8Array;
  readonly image: SavedImage;
  readonly notes: readonly string[];
  readonly isNew: boolean;
  readonly done: (error: Error | null) => void;
}

interface Writing {
  readonly target: ImageTarget;
  readonly journal: Pick<OpenJournal, 'writeFiles'>;
  /** Files that were created, and folders that the journal contains. */
  readonly createdFiles: Set<string>;
  readonly folders: Set<string>;
}

const NEVER = new AbortController().signal;

/** Creates a writer for one run. */
export function imageWriter(
  target: ImageTarget,
  journal: Writing['journal'],
  sleep: Sleep,
): ImageWriter {
  const writing: Writing = { target, journal, createdFiles: new Set(), folders: new Set() };
  const place = imagePlacer(target);
  let waiting: WaitingImage[] = [];
  let bytesWaiting = 0;
  let running: Promise<void> | null = null;
  const run = async (): Promise<void> => {
    while (waiting.length > 0) {
      // Each write of the journal waits for the disk.
      if (waiting.length < IMAGES_AT_ONCE) await sleep(PAUSE_MS, NEVER);
      const batch = waiting;
      waiting = [];
      await writeImages(batch, writing);
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
        const done: WaitingImage['done'] = (error) => (error === null ? resolve() : reject(error));
        waiting.push({ bytes, image, notes, isNew, done });
        running ??= Promise.resolve().then(run);
      });
      return image;
    },
    async room() {
      while (bytesWaiting > MAX_WAITING_BYTES && running) await running;
    },
    async discard(paths) {
      for (const path of paths) {
        if (!writing.createdFiles.has(path)) continue;
        // Undo will remove it.
        await target.files.discard?.(path).catch(() => undefined);
      }
    },
  };
}

/**
 * Records images in the journal, then creates their files. A journal error applies to all, a file error only
 * to one image.
 */
async function writeImages(batch: readonly WaitingImage[], writing: Writing): Promise<void> {
  const { files } = writing.target;
  try {
    await recordInJournal(batch, writing);
  } catch (error) {
    for (const { done } of batch) done(new JournalError(error));
    return;
  }
  const newImages = batch.filter(({ isNew }) => isNew);
  await Promise.all(newImages.map((each) => createImageFile(each, writing)));
  // Images with the same bytes as another one of this run come after it.
  for (const { image, isNew, done } of batch) {
    if (isNew) continue;
    const file = await files.read(image.path).catch(() => null);
    done(file === null ? new Error('Its file could not be written.') : null);
  }
}

async function recordInJournal(
  batch: readonly WaitingImage[],
  { target, journal, folders }: Writing,
): Promise<void> {
  // One image for each folder is enough.
  const byFolder = new Map<string, string>();
  for (const { image, isNew } of batch) {
    if (isNew) byFolder.set(image.path.slice(0, image.path.lastIndexOf('/') + 1), image.path);
  }
  const missing = new Set<string>();
  for (const path of byFolder.values()) {
    for (const folder of await target.files.missingFolders(path)) missing.add(folder);
  }
  const newFolders = [...missing].filter((folder) => !folders.has(folder));
  for (const folder of newFolders) folders.add(folder);
  await journal.writeFiles({
    images: batch.map(({ image }) => image),
    folders: newFolders,
    notes: [...new Set(batch.flatMap(({ notes }) => notes))],
  });
}

async function createImageFile(
  { bytes, image: { path }, done }: WaitingImage,
  { target, createdFiles }: Writing,
): Promise<void> {
  try {
    const created = await target.files.create(path, bytes);
    if (created === 'created') createdFiles.add(path);
    done(created === 'created' ? null : new Error('A file of its name is there already.'));
  } catch (error) {
    done(new Error(messageOf(error)));
  }
}
