import { closeSync, fsyncSync, openSync } from 'node:fs';
import { codeOf } from './system-error.mts';

/** What systems say that know no such thing: Windows, and some file systems over a network. */
const CAN_NOT = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EPERM', 'EBADF', 'EISDIR']);

/** Brings a folder's names to disk: without it, a file that was made or renamed may be under its old name after a power failure. */
export function syncFolder(folder: string): void {
  let handle: number;
  try {
    handle = openSync(folder, 'r');
  } catch {
    // One that may be written but not listed, or any on Windows.
    return;
  }
  try {
    fsyncSync(handle);
  } catch (error) {
    if (!CAN_NOT.has(codeOf(error) ?? '')) throw error;
  } finally {
    closeSync(handle);
  }
}
