import {
  closeSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileStore } from '../../core/runs/file-store';
import { diskFiles } from '../fs/disk-files.mts';
import { fileSync, type FileSync } from '../fs/sync-file.mts';
import { syncFolder } from '../fs/sync-folder.mts';
import { errorCode, systemReason } from '../fs/system-error.mts';
import { removeIfExists, temporaryPath } from '../fs/temporary.mts';

/** How many files are synced to a disk at the same time. */
const FILES_AT_ONCE = 16;

/**
 * Opens the files of a folder on disk, for a run that creates thousands. `flush` syncs the new
 * files together, and the folders that they are in, before any note links to one.
 */
export function diskImages(root: string): FileStore {
  const files = diskFiles(root);
  const sync = fileSync();
  let unsynced: string[] = [];
  const changedFolders = new Set<string>();
  return {
    ...files,
    // Loaded on first use, because loading it takes longer than everything else when a command starts.
    sha256: (bytes) => process.getBuiltinModule('node:crypto').hash('sha256', bytes, 'hex'),
    async create(path, bytes) {
      const file = join(root, path);
      // Refuses a path that leads through a link.
      const missing = await files.missingFolders(path);
      try {
        // Another image of the batch may have created it meanwhile.
        for (const folder of missing) {
          mkdirSync(join(root, folder), { recursive: true });
          changedFolders.add(dirname(join(root, folder)));
        }
        const created = createImage(file, bytes);
        if (created === 'created') {
          unsynced.push(file);
          changedFolders.add(dirname(file));
        }
        return created;
      } catch (error) {
        throw new Error(systemReason(error), { cause: error });
      }
    },
    async flush() {
      const pending = unsynced;
      unsynced = [];
      for (let at = 0; at < pending.length; at += FILES_AT_ONCE) {
        const some = pending.slice(at, at + FILES_AT_ONCE);
        await Promise.all(some.map((file) => syncImage(file, sync)));
      }
      for (const folder of changedFolders) syncFolder(folder);
      changedFolders.clear();
      await files.flush?.();
    },
  };
}

/**
 * Creates a file. It gets its name only when its content is complete. An existing file is never
 * replaced.
 */
function createImage(file: string, bytes: Uint8Array): 'created' | 'exists' {
  const temporary = temporaryPath(file);
  try {
    const handle = openSync(temporary, 'wx', 0o666);
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
    } finally {
      closeSync(handle);
    }
    const created = giveName(temporary, file);
    if (created === 'linked') unlinkSync(temporary);
    if (created !== 'exists') return 'created';
  } catch (error) {
    removeIfExists(temporary);
    throw error;
  }
  removeIfExists(temporary);
  return 'exists';
}

function giveName(temporary: string, file: string): 'linked' | 'renamed' | 'exists' {
  try {
    linkSync(temporary, file);
    return 'linked';
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return 'exists';
  }
  // Some file systems (USB sticks) have no hard links. There, a rename would replace the file.
  if (lstatSync(file, { throwIfNoEntry: false })) return 'exists';
  renameSync(temporary, file);
  return 'renamed';
}

/** Syncs a file to disk. A discarded file no longer exists. */
async function syncImage(file: string, sync: FileSync): Promise<void> {
  try {
    const handle = openSync(file, 'r+');
    try {
      await sync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw new Error(systemReason(error), { cause: error });
  }
}
