import { normalizePath, type Vault } from 'obsidian';
import { OLD_PLUGIN_SETTINGS, readOldPlugin, type OldPlugin } from '../../core/omnivore/old-plugin';

/** Whether the original plugin's settings are in the vault; they are not read for it. */
export function hasOldSettings(vault: Vault): Promise<boolean> {
  return vault.adapter.exists(pathIn(vault));
}

/** What the original plugin's settings tell; null where they can't be read. */
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
