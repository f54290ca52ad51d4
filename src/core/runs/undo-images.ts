import { hashesNamedIn, hashInName } from '../images/file-name';
import { sha256 } from '../images/sha256';
import type { FileStore } from './file-store';
import type { SavedImage } from './journal-format';
import { isFolderPath, isImagePath } from './note-path';
import { failureOf } from './error-message';
import type { FileUndoOutcome } from './undo-files';

/** Files that may refer to an image: notes, other files that Obsidian links from, and pages for publishers. */
const MAY_LINK = /\.(?:md|markdown|mdx|qmd|canvas|base|html?)$/i;

/**
 * Moves the images of a run to the trash, unless a note, canvas or base still refers to them. Then removes
 * the folders that the run created for them. The run's notes must have been undone before. A file is only
 * touched if its name has the format of this program and contains the hash of its bytes, whatever the journal
 * says. The consumer cancels by not asking for more.
 */
export async function* undoImages(
  images: AsyncIterable<SavedImage>,
  folders: readonly string[],
  files: FileStore,
): AsyncGenerator<FileUndoOutcome> {
  let used: ReadonlySet<string> | null = null;
  const done = new Set<string>();
  try {
    for await (const { path } of images) {
      // Several URLs can have had the same bytes.
      if (done.has(path)) yield { kind: 'as-before', path };
      else yield await undoImage(path, (used ??= await hashesInUse(files)), files);
      done.add(path);
    }
    if (done.size > 0) await files.removeEmpty(folders.filter(isFolderPath).reverse());
  } finally {
    // Also if the consumer cancels, because everything reported as done must survive.
    if (done.size > 0) await files.flush?.();
  }
}

/** Rejects if a text can't be read, because it might refer to an image. */
async function hashesInUse(files: FileStore): Promise<ReadonlySet<string>> {
  const used = new Set<string>();
  const utf8 = new TextDecoder();
  for (const path of await files.list()) {
    if (!MAY_LINK.test(path)) continue;
    const bytes = await files.read(path);
    for (const hash of bytes ? hashesNamedIn(utf8.decode(bytes)) : []) used.add(hash);
  }
  return used;
}

async function undoImage(
  path: string,
  used: ReadonlySet<string>,
  files: FileStore,
): Promise<FileUndoOutcome> {
  if (!isImagePath(path)) return { kind: 'skipped', path, reason: 'not-a-note' };
  const hash = hashInName(path) ?? '';
  try {
    const bytes = await files.read(path);
    if (bytes === null) return { kind: 'as-before', path };
    if (used.has(hash)) return { kind: 'skipped', path, reason: 'in-use' };
    const isOwn = (await sha256(bytes, files)).startsWith(hash);
    if (!isOwn) return { kind: 'skipped', path, reason: 'changed-since' };
    await files.trash(path);
    return { kind: 'trashed', path };
  } catch (error) {
    return { kind: 'failed', path, error: failureOf(error) };
  }
}
