import { dirname, join } from 'node:path';
import { mayBeSaved, type NoteBytes } from '../../core/omnivore/may-be-saved';
import { messageOf } from '../../core/runs/error-message';
import type { NoteRead, NoteReplaced, NoteStore } from '../../core/runs/note-store';
import type { NoteWritten } from '../../core/runs/write-notes';
import { hashBytes } from '../../core/text/hash';
import { listNotes, type ListOptions } from './list-notes.mts';
import { resolveNote } from './note-file.mts';
import { readRegular, readRegularShared } from './read-file.mts';
import { recentBytes } from './recent-bytes.mts';
import { MAX_NOTE_BYTES, replaceNote } from './replace-note.mts';
import { fileSync } from './sync-file.mts';
import { syncFolder } from './sync-folder.mts';
import { errorCode, systemReason } from './system-error.mts';
import { createYielder } from './turns.mts';
import { decodeNote } from './utf8.mts';
import { writeProblem } from './write-problem.mts';

/** Options for `diskStore`. */
export interface DiskStoreOptions extends ListOptions {
  /** Keep the modification time of notes. */
  readonly keepModified: boolean;
}

/** A note with its bytes before and after. */
export interface NoteChangeBytes {
  readonly path: string;
  readonly before: Buffer;
  readonly after: Buffer;
}

/** The notes of a folder on disk. */
export interface DiskStore extends NoteStore {
  /** Returns the UTF-8 of a text. Does not encode a text again that was just read. */
  readonly bytesOf: (text: string) => Buffer;
  /**
   * Replaces several notes, on a disk some of them at the same time. Resolves when they would survive a power failure.
   * Notes that were not reached because of `isStopped` are null.
   */
  readonly replaceAll: (
    notes: readonly NoteChangeBytes[],
    isStopped: () => boolean,
  ) => Promise<readonly (NoteWritten | null)[]>;
}

/** How many notes are replaced at the same time. */
const MAX_REPLACED_AT_ONCE = 16;

/**
 * Reads and writes the notes of a folder on disk. File system calls are synchronous: the command line has
 * nothing else to do meanwhile.
 */
export function diskStore(root: string, options: DiskStoreOptions): DiskStore {
  const encoded = recentBytes();
  const changedFolders = new Set<string>();
  const yieldIfNeeded = createYielder();
  const decode = (bytes: Buffer): NoteRead => {
    const read = decodeNote(bytes);
    if (read.kind === 'text') encoded.add(read.text, bytes);
    return read;
  };
  // The note that was read last, in a buffer that the next one overwrites. Most notes are not written, so copying each
  // would only take time and memory.
  let shared: { readonly text: string; readonly bytes: Buffer } | null = null;
  const sync = fileSync();
  const { keepModified } = options;
  const replaceBytes = async ({ path, before, after }: NoteChangeBytes): Promise<NoteReplaced> => {
    const file = fileToReplace(root, path);
    if (file === null) return 'changed-meanwhile';
    const replaced = await replaceNote(sync, file, { before, after, keepModified });
    if (replaced === 'replaced') changedFolders.add(dirname(file));
    return replaced;
  };
  const flush = (): void => {
    for (const folder of changedFolders) syncFolder(folder);
    changedFolders.clear();
  };
  return {
    list: async () => (await listNotes(root, options)).notes,

    async read(path) {
      await yieldIfNeeded();
      return decode(readBytes(root, path, readRegular));
    },

    async readIfRelated(path) {
      await yieldIfNeeded();
      shared = null;
      const bytes = readBytes(root, path, readRegularShared);
      if (!mayBeSaved(asNoteBytes(bytes))) return null;
      const read = decodeNote(bytes);
      if (read.kind === 'text') shared = { text: read.text, bytes };
      return read;
    },

    hash: (_path, text) => hashBytes(encoded.of(text)),

    writeProblem: (path) => writeProblem(join(root, path)),

    async replace(path, before, after): Promise<NoteReplaced> {
      await yieldIfNeeded();
      return replaceBytes({ path, before: encoded.of(before), after: encoded.of(after) });
    },

    bytesOf: (text) => (shared?.text === text ? Buffer.from(shared.bytes) : encoded.of(text)),

    async replaceAll(notes, isStopped) {
      const results: (NoteWritten | null)[] = [];
      for (let at = 0; at < notes.length; at += MAX_REPLACED_AT_ONCE) {
        await yieldIfNeeded();
        const some = notes.slice(at, at + MAX_REPLACED_AT_ONCE).map(async (note) => {
          if (isStopped()) return null;
          return replaceBytes(note).catch((error: unknown) => ({ error: messageOf(error) }));
        });
        results.push(...(await Promise.all(some)));
      }
      flush();
      return results;
    },

    flush() {
      flush();
      return Promise.resolve();
    },
  };
}

function asNoteBytes(bytes: Buffer): NoteBytes {
  return {
    contains: (word) => bytes.includes(word, 0, 'latin1'),
    latin1: () => bytes.toString('latin1'),
    first: bytes[0],
  };
}

function readBytes(root: string, path: string, read: typeof readRegular): Buffer {
  try {
    return read(resolveNote(root, path), MAX_NOTE_BYTES);
  } catch (error) {
    throw new Error(systemReason(error), { cause: error });
  }
}

/** Returns null if the note's folder no longer exists. */
function fileToReplace(root: string, path: string): string | null {
  try {
    return resolveNote(root, path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw new Error(systemReason(error), { cause: error });
  }
}
