import { randomBytes } from 'node:crypto';
import { lstatSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Earlier versions named them by the process, in digits. */
const NAME = /^\.[0-9a-f]{1,32}\.omnivore-rescue\.tmp$/;

/** An exception for each file that is not there would cost more than all the rest. */
const QUIET = { throwIfNoEntry: false } as const;

/**
 * A new name for a file beside a note: in the same folder, so that it takes the note's place in one step; hidden from Obsidian; random,
 * so that no other machine gives it and nothing can be put there beforehand.
 */
export function temporaryBeside(file: string): string {
  return join(dirname(file), `.${randomBytes(8).toString('hex')}.omnivore-rescue.tmp`);
}

/** Whether a file's name is one that `temporaryBeside` gives. */
export function isTemporary(name: string): boolean {
  return NAME.test(name);
}

/**
 * Removes what killed runs left; `paths` are relative to the root. Only for the one who holds the folder's lock: a run that still goes
 * on needs its own.
 */
export function removeLeftovers(root: string, paths: readonly string[]): void {
  for (const path of paths) removeIfThere(join(root, path));
}

/** Removes a file, if it is there, is a regular one, and can be removed. */
export function removeIfThere(file: string): void {
  try {
    if (lstatSync(file, QUIET)?.isFile()) unlinkSync(file);
  } catch {
    // It can't be removed; the next run tries again.
  }
}
