import { ConfirmationModal, Setting } from 'obsidian';
import { messages } from '../../core/i18n';
import type { Preset } from '../../core/repairs/draft-flag/repair';
import { withPublisher } from '../../core/settings/with-publisher';
import type { PluginContext } from '../plugin-context';

/**
 * Asks for the user's publisher once, saves the answer in the settings, and calls `goOn`. Calls `goOn` at once if the
 * publisher is known. Calls `cancelled` if the user closes the window without an answer.
 */
export function askPublisher(
  context: PluginContext,
  goOn: () => void,
  cancelled: () => void = () => undefined,
): void {
  if (context.settings().draftFlag.preset !== null) return goOn();
  const { repairTexts, settings } = messages();
  const { draftFlag: words, cancel } = settings;
  const { name, choices } = repairTexts['draft-flag'].options.preset;
  const { custom: _, ...presets } = choices;
  let preset: Preset = 'hugo';
  let isAnswered = false;
  const window = new ConfirmationModal(context.app).setTitle(words.askTitle);
  window.contentEl.createEl('p', { text: words.askText });
  new Setting(window.contentEl).setName(name).addDropdown((dropdown) =>
    dropdown.addOptions(presets).onChange((value) => {
      preset = value as Preset;
    }),
  );
  window
    .addButton((button) =>
      button
        .setButtonText(words.askButton)
        .setCta()
        .onClick(async () => {
          isAnswered = true;
          await context.change((settings) => withPublisher(settings, preset));
        }),
    )
    .addCancelButton(cancel);
  window.onClose = () => (isAnswered ? goOn() : cancelled());
  context.open(window);
}
