import { TFolder, type Plugin } from 'obsidian';
import { messages } from '../../core/i18n';
import { followFolder } from './follow-folders';
import { settingsFile } from './settings-file';
import { StoredSettings } from './stored-settings';
import { notify } from '../components/notify';

/**
 * Loads the plugin's settings. Shows a notice if they can't be read or saved, or contain invalid values. Updates them
 * when folders of the vault are renamed.
 */
export async function keepSettings(
  plugin: Plugin,
  openSettings: () => void,
): Promise<StoredSettings> {
  const stored = new StoredSettings(settingsFile(plugin), (reason) =>
    notify(messages().settings.notSaved(reason)),
  );
  plugin.register(stored.onChange(noticeProblems(stored, openSettings)));
  await stored.load();
  plugin.registerEvent(
    plugin.app.vault.on('rename', (file, from) => {
      if (!(file instanceof TFolder)) return;
      void stored.change((settings) => followFolder(settings, from, file.path));
    }),
  );
  return stored;
}

/** Shows a notice about each problem with the file once. */
function noticeProblems(stored: StoredSettings, openSettings: () => void): () => void {
  let wasReadable = true;
  let reported: readonly string[] = [];
  return () => {
    const { unreadable, refused, open } = messages().settings;
    const show = { label: open, act: openSettings };
    if (wasReadable && !stored.isReadable) notify(unreadable, show);
    wasReadable = stored.isReadable;
    const isNews = stored.refused.some((path) => !reported.includes(path));
    if (isNews) notify(refused.notice(stored.refused.join(', ')), show);
    reported = stored.refused;
  };
}
