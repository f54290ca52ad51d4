import { fchmodSync, fchownSync, fstatSync, type Stats } from 'node:fs';

/** Whoever makes a journal may read and write it. */
const OWNER = 0o600;

/** What all notes may at most be read and written by: their journal is open to nobody else. */
export function strictestMode(notes: readonly Stats[]): number {
  return notes.reduce((mode, note) => mode & note.mode, 0o666) | OWNER;
}

/**
 * Takes permissions from an open journal that one of these notes does not give. Where all have one owner and group, it is given to these if
 * that is allowed; permissions of a group that is not the notes' are taken.
 */
export function protect(handle: number, notes: readonly Stats[]): void {
  const [first] = notes;
  if (!first) return;
  const isShared = notes.every(({ uid, gid }) => uid === first.uid && gid === first.gid);
  if (isShared) give(handle, first);
  const { mode, uid, gid } = fstatSync(handle);
  const group = notes.every((note) => note.gid === gid) ? 0o777 : 0o707;
  // Of another owner's journal nobody but this process's user gets to see anything.
  const owner = notes.every((note) => note.uid === uid) || process.getuid?.() !== 0 ? 0o777 : 0o700;
  const wanted = mode & strictestMode(notes) & group & owner;
  if (wanted !== (mode & 0o777)) fchmodSync(handle, wanted | OWNER);
}

function give(handle: number, { uid, gid }: Stats): void {
  const own = fstatSync(handle);
  if (own.uid === uid && own.gid === gid) return;
  const isRoot = process.getuid?.() === 0;
  try {
    fchownSync(handle, isRoot ? uid : own.uid, gid);
  } catch {
    // Not one of this user's groups.
  }
}
