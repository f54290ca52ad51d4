import { normalizePath, type Plugin } from 'obsidian';
import { messages } from '../../core/i18n';
import { isData, type Data } from './settings-data';

/** The plugin's data.json. */
export interface SettingsFile {
  /**
   * Reads the file; empty if it does not exist yet. If a write has failed and left the file empty, returns what was
   * in it before. Throws if it can't be read or does not contain settings.
   */
  readonly read: () => Promise<Data>;
  /** Writes the data. Throws if the file does not contain the data afterwards. */
  readonly write: (data: Data) => Promise<void>;
  /** Copies the file in the same folder, under an unused name. Returns the path of the copy. */
  readonly keepCopy: () => Promise<string>;
}

/** Returns the data.json that Obsidian stores for the plugin. */
export function settingsFile(plugin: Plugin): SettingsFile {
  const { adapter, configDir } = plugin.app.vault;
  const folder = plugin.manifest.dir ?? `${configDir}/plugins/${plugin.manifest.id}`;
  const path = normalizePath(`${folder}/data.json`);
  let known: Data = {};
  let hasFailed = false;
  return {
    async read() {
      const data: unknown = await plugin.loadData();
      if (isData(data)) return (known = data);
      // Obsidian may return no data for a file that it can't parse. Such a file must not be overwritten.
      const isThere = (data ?? null) !== null || (await adapter.exists(path));
      const text = isThere ? await adapter.read(path) : 'null';
      // Obsidian empties the file before it writes, and a full disk leaves it empty.
      if (text === '' && hasFailed) return known;
      if (!isNothing(text)) throw new Error('no settings');
      return (known = {});
    },
    async write(data) {
      hasFailed = true;
      await plugin.saveData(data);
      // Obsidian only logs write errors, so read the file back to check.
      const onDisk: unknown = await plugin.loadData();
      if (JSON.stringify(onDisk) !== JSON.stringify(data)) {
        throw new Error(messages().settings.notWritten);
      }
      hasFailed = false;
      known = data;
    },
    async keepCopy() {
      let copy = normalizePath(`${folder}/data.old.json`);
      for (let n = 2; await adapter.exists(copy); n++) {
        copy = normalizePath(`${folder}/data.old-${n}.json`);
      }
      await adapter.copy(path, copy);
      return copy;
    },
  };
}

function isNothing(text: string): boolean {
  return text.trim() === 'null';
}
