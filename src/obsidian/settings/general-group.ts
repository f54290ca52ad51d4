import { ConfirmationModal, type SettingDefinitionGroup } from 'obsidian';
import { messages } from '../../core/i18n';
import { fieldRows } from './field-rows';
import { propertiesPage } from './properties-page';
import type { SettingsContext } from './settings-context';

/** Returns the other settings: property names, what repairs keep, and the reset to the defaults. */
export function generalGroup(context: SettingsContext): SettingDefinitionGroup {
  const words = messages().settings.general;
  return {
    type: 'group',
    heading: words.heading,
    items: [
      propertiesPage(context),
      ...fieldRows(context, 'keepModified'),
      {
        name: words.reset,
        desc: words.resetDesc,
        render: (setting) => {
          setting.setName(words.reset).setDesc(words.resetDesc);
          setting.addButton((button) =>
            button
              .setButtonText(words.resetButton)
              .setDestructive()
              .onClick(() => context.open(resetQuestion(context))),
          );
        },
      },
    ],
  };
}

function resetQuestion({ app, stored }: SettingsContext): ConfirmationModal {
  const { general: words, cancel } = messages().settings;
  const window = new ConfirmationModal(app).setTitle(words.resetTitle);
  window.contentEl.createEl('p', { text: words.resetText });
  return window
    .addButton((button) =>
      button
        .setButtonText(words.confirm)
        .setDestructive()
        .onClick(() => void stored.reset()),
    )
    .addCancelButton(cancel);
}
