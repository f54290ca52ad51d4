import type { SettingDefinition } from 'obsidian';
import { messages } from '../../core/i18n';
import { plainReason } from '../store/plain-reason';
import { notify } from '../components/notify';
import type { SettingsContext } from './settings-context';

/** Returns the row to show instead of settings from a damaged file. Nothing is saved until the user decides. */
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

/** Returns the row that lists invalid values. They stay in the file until the user changes or removes them. */
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
