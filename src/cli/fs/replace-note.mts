import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  ftruncateSync,
  futimesSync,
  linkSync,
  lstatSync,
  openSync,
  renameSync,
  writeSync,
  type Stats,
} from 'node:fs';
import type { NoteReplaced } from '../../core/runs/note-store';
import { hasContent, O_NOFOLLOW, openRegular, openWithStats, type OpenFile } from './read-file.mts';
import type { FileSync } from './sync-file.mts';
import { errorCode, systemReason } from './system-error.mts';
import { removeIfExists, temporaryPath } from './temporary.mts';
import { READ_ONLY_MESSAGE, writeProblemOf } from './write-problem.mts';

const { O_CREAT, O_EXCL, O_WRONLY } = constants;

/** Larger notes are neither read nor written. Obsidian can't open them either. */
export const MAX_NOTE_BYTES = 64 * 1024 * 1024;

/** The old and the new bytes of a note. */
export interface Replacement {
  readonly before: Buffer;
  readonly after: Buffer;
  /** Keep the modification time. */
  readonly keepModified: boolean;
}

/**
 * Replaces a note's text. At any moment, even after a crash, the file has either the complete old text or the
 * complete new text.
 *
 * 1. The new text is written to a new file in the same folder and synced to disk.
 * 2. The note is compared with `before`. If it has changed, it is not touched.
 * 3. The new file replaces the note with a rename.
 * 4. The old file still has a second name (a hard link). It gets the new text too, is synced, and replaces
 *    the new file. This keeps everything that belongs to the file and not to its text: owner, creation time,
 *    extended attributes, access lists. If another program has saved or removed the note since step 3, step 4
 *    does not replace it.
 *
 * Without hard links (USB sticks), it ends with step 3. Other notes can be replaced while `sync` waits for the disk. Throws an Error with a sentence if the note can't be
 * written.
 */
export async function replaceNote(
  sync: FileSync,
  file: string,
  replacement: Replacement,
): Promise<NoteReplaced> {
  const [temporary, secondName] = [temporaryPath(file), temporaryPath(file)];
  try {
    return await replaceWith(sync, temporary, secondName, file, replacement);
  } catch (error) {
    removeIfExists(temporary);
    removeIfExists(secondName);
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '')) return 'changed-meanwhile';
    throw new Error(systemReason(error), { cause: error });
  }
}

async function replaceWith(
  sync: FileSync,
  temporary: string,
  second: string,
  file: string,
  replacement: Replacement,
): Promise<NoteReplaced> {
  const { handle: note, stats } = openNoteFile(file);
  let keepsOwner: boolean;
  try {
    assertWritable(stats);
    keepsOwner = await writeTemporary(sync, temporary, replacement, stats);
    if (!hasContent(note, replacement.before) || lstatSync(file).ino !== stats.ino) {
      removeIfExists(temporary);
      return 'changed-meanwhile';
    }
  } finally {
    // Closed before the renames, because Windows refuses to rename open files.
    closeSync(note);
  }
  const isKept = addSecondName(file, second);
  if (!keepsOwner && (!isKept || replacement.keepModified)) throw new Error(OTHER_OWNER_MESSAGE);
  renameSync(temporary, file);
  return isKept ? await restoreOldFile(sync, second, file, replacement, stats) : 'replaced';
}

const OTHER_OWNER_MESSAGE = 'The file belongs to somebody else, which can’t be kept.';

function openNoteFile(file: string): OpenFile {
  try {
    return openWithStats(file, true);
  } catch (error) {
    if (errorCode(error) === 'EACCES') throw new Error(READ_ONLY_MESSAGE, { cause: error });
    throw error;
  }
}

/** Throws if the note must not be written. */
function assertWritable(stats: Stats): void {
  const problem = writeProblemOf(stats);
  if (problem !== null) throw new Error(problem);
}

/**
 * Writes the new text to a new file with the mode, owner and times of the note. Returns whether the owner
 * could be set.
 */
async function writeTemporary(
  sync: FileSync,
  file: string,
  { after, keepModified }: Replacement,
  stats: Stats,
): Promise<boolean> {
  const handle = openSync(file, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW, 0o600);
  try {
    writeAll(handle, after);
    const keepsOwner = setOwner(handle, stats);
    fchmodSync(handle, stats.mode & 0o7777);
    if (keepModified) setTimes(handle, stats);
    await sync(handle);
    return keepsOwner;
  } finally {
    closeSync(handle);
  }
}

function writeAll(handle: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length;) {
    at += writeSync(handle, bytes, at, bytes.length - at, at);
  }
}

function setOwner(handle: number, { uid, gid }: Stats): boolean {
  const own = fstatSync(handle);
  if (own.uid === uid && own.gid === gid) return true;
  try {
    fchownSync(handle, uid, gid);
    return true;
  } catch {
    return false;
  }
}

/** In seconds with a fraction. A Date would truncate to milliseconds. */
function setTimes(handle: number, { atimeMs, mtimeMs }: Stats): void {
  futimesSync(handle, atimeMs / 1000, mtimeMs / 1000);
}

/** Creates a hard link. Returns false if the file system does not support or allow it. */
function addSecondName(file: string, second: string): boolean {
  try {
    linkSync(file, second);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') throw error;
    return false;
  }
}

/**
 * Writes the new text into the old file and moves it back. If the old file was changed in the last moment, it
 * is moved back unchanged. If the new file was changed, replaced or removed since step 3, it stays.
 */
async function restoreOldFile(
  sync: FileSync,
  second: string,
  file: string,
  { before, after, keepModified }: Replacement,
  stats: Stats,
): Promise<NoteReplaced> {
  let isWritten = false;
  try {
    const handle = openRegular(second, true);
    try {
      if (hasContent(handle, before)) {
        writeAll(handle, after);
        ftruncateSync(handle, after.length);
        if (keepModified) setTimes(handle, stats);
        await sync(handle);
        isWritten = true;
      }
    } finally {
      closeSync(handle);
    }
    if (!fileHasContent(file, after)) {
      removeIfExists(second);
      return 'changed-meanwhile';
    }
    renameSync(second, file);
  } catch {
    // Most likely the disk is full. The note already has the new text, in the new file.
    removeIfExists(second);
    return 'replaced';
  }
  return isWritten ? 'replaced' : 'changed-meanwhile';
}

/** Returns whether a file contains exactly these bytes; false if it does not exist. */
function fileHasContent(file: string, bytes: Buffer): boolean {
  let handle: number;
  try {
    handle = openRegular(file);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
  try {
    return hasContent(handle, bytes);
  } finally {
    closeSync(handle);
  }
}
