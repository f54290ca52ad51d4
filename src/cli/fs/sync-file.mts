import { fsync, fsyncSync } from 'node:fs';

/** Syncs an open file to disk. Returns null if it is done. Throws or rejects with a system error. */
export type FileSync = (handle: number) => Promise<void> | null;

/** A sync that takes longer goes to a disk. In memory (tmpfs) it takes a few microseconds. */
const SLOW_SYNC_MS = 0.3;
/** After so many slow ones in a row, files are synced at the same time. A busy machine delays single ones too. */
const MIN_SLOW = 2;

/**
 * Creates a function that syncs files. On a disk, several files can be synced at the same time, which takes hardly
 * longer than one of them. In memory that would only cost time, so there they are synced one by one.
 */
export function fileSync(): FileSync {
  let slow = 0;
  return (handle) => {
    if (slow >= MIN_SLOW) return syncInBackground(handle);
    const start = performance.now();
    fsyncSync(handle);
    slow = performance.now() - start > SLOW_SYNC_MS ? slow + 1 : 0;
    return null;
  };
}

function syncInBackground(handle: number): Promise<void> {
  return new Promise((resolve, reject) => {
    fsync(handle, (error) => (error ? reject(error) : resolve()));
  });
}
