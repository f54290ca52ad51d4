import { hash, hashBytes } from '../text/hash';
import type { FileStore } from './file-store';
import type { CreatedFile, RemovedNote } from './journal-format';
import { isCreatedPath, isFolderPath, isNotePath } from './note-path';
import { failureOf } from './error-message';
import { encodeUtf8 } from '../text/utf8';

/** The result of undo for a file that a run created, or a note that it removed. */
export type FileUndoOutcome =
  /** A file that the run created was moved to the trash. */
  | { readonly kind: 'trashed'; readonly path: string }
  /** A note that the run removed exists again. */
  | { readonly kind: 'restored'; readonly path: string }
  /** It is as before the run: never created or removed, or already undone. */
  | { readonly kind: 'as-before'; readonly path: string }
  /** `not-a-note`: the journal names a file that this program can't have created. */
  | {
      readonly kind: 'skipped';
      readonly path: string;
      readonly reason:
        | 'changed-since'
        | 'not-a-note'
        /** A note still shows the image. */
        | 'in-use';
    }
  | { readonly kind: 'failed'; readonly path: string; readonly error: string };

/** What a run did with files, the last one first. */
export interface FilesToUndo {
  readonly files: AsyncIterable<CreatedFile>;
  readonly removed: AsyncIterable<RemovedNote>;
  /** The outer ones first. */
  readonly folders: readonly string[];
}

/**
 * Restores removed notes, and moves files that a run created and that have not changed since to the trash.
 * Then removes the folders that the run created, if they are empty. The consumer cancels by not asking for
 * more.
 */
export async function* undoFiles(
  { files, removed, folders }: FilesToUndo,
  store: FileStore,
): AsyncGenerator<FileUndoOutcome> {
  try {
    for await (const note of removed) yield await restore(note, store);
    for await (const file of files) yield await trashCreated(file, store);
    await store.removeEmpty(folders.filter(isFolderPath).reverse());
  } finally {
    // Also if the consumer cancels, because everything reported as done must survive.
    await store.flush?.();
  }
}

/** How many names are tried for a removed note. */
const MAX_NAMES = 100;

/**
 * Creates a removed note again. If another note has its name by now, it gets a number: the text would otherwise be in
 * the journal only, because the notes that it was merged into no longer have it.
 */
async function restore({ path, text }: RemovedNote, store: FileStore): Promise<FileUndoOutcome> {
  if (!isNotePath(path)) return { kind: 'skipped', path, reason: 'not-a-note' };
  try {
    for (let number = 0; number < MAX_NAMES; number++) {
      const free = numberedPath(path, number);
      const current = await store.read(free);
      if (current !== null) {
        if (hashBytes(current) === hash(text)) return { kind: 'as-before', path: free };
        continue;
      }
      const created = await store.create(free, encodeUtf8(text));
      if (created === 'created') return { kind: 'restored', path: free };
    }
    return { kind: 'skipped', path, reason: 'changed-since' };
  } catch (error) {
    return { kind: 'failed', path, error: failureOf(error) };
  }
}

/** Returns the path itself for 0, otherwise a path with a number: `a 1.md`. */
function numberedPath(path: string, number: number): string {
  return number === 0 ? path : path.replace(/\.[^./]*$/, (extension) => ` ${number}${extension}`);
}

async function trashCreated(
  { path, hash }: CreatedFile,
  store: FileStore,
): Promise<FileUndoOutcome> {
  if (!isCreatedPath(path)) return { kind: 'skipped', path, reason: 'not-a-note' };
  try {
    const bytes = await store.read(path);
    if (bytes === null) return { kind: 'as-before', path };
    if (hashBytes(bytes) !== hash) return { kind: 'skipped', path, reason: 'changed-since' };
    await store.trash(path);
    return { kind: 'trashed', path };
  } catch (error) {
    return { kind: 'failed', path, error: failureOf(error) };
  }
}
