import { normalizePath, type Vault } from 'obsidian';
import { OLD_PLUGIN_SETTINGS, readOldPlugin, type OldPlugin } from '../../core/omnivore/old-plugin';

/** Returns whether the original plugin's settings are in the vault. Does not read them. */
export function hasOldSettings(vault: Vault): Promise<boolean> {
  return vault.adapter.exists(pathIn(vault));
}

/** Reads the original plugin's settings; null if they can't be read. */
export async function readOldSettings({ adapter, configDir }: Vault): Promise<OldPlugin | null> {
  try {
    return readOldPlugin(await adapter.read(pathIn({ configDir })));
  } catch {
    return null;
  }
}

function pathIn({ configDir }: Pick<Vault, 'configDir'>): string {
  return normalizePath(`${configDir}/${OLD_PLUGIN_SETTINGS}`);
}
