import { accessSync, constants, lstatSync, type Stats } from 'node:fs';
import { errorCode, systemReason } from './system-error.mts';

/** Returns why a note must not be written, by its file status, or null. */
export function writeProblemOf({ mode, nlink }: Stats): string | null {
  // Root ignores permissions, but should not write a read-only note either.
  if ((mode & 0o222) === 0) return READ_ONLY_MESSAGE;
  return nlink > 1
    ? 'The file has a second name (a hard link), under which it would change too.'
    : null;
}

/** Returns why a file must not be written, without opening it, or null. */
export function writeProblem(file: string): string | null {
  try {
    const problem = writeProblemOf(lstatSync(file));
    if (problem === null) accessSync(file, constants.W_OK);
    return problem;
  } catch (error) {
    return errorCode(error) === 'EACCES' ? READ_ONLY_MESSAGE : systemReason(error);
  }
}

/** Why a read-only note is not written. */
export const READ_ONLY_MESSAGE = 'The note is read-only.';
