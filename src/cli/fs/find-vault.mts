import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIG_FOLDER } from './disk-journal.mts';

/**
 * Returns the vaults in a folder, relative to it. Returns '' if the folder is a vault itself, otherwise the
 * vaults directly in it (publishers keep them in `content` or `vault`). Links to folders are ignored.
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
