import { accessSync, constants, statSync } from 'node:fs';
import { systemReason } from './plain-reason.mts';
import { errorCode, toErrorClause } from './system-error.mts';

/** Returns why a folder can't be used, as the end of an error message, or null. */
export function folderProblem(folder: string): string | null {
  try {
    if (!statSync(folder).isDirectory()) return `not a folder: ${folder}`;
    accessSync(folder, constants.R_OK | constants.X_OK);
    return null;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return `no such folder: ${folder}`;
    return `can’t read ${folder}: ${toErrorClause(systemReason(error))}`;
  }
}
