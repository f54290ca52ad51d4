import { realpathSync } from 'node:fs';
import { MAX_SETTINGS_BYTES, readRegular } from './read-file.mts';
import { errorCode, toErrorClause, systemReason } from './system-error.mts';

/** Why a file could not be read as JSON, as the end of a sentence that starts with the file's name. */
export class JsonError extends Error {}

/**
 * Reads a JSON file. Links are followed. Returns undefined if the file does not exist. Throws a JsonError if
 * it can't be read or is too large.
 */
export function readJson(file: string): unknown {
  const text = readText(file);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new JsonError('is not valid JSON', { cause: error });
  }
}

function readText(file: string): string | undefined {
  try {
    return readRegular(realpathSync(file), MAX_SETTINGS_BYTES).toString('utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw new JsonError(`can’t be read: ${toErrorClause(systemReason(error))}`, { cause: error });
  }
}
