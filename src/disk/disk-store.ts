import { isUtf8 } from 'node:buffer';
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  utimesSync,
  writeSync,
  type Stats,
} from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { NoteRead, NoteReplaced, NoteStore } from '../runs/note-store';
import { fingerprintOfBytes } from '../text/fingerprint';
import { recentBytes } from './recent-bytes';
import { listNotes, type ListOptions } from './list-notes';
import { codeOf } from './system-error';
import { removeIfThere, temporaryBeside } from './temporary';

export interface DiskStoreOptions extends ListOptions {
  /** Keep the time of a note's last change. */
  readonly keepModified: boolean;
}

/** How long reading may go on before signals and timers get their turn, in milliseconds. */
const SLICE = 50;

/** The notes of a folder on disk. Its calls block for as long as the disk takes: a command line has nothing else to do. */
export function diskStore(root: string, options: DiskStoreOptions): NoteStore {
  const encoded = recentBytes();
  let sliceStart = Date.now();
  const takeTurns = async (): Promise<void> => {
    if (Date.now() - sliceStart <= SLICE) return;
    await nextTurn();
    sliceStart = Date.now();
  };
  return {
    list: () => Promise.resolve(listNotes(root, options).notes),

    async read(path): Promise<NoteRead> {
      await takeTurns();
      const bytes = readNote(join(root, path));
      const text = bytes.toString('utf8');
      if (!isUtf8(bytes)) return { kind: 'invalid-utf8', text };
      encoded.remember(text, bytes);
      return { kind: 'text', text };
    },

    fingerprint: (_path, text) => fingerprintOfBytes(encoded.of(text)),

    async replace(path, before, after): Promise<NoteReplaced> {
      await takeTurns();
      const [was, will] = [encoded.of(before), encoded.of(after)];
      return replaceNote(join(root, path), was, will, options.keepModified);
    },
  };
}

function readNote(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Error(plainReason(error), { cause: error });
  }
}

/**
 * Puts a new file in the place of a note: written beside it, brought to disk, given the note's mode, renamed. A crash leaves the old
 * note or the new one, never a part.
 */
function replaceNote(
  file: string,
  before: Buffer,
  after: Buffer,
  keepModified: boolean,
): NoteReplaced {
  let stats: Stats;
  try {
    stats = statSync(file);
  } catch {
    return 'changed-meanwhile';
  }
  if ((stats.mode & 0o222) === 0) throw new Error('The note is read-only.');
  if (!before.equals(readNote(file))) return 'changed-meanwhile';
  const temporary = temporaryBeside(file);
  try {
    writeDurably(temporary, after, stats.mode);
    if (keepModified) utimesSync(temporary, stats.atime, stats.mtime);
    renameSync(temporary, file);
  } catch (error) {
    removeIfThere(temporary);
    throw new Error(plainReason(error), { cause: error });
  }
  return 'replaced';
}

function writeDurably(file: string, bytes: Buffer, mode: number): void {
  const handle = openSync(file, 'w', 0o600);
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
    fchmodSync(handle, mode & 0o7777);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'The file is no longer there.',
  EACCES: 'No permission.',
  EPERM: 'No permission.',
  EROFS: 'The disk is read-only.',
  ENOSPC: 'The disk is full.',
  EDQUOT: 'The disk quota is used up.',
  EISDIR: 'It is a folder.',
  ENOTDIR: 'A file stands where a folder should be.',
  EEXIST: 'A file stands where a folder should be.',
  EBUSY: 'Another program holds the file.',
  EMFILE: 'Too many files are open.',
};

/** A system error in a sentence. */
export function plainReason(error: unknown): string {
  return REASONS[codeOf(error) ?? ''] ?? (error instanceof Error ? error.message : String(error));
}
