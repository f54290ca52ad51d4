import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
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
import { plainReason } from './plain-reason.mts';
import { holds, O_NOFOLLOW, openRegular } from './read-file.mts';
import { codeOf } from './system-error.mts';
import { removeIfThere, temporaryBeside } from './temporary.mts';
import { READ_ONLY, writeProblemOf } from './write-problem.mts';

const { O_CREAT, O_EXCL, O_WRONLY } = constants;

/** Larger notes are neither read nor written: Obsidian itself can't open them. */
export const MAX_NOTE_BYTES = 64 * 1024 * 1024;

/** What is to become of a note. */
export interface Replacement {
  readonly before: Buffer;
  readonly after: Buffer;
  /** Keep the time of the last change. */
  readonly keepModified: boolean;
}

/**
 * Replaces a note's text. At every moment, also after a crash, the note is the old one or the new one, whole:
 *
 * 1. the new text is written to a new file beside the note, and brought to disk;
 * 2. the note is compared with `before`: if it changed, it is left;
 * 3. the new file takes the note's place by a rename;
 * 4. the old file, which was kept under a second name, is written too, brought to disk, and takes its place back. So the note keeps what
 *    belongs to the file and not to its text: its owner, the time of its creation, its extended attributes and access lists. If
 *    another program has saved or removed the note since step 3, it does not take its place.
 *
 * Where a file can't have two names, as on a USB stick, it ends with step 3. Throws a sentence where the note can't be written.
 */
export function replaceNote(file: string, replacement: Replacement): NoteReplaced {
  const [temporary, second] = [temporaryBeside(file), temporaryBeside(file)];
  try {
    return replaceWith(temporary, second, file, replacement);
  } catch (error) {
    removeIfThere(temporary);
    removeIfThere(second);
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')) return 'changed-meanwhile';
    throw new Error(plainReason(error), { cause: error });
  }
}

function replaceWith(
  temporary: string,
  second: string,
  file: string,
  replacement: Replacement,
): NoteReplaced {
  const note = openNote(file);
  let stats: Stats;
  let keepsOwner: boolean;
  try {
    stats = fstatSync(note);
    refuse(stats);
    keepsOwner = writeNew(temporary, replacement, stats);
    if (!holds(note, replacement.before) || lstatSync(file).ino !== stats.ino) {
      removeIfThere(temporary);
      return 'changed-meanwhile';
    }
  } finally {
    // Closed before anything is renamed: Windows would refuse it.
    closeSync(note);
  }
  const isKept = link(file, second);
  if (!keepsOwner && (!isKept || replacement.keepModified)) throw new Error(OTHER_OWNER);
  renameSync(temporary, file);
  return isKept ? takePlaceBack(second, file, replacement, stats) : 'replaced';
}

const OTHER_OWNER = 'The file belongs to somebody else, which can’t be kept.';

function openNote(file: string): number {
  try {
    return openRegular(file, true);
  } catch (error) {
    if (codeOf(error) === 'EACCES') throw new Error(READ_ONLY, { cause: error });
    throw error;
  }
}

/** Throws where a note must be left as it is. */
function refuse(stats: Stats): void {
  const problem = writeProblemOf(stats);
  if (problem !== null) throw new Error(problem);
}

/** Writes the new text to a new file that has what can be given to it; answers whether its owner is the note's. */
function writeNew(file: string, { after, keepModified }: Replacement, stats: Stats): boolean {
  const handle = openSync(file, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW, 0o600);
  try {
    writeAll(handle, after);
    const keepsOwner = giveOwner(handle, stats);
    fchmodSync(handle, stats.mode & 0o7777);
    if (keepModified) giveTimes(handle, stats);
    fsyncSync(handle);
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

function giveOwner(handle: number, { uid, gid }: Stats): boolean {
  const own = fstatSync(handle);
  if (own.uid === uid && own.gid === gid) return true;
  try {
    fchownSync(handle, uid, gid);
    return true;
  } catch {
    return false;
  }
}

/** In seconds with a fraction: a Date would cut them to milliseconds. */
function giveTimes(handle: number, { atimeMs, mtimeMs }: Stats): void {
  futimesSync(handle, atimeMs / 1000, mtimeMs / 1000);
}

/** Gives a note a second name; false where the file system or its rules know no such thing. */
function link(file: string, second: string): boolean {
  try {
    linkSync(file, second);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') throw error;
    return false;
  }
}

/**
 * Writes the old file, and puts it back in its place; if it changed in the last moment, it goes back as it is. If the new file was
 * changed, replaced or removed since it took the note's place, that stays.
 */
function takePlaceBack(
  second: string,
  file: string,
  { before, after, keepModified }: Replacement,
  stats: Stats,
): NoteReplaced {
  let isWritten = false;
  try {
    const handle = openRegular(second, true);
    try {
      if (holds(handle, before)) {
        writeAll(handle, after);
        ftruncateSync(handle, after.length);
        if (keepModified) giveTimes(handle, stats);
        fsyncSync(handle);
        isWritten = true;
      }
    } finally {
      closeSync(handle);
    }
    if (!isAt(file, after)) {
      removeIfThere(second);
      return 'changed-meanwhile';
    }
    renameSync(second, file);
  } catch {
    // The disk is full, mostly. The note is the new one already, in a new file.
    removeIfThere(second);
    return 'replaced';
  }
  return isWritten ? 'replaced' : 'changed-meanwhile';
}

/** Whether a file holds these bytes; false where it is gone. */
function isAt(file: string, bytes: Buffer): boolean {
  let handle: number;
  try {
    handle = openRegular(file);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
  try {
    return holds(handle, bytes);
  } finally {
    closeSync(handle);
  }
}
