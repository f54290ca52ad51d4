import { accessSync, constants, statSync } from 'node:fs';
import { plainReason } from './plain-reason.mts';
import { codeOf, inError } from './system-error.mts';

/** Returns why a folder can't be used, as the end of an error message, or null. */
export function folderProblem(folder: string): string | null {
  try {
    if (!statSync(folder).isDirectory()) return `not a folder: ${folder}`;
    accessSync(folder, constants.R_OK | constants.X_OK);
    return null;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return `no such folder: ${folder}`;
    return `can’t read ${folder}: ${inError(plainReason(error))}`;
  }
}
