import { realpathSync } from 'node:fs';
import { plainReason } from './plain-reason.mts';
import { MAX_SETTINGS_BYTES, readRegular } from './read-file.mts';
import { codeOf, inError } from './system-error.mts';

/** Why a file could not be read as JSON, as the end of a sentence that begins with its name. */
export class JsonError extends Error {}

/**
 * The JSON in a regular file of reasonable size, which may be behind a link; undefined where there is no such file. Throws a JsonError
 * where it can't be read.
 */
export function readJson(file: string): unknown {
  const text = textOf(file);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new JsonError('is not valid JSON', { cause: error });
  }
}

function textOf(file: string): string | undefined {
  try {
    return readRegular(realpathSync(file), MAX_SETTINGS_BYTES).toString('utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new JsonError(`can’t be read: ${inError(plainReason(error))}`, { cause: error });
  }
}
