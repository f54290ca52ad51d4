import { lstatSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Earlier versions used the process ID, in decimal digits. */
const TEMPORARY_NAME = /^\.[0-9a-f]{1,32}\.omnivore-rescue\.tmp$/;

/** An exception for each missing file would cost more than everything else. */
const NO_THROW = { throwIfNoEntry: false } as const;

/**
 * Returns a new name for a temporary file next to a note. It is in the same folder, so that a rename can
 * replace the note in one step. It is hidden from Obsidian. It is random, so that no other machine uses it
 * and nothing can be put there in advance. Node keeps random bytes for many UUIDs, so one costs little.
 */
export function temporaryPath(file: string): string {
  return join(dirname(file), `.${crypto.randomUUID().replaceAll('-', '')}.omnivore-rescue.tmp`);
}

/** Returns whether `temporaryPath` created this name. */
export function isTemporary(name: string): boolean {
  return TEMPORARY_NAME.test(name);
}

/**
 * Removes the temporary files of killed runs. `paths` are relative to the root. Only call this while holding
 * the folder's lock: an active run needs its files.
 */
export function removeLeftovers(root: string, paths: readonly string[]): void {
  for (const path of paths) removeIfExists(join(root, path));
}

/** Removes a file if it is a regular file and can be removed. */
export function removeIfExists(file: string): void {
  try {
    if (lstatSync(file, NO_THROW)?.isFile()) unlinkSync(file);
  } catch {
    // The next run tries again.
  }
}
