import {
  closeSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileStore } from '../../core/runs/file-store';
import { diskFiles } from '../fs/disk-files.mts';
import { errorCode, systemReason } from '../fs/system-error.mts';
import { removeIfExists, temporaryPath } from '../fs/temporary.mts';

/** How many files are synced to a slow disk at the same time. */
const FILES_AT_ONCE = 16;
/** A disk that takes longer to sync one file is slow. */
const SLOW_DISK_MS = 1;

/**
 * Opens the files of a folder on disk, for a run that creates thousands. `flush` syncs the new
 * files together, before any note links to one.
 */
export function diskImages(root: string): FileStore {
  const files = diskFiles(root);
  let unsynced: string[] = [];
  return {
    ...files,
    // Loaded on first use, because loading it takes longer than everything else when a command starts.
    sha256: (bytes) =>
      process.getBuiltinModule('node:crypto').createHash('sha256').update(bytes).digest('hex'),
    async create(path, bytes) {
      const file = join(root, path);
      // Refuses a path that leads through a link.
      const missing = await files.missingFolders(path);
      try {
        // Another image of the batch may have created it meanwhile.
        for (const folder of missing) mkdirSync(join(root, folder), { recursive: true });
        const created = createImage(file, bytes);
        if (created === 'created') unsynced.push(file);
        return created;
      } catch (error) {
        throw new Error(systemReason(error), { cause: error });
      }
    },
    async flush() {
      const pending = unsynced;
      unsynced = [];
      await bringToDisk(pending);
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

/** Syncs files one by one while the disk is fast, and several at a time when it is slow. */
async function bringToDisk(files: readonly string[]): Promise<void> {
  let at = 0;
  for (let isFast = true; isFast && at < files.length; at++) {
    const start = performance.now();
    syncFile(files[at] ?? '');
    isFast = performance.now() - start < SLOW_DISK_MS;
  }
  for (; at < files.length; at += FILES_AT_ONCE) {
    await Promise.all(files.slice(at, at + FILES_AT_ONCE).map(syncLater));
  }
}

function syncFile(file: string): void {
  try {
    const handle = openSync(file, 'r+');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    ignoreGone(error);
  }
}

async function syncLater(file: string): Promise<void> {
  try {
    const handle = await open(file, 'r+');
    await handle.sync().finally(() => handle.close());
  } catch (error) {
    ignoreGone(error);
  }
}

/** A discarded file no longer exists. */
function ignoreGone(error: unknown): void {
  if (errorCode(error) !== 'ENOENT') throw new Error(systemReason(error), { cause: error });
}
