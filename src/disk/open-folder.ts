import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { OLD_PLUGIN_SETTINGS, readOldPlugin, type OldPlugin } from '../omnivore/old-plugin';
import { CONFIG_FOLDER } from './disk-journal';
import { plainReason } from './plain-reason';
import { MAX_SETTINGS_BYTES, readRegular } from './read-file';

/** Says in a sentence why a folder can't be worked on; null where it can. */
export function folderProblem(folder: string): string | null {
  if (!existsSync(folder)) return `There is no folder ${folder}.`;
  if (!statSync(folder).isDirectory()) return `${folder} is a file, not a folder.`;
  try {
    accessSync(folder, constants.R_OK | constants.X_OK);
    return null;
  } catch (error) {
    return `${folder} can’t be read: ${plainReason(error)}`;
  }
}

/** The original plugin's settings, where they are still in the vault. */
export function oldPluginIn(folder: string): OldPlugin | null {
  const file = join(folder, CONFIG_FOLDER, OLD_PLUGIN_SETTINGS);
  try {
    return readOldPlugin(readRegular(file, MAX_SETTINGS_BYTES).toString('utf8'));
  } catch {
    return null;
  }
}

/** The JSON in a file. Throws with a sentence where there is none. */
export function readJson(file: string): unknown {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(`${file} can’t be read: ${plainReason(error)}`, { cause: error });
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file} is not JSON: ${plainReason(error)}`, { cause: error });
  }
}
