import type { SettingDefinition } from 'obsidian';
import { messages } from '../../core/i18n';
import { plainReason } from '../store/plain-reason';
import { notify } from '../components/notify';
import type { SettingsContext } from './settings-context';

/** In the place of all settings while their file can't be read: nothing is saved until the user decides. */
export function damagedRow({ stored }: SettingsContext): SettingDefinition {
  const words = messages().settings.damaged;
  const startOver = async (): Promise<void> => {
    try {
      notify(words.kept(await stored.startOver()));
    } catch (error) {
      notify(words.notKept(plainReason(error)));
    }
  };
  return {
    name: words.name,
    desc: words.desc,
    render: (setting) => {
      setting.setName(words.name).setDesc(words.desc);
      setting.addButton((button) =>
        button.setButtonText(words.readAgain).onClick(() => void stored.load()),
      );
      setting.addButton((button) =>
        button
          .setButtonText(words.startOver)
          .setDestructive()
          .onClick(() => void startOver()),
      );
    },
  };
}

/** Names the values that were not understood, which are at their defaults and stay in the file until they are changed. */
export function refusedRow({ stored }: SettingsContext): SettingDefinition {
  const words = messages().settings.refused;
  return {
    name: words.name,
    searchable: false,
    visible: () => stored.refused.length > 0,
    render: (setting) => {
      const show = (): void => {
        setting.setName(words.name).setDesc(words.desc(stored.refused.join(', ')));
      };
      show();
      setting.addButton((button) =>
        button.setButtonText(words.drop).onClick(() => void stored.dropRefused()),
      );
      return stored.onChange(show);
    },
  };
}
