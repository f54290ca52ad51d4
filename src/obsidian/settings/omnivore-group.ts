import { ConfirmationModal, type SettingDefinitionGroup } from 'obsidian';
import { messages } from '../../core/i18n';
import type { OldPlugin } from '../../core/omnivore/old-plugin';
import type { DateOrder } from '../../core/settings/settings';
import { importOldSettings, type ImportedSetting } from '../../core/settings/import-omnivore';
import { readOldSettings } from './old-settings';
import { notify } from '../components/notify';
import type { SettingsContext } from './settings-context';
import { propertiesPage } from './properties-page';

/** What the original plugin filled, and how its user named things. */
export function omnivoreGroup(context: SettingsContext): SettingDefinitionGroup {
  const { omnivore: words, folderGone } = messages().settings;
  const { vault } = context.app;
  const validate = (path: string): string | undefined =>
    path.trim() === '' || vault.getFolderByPath(path.trim()) ? undefined : folderGone;
  return {
    type: 'group',
    heading: words.heading,
    items: [
      {
        name: words.folder,
        desc: words.folderDesc,
        control: { type: 'folder', key: 'omnivoreFolder', validate },
      },
      propertiesPage(context),
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
  context.open(question(context, old, imported));
}

function question(
  context: SettingsContext,
  old: OldPlugin,
  imported: readonly ImportedSetting[],
): ConfirmationModal {
  const { omnivore: words, cancel } = messages().settings;
  const window = new ConfirmationModal(context.app).setTitle(words.title);
  const list = window.contentEl.createEl('ul');
  for (const { what, values } of imported) {
    const names = what === 'order' ? values.map(orderInWords) : values;
    list.createEl('li', { text: words.imported(nameOf(what), names.join(', ')) });
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
  const { orders } = messages().settings.dates;
  return orders[order as DateOrder];
}

function nameOf(what: ImportedSetting['what']): string {
  const { dates, omnivore, properties } = messages().settings;
  if (what === 'order') return dates.order;
  if (what === 'folder') return omnivore.folder;
  if (what === 'dates') return properties.dates;
  return what === 'id' ? what : properties.concepts[what];
}
