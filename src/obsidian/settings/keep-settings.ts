import { TFolder, type Plugin } from 'obsidian';
import { messages } from '../../core/i18n';
import { followFolder } from './follow-folders';
import { settingsFile } from './settings-file';
import { StoredSettings } from './stored-settings';
import { notify } from '../components/notify';

/** Loads the plugin's settings, says where they can't be read, understood or saved, and lets them follow the vault's folders. */
export async function keepSettings(
  plugin: Plugin,
  openSettings: () => void,
): Promise<StoredSettings> {
  const stored = new StoredSettings(settingsFile(plugin), (reason) =>
    notify(messages().settings.notSaved(reason)),
  );
  plugin.register(stored.onChange(saysWhatIsWrong(stored, openSettings)));
  await stored.load();
  plugin.registerEvent(
    plugin.app.vault.on('rename', (file, from) => {
      if (!(file instanceof TFolder)) return;
      void stored.change((settings) => followFolder(settings, from, file.path));
    }),
  );
  return stored;
}

/** Says once what is wrong with the file, and again only when something else is. */
function saysWhatIsWrong(stored: StoredSettings, openSettings: () => void): () => void {
  let wasReadable = true;
  let said: readonly string[] = [];
  return () => {
    const { unreadable, refused, open } = messages().settings;
    const show = { label: open, act: openSettings };
    if (wasReadable && !stored.isReadable) notify(unreadable, show);
    wasReadable = stored.isReadable;
    const isNews = stored.refused.some((path) => !said.includes(path));
    if (isNews) notify(refused.notice(stored.refused.join(', ')), show);
    said = stored.refused;
  };
}
