import { hash, hashBytes } from '../text/hash';
import type { FileStore } from './file-store';
import type { CreatedFile, RemovedNote } from './journal';
import { isCreatedPath, isFolderPath, isNotePath } from './note-path';
import { messageOf } from './outcome';

/** What undo came to for a file that a run made, or a note that it removed. */
export type FileUndoOutcome =
  /** A file that the run made went to the trash. */
  | { readonly kind: 'trashed'; readonly path: string }
  /** A note that the run removed is there again. */
  | { readonly kind: 'restored'; readonly path: string }
  /** It is as before the run: never made or removed, or undone before. */
  | { readonly kind: 'as-before'; readonly path: string }
  /** `not-a-note`: the journal names a file that this program can't have made. */
  | {
      readonly kind: 'left';
      readonly path: string;
      readonly reason:
        | 'changed-since'
        | 'not-a-note'
        /** An image that a note still shows. */
        | 'in-use';
    }
  | { readonly kind: 'failed'; readonly path: string; readonly error: string };

/** What a run did with files, as its journal gives it: the last first. */
export interface FilesToUndo {
  readonly files: AsyncIterable<CreatedFile>;
  readonly removed: AsyncIterable<RemovedNote>;
  /** The outer ones first. */
  readonly folders: readonly string[];
}

/**
 * Brings removed notes back, and moves to the trash what a run made and nobody has changed since; then the folders that it made go, if
 * they are empty. The consumer cancels by asking for no more.
 */
export async function* undoFiles(
  { files, removed, folders }: FilesToUndo,
  store: FileStore,
): AsyncGenerator<FileUndoOutcome> {
  try {
    for await (const note of removed) yield await restore(note, store);
    for await (const file of files) yield await trash(file, store);
    await store.removeEmpty(folders.filter(isFolderPath).reverse());
  } finally {
    // Also where the consumer asked for no more: what it was told is done must stay so.
    await store.flush?.();
  }
}

const UTF8 = new TextEncoder();

async function restore({ path, text }: RemovedNote, store: FileStore): Promise<FileUndoOutcome> {
  if (!isNotePath(path)) return { kind: 'left', path, reason: 'not-a-note' };
  try {
    const there = await store.read(path);
    if (there !== null) {
      const isSame = hashBytes(there) === hash(text);
      return isSame ? { kind: 'as-before', path } : { kind: 'left', path, reason: 'changed-since' };
    }
    const created = await store.create(path, UTF8.encode(text));
    if (created === 'created') return { kind: 'restored', path };
    return { kind: 'left', path, reason: 'changed-since' };
  } catch (error) {
    return { kind: 'failed', path, error: messageOf(error) };
  }
}

async function trash({ path, left }: CreatedFile, store: FileStore): Promise<FileUndoOutcome> {
  if (!isCreatedPath(path)) return { kind: 'left', path, reason: 'not-a-note' };
  try {
    const bytes = await store.read(path);
    if (bytes === null) return { kind: 'as-before', path };
    if (hashBytes(bytes) !== left) return { kind: 'left', path, reason: 'changed-since' };
    await store.trash(path);
    return { kind: 'trashed', path };
  } catch (error) {
    return { kind: 'failed', path, error: messageOf(error) };
  }
}
