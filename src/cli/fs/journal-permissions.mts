import { fchmodSync, fchownSync, fstatSync, type Stats } from 'node:fs';

/** The owner of a journal can read and write it. */
const OWNER_MODE = 0o600;

/** Returns the permissions that all notes have in common. The journal gets no others. */
export function strictestMode(notes: readonly Stats[]): number {
  return notes.reduce((mode, note) => mode & note.mode, 0o666) | OWNER_MODE;
}

/**
 * Restricts an open journal to the permissions of these notes. If all notes have the same owner and group,
 * the journal gets them too, if that is allowed. If its group is different, the group loses its permissions.
 */
export function restrictPermissions(handle: number, notes: readonly Stats[]): void {
  const [first] = notes;
  if (!first) return;
  const isShared = notes.every(({ uid, gid }) => uid === first.uid && gid === first.gid);
  if (isShared) setGroup(handle, first);
  const { mode, uid, gid } = fstatSync(handle);
  const group = notes.every((note) => note.gid === gid) ? 0o777 : 0o707;
  // Nobody but this process's user can read a journal with another owner.
  const owner = notes.every((note) => note.uid === uid) || process.getuid?.() !== 0 ? 0o777 : 0o700;
  const wanted = mode & strictestMode(notes) & group & owner;
  if (wanted !== (mode & 0o777)) fchmodSync(handle, wanted | OWNER_MODE);
}

function setGroup(handle: number, { uid, gid }: Stats): void {
  const own = fstatSync(handle);
  if (own.uid === uid && own.gid === gid) return;
  const isRoot = process.getuid?.() === 0;
  try {
    fchownSync(handle, isRoot ? uid : own.uid, gid);
  } catch {
    // The user is not a member of this group.
  }
}
