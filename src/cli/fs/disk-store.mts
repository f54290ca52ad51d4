import { isUtf8 } from 'node:buffer';
import { dirname, join } from 'node:path';
import type { NoteRead, NoteReplaced, NoteStore } from '../../core/runs/note-store';
import { hashBytes } from '../../core/text/hash';
import { listNotes, type ListOptions } from './list-notes.mts';
import { resolveNote } from './note-file.mts';
import { readRegular } from './read-file.mts';
import { recentBytes } from './recent-bytes.mts';
import { MAX_NOTE_BYTES, replaceNote } from './replace-note.mts';
import { syncFolder } from './sync-folder.mts';
import { errorCode, systemReason } from './system-error.mts';
import { createYielder } from './turns.mts';
import { writeProblem } from './write-problem.mts';

/** Options for `diskStore`. */
export interface DiskStoreOptions extends ListOptions {
  /** Keep the modification time of notes. */
  readonly keepModified: boolean;
}

/**
 * Reads and writes the notes of a folder on disk. File system calls are synchronous: the command line has
 * nothing else to do meanwhile.
 */
export function diskStore(root: string, options: DiskStoreOptions): NoteStore {
  const encoded = recentBytes();
  const changedFolders = new Set<string>();
  const yieldIfNeeded = createYielder();
  return {
    list: async () => (await listNotes(root, options)).notes,

    async read(path): Promise<NoteRead> {
      await yieldIfNeeded();
      const bytes = readBytes(root, path);
      const text = bytes.toString('utf8');
      if (!isUtf8(bytes)) return { kind: 'invalid-utf8', text };
      encoded.add(text, bytes);
      return { kind: 'text', text };
    },

    hash: (_path, text) => hashBytes(encoded.of(text)),

    writeProblem: (path) => writeProblem(join(root, path)),

    async replace(path, before, after): Promise<NoteReplaced> {
      await yieldIfNeeded();
      const { keepModified } = options;
      const file = fileToReplace(root, path);
      if (file === null) return 'changed-meanwhile';
      const [beforeBytes, afterBytes] = [encoded.of(before), encoded.of(after)];
      const replaced = replaceNote(file, { before: beforeBytes, after: afterBytes, keepModified });
      if (replaced === 'replaced') changedFolders.add(dirname(file));
      return replaced;
    },

    flush() {
      for (const folder of changedFolders) syncFolder(folder);
      changedFolders.clear();
      return Promise.resolve();
    },
  };
}

function readBytes(root: string, path: string): Buffer {
  try {
    return readRegular(resolveNote(root, path), MAX_NOTE_BYTES);
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
