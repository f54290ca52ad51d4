import { closeSync, fsyncSync, openSync } from 'node:fs';
import { errorCode } from './system-error.mts';

/** Error codes of systems that can't sync folders: Windows, and some network file systems. */
const UNSUPPORTED_CODES = new Set([
  'EINVAL',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EPERM',
  'EBADF',
  'EISDIR',
]);

/**
 * Syncs a folder's entries to disk. Otherwise a new or renamed file can have its old name again after a power
 * failure.
 */
export function syncFolder(folder: string): void {
  let handle: number;
  try {
    handle = openSync(folder, 'r');
  } catch {
    // The folder can't be listed, or this is Windows.
    return;
  }
  try {
    fsyncSync(handle);
  } catch (error) {
    if (!UNSUPPORTED_CODES.has(errorCode(error) ?? '')) throw error;
  } finally {
    closeSync(handle);
  }
}
