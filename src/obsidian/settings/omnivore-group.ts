import { ConfirmationModal, type SettingDefinitionGroup } from 'obsidian';
import { messages } from '../../core/i18n';
import type { OldPlugin } from '../../core/omnivore/old-plugin';
import { fieldText } from '../../core/settings/field-text';
import type { SettingPath } from '../../core/settings/schema';
import { importOldSettings, type ImportedSetting } from '../../core/settings/import-omnivore';
import { readOldSettings } from './old-settings';
import { notify } from '../components/notify';
import type { SettingsContext } from './settings-context';
import { fieldRows } from './field-rows';

/** Returns the settings about the original plugin: its folder, and the import of its settings. */
export function omnivoreGroup(context: SettingsContext): SettingDefinitionGroup {
  const { omnivore: words } = messages().settings;
  return {
    type: 'group',
    heading: words.heading,
    items: [
      ...fieldRows(context, 'omnivoreFolder'),
      {
        name: words.oldSettings,
        desc: words.oldSettingsDesc,
        visible: context.hasOldSettings,
        render: (setting) => {
          setting.setName(words.oldSettings).setDesc(words.oldSettingsDesc);
          setting.addButton((button) =>
            button.setButtonText(words.review).onClick(() => void offer(context)),
          );
        },
      },
    ],
  };
}

/** Shows what would be imported, and imports it if the user agrees. */
async function offer(context: SettingsContext): Promise<void> {
  const words = messages().settings.omnivore;
  const old = await readOldSettings(context.app.vault);
  if (!old) return void notify(words.unreadable);
  const { imported } = importOldSettings(context.stored.current, old);
  if (imported.length === 0) return void notify(words.nothing);
  context.open(importQuestion(context, old, imported));
}

function importQuestion(
  context: SettingsContext,
  old: OldPlugin,
  imported: readonly ImportedSetting[],
): ConfirmationModal {
  const { omnivore: words, cancel } = messages().settings;
  const window = new ConfirmationModal(context.app).setTitle(words.title);
  const list = window.contentEl.createEl('ul');
  for (const { what, values } of imported) {
    const names = what === 'order' ? values.map(orderInWords) : values;
    list.createEl('li', { text: words.imported(importedName(what), names.join(', ')) });
  }
  window.contentEl.createEl('p', { text: words.rest });
  return window
    .addButton((button) =>
      button
        .setButtonText(words.apply)
        .setCta()
        .onClick(() => {
          context.change((settings) => importOldSettings(settings, old).settings);
          notify(words.done);
        }),
    )
    .addCancelButton(cancel);
}

function orderInWords(order: string): string {
  return fieldText('dates.order', messages()).choices?.[order] ?? order;
}

function importedName(what: ImportedSetting['what']): string {
  return what === 'id' ? what : fieldText(pathOf(what), messages()).name;
}

function pathOf(what: Exclude<ImportedSetting['what'], 'id'>): SettingPath {
  if (what === 'order') return 'dates.order';
  if (what === 'folder') return 'omnivoreFolder';
  return what === 'dates' ? 'dateProperties' : `properties.${what}`;
}
