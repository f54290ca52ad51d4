import { TFolder, type Plugin } from 'obsidian';
import { messages } from '../i18n';
import { followFolder } from '../vault/follow-folders';
import { settingsFile } from '../vault/settings-file';
import { StoredSettings } from '../vault/stored-settings';
import { notify } from './notify';

/** Loads the plugin's settings, says where they can't be read or saved, and lets them follow the vault's folders. */
export async function keepSettings(plugin: Plugin): Promise<StoredSettings> {
  const stored = new StoredSettings(settingsFile(plugin), (reason) =>
    notify(messages().settings.notSaved(reason)),
  );
  let wasReadable = true;
  const sayWhereDamaged = (): void => {
    if (wasReadable && !stored.isReadable) notify(messages().settings.unreadable);
    wasReadable = stored.isReadable;
  };
  plugin.register(stored.onChange(sayWhereDamaged));
  await stored.load();
  plugin.registerEvent(
    plugin.app.vault.on('rename', (file, from) => {
      if (!(file instanceof TFolder)) return;
      void stored.change((settings) => followFolder(settings, from, file.path));
    }),
  );
  return stored;
}
