import { accessSync, constants, lstatSync, type Stats } from 'node:fs';
import { plainReason } from './plain-reason.mts';
import { codeOf } from './system-error.mts';

/** Why a note must be left as it is, by its file's status; null where nothing speaks against writing it. */
export function writeProblemOf({ mode, nlink }: Stats): string | null {
  // Permissions don't bind root, who is not meant to write a read-only note either.
  if ((mode & 0o222) === 0) return READ_ONLY;
  return nlink > 1
    ? 'The file has a second name (a hard link), under which it would change too.'
    : null;
}

/** The same for a file on disk, without opening it. */
export function writeProblem(file: string): string | null {
  try {
    const problem = writeProblemOf(lstatSync(file));
    if (problem === null) accessSync(file, constants.W_OK);
    return problem;
  } catch (error) {
    return codeOf(error) === 'EACCES' ? READ_ONLY : plainReason(error);
  }
}

export const READ_ONLY = 'The note is read-only.';
