import { hashesNamedIn, hashInName } from '../images/file-name';
import { sha256 } from '../images/sha256';
import type { FileStore } from './file-store';
import type { SavedImage } from './journal-format';
import { isFolderPath, isImagePath } from './note-path';
import { failureOf } from './error-message';
import type { FileUndoOutcome } from './undo-files';

/** What may name an image: notes, whatever else Obsidian links from, and pages that publishers make. */
const MAY_LINK = /\.(?:md|markdown|mdx|qmd|canvas|base|html?)$/i;

/**
 * Moves the images of a run to the trash, where no note, canvas or base names them any more, and removes the folders that the run made for
 * them. Its notes must have been undone before. An image goes only if its name is one that this program gives, and holds the hash of its
 * bytes: whatever a journal says, no other file is touched. The consumer cancels by asking for no more.
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
      // Several URLs may have had the same bytes.
      if (done.has(path)) yield { kind: 'as-before', path };
      else yield await undoImage(path, (used ??= await hashesInUse(files)), files);
      done.add(path);
    }
    if (done.size > 0) await files.removeEmpty(folders.filter(isFolderPath).reverse());
  } finally {
    // Also where the consumer asked for no more: what it was told is done must stay so.
    if (done.size > 0) await files.flush?.();
  }
}

/** Rejects where a text can't be read: it might name an image. */
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
  if (!isImagePath(path)) return { kind: 'left', path, reason: 'not-a-note' };
  const hash = hashInName(path) ?? '';
  try {
    const bytes = await files.read(path);
    if (bytes === null) return { kind: 'as-before', path };
    if (used.has(hash)) return { kind: 'left', path, reason: 'in-use' };
    const isOwn = (await sha256(bytes, files)).startsWith(hash);
    if (!isOwn) return { kind: 'left', path, reason: 'changed-since' };
    await files.trash(path);
    return { kind: 'trashed', path };
  } catch (error) {
    return { kind: 'failed', path, error: failureOf(error) };
  }
}
