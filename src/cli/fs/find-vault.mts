import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIG_FOLDER } from './disk-journal.mts';

/**
 * Where the vaults of a folder are, relative to it: '' where it is one itself, else the folders directly in it that are, as publishers
 * keep them (`content`, `vault`). Folders behind links are not looked at.
 */
export function vaultsIn(root: string): readonly string[] {
  if (isVault(root)) return [''];
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .filter((name) => isVault(join(root, name)))
    .sort();
}

function isVault(folder: string): boolean {
  const config = join(folder, CONFIG_FOLDER);
  try {
    return existsSync(config) && statSync(config).isDirectory();
  } catch {
    return false;
  }
}
