import { normalizePath, type Plugin } from 'obsidian';
import { messages } from '../../core/i18n';
import { isData, type Data } from './settings-data';

/** The plugin's data.json. */
export interface SettingsFile {
  /** Empty where there is no file yet; throws where it can't be read, or holds something else than settings. */
  readonly read: () => Promise<Data>;
  /** Throws where the file does not hold the data afterwards. */
  readonly write: (data: Data) => Promise<void>;
  /** Copies the file beside itself, under a name that is free; answers with its path. */
  readonly keepCopy: () => Promise<string>;
}

/** The file as Obsidian keeps it for the plugin. */
export function settingsFile(plugin: Plugin): SettingsFile {
  const { adapter, configDir } = plugin.app.vault;
  const folder = plugin.manifest.dir ?? `${configDir}/plugins/${plugin.manifest.id}`;
  const path = normalizePath(`${folder}/data.json`);
  return {
    async read() {
      const data: unknown = await plugin.loadData();
      if (isData(data)) return data;
      // An app that answers "no data" to a file that it can't parse must not cost the file.
      const isThere = (data ?? null) !== null || (await adapter.exists(path));
      if (isThere && !isNothing(await adapter.read(path))) throw new Error('no settings');
      return {};
    },
    async write(data) {
      await plugin.saveData(data);
      // The app does not say whether it could write: it only logs the error.
      const onDisk: unknown = await plugin.loadData();
      if (JSON.stringify(onDisk) !== JSON.stringify(data)) {
        throw new Error(messages().settings.notWritten);
      }
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
