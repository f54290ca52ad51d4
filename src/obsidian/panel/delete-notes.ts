import { ConfirmationModal } from 'obsidian';
import { messages } from '../../core/i18n';
import { createYielder } from '../article-cache/yielder';
import { notify } from '../components/notify';
import type { PluginContext } from '../plugin-context';
import { plainReason } from '../store/plain-reason';
import { leftLines } from './move-notes';

/** How many notes the question names. */
const MAX_NAMED_IN_QUESTION = 8;

/** Asks whether to delete notes. The app moves them to the trash that its settings name. */
export function askToDelete(context: PluginContext, paths: readonly string[]): void {
  const { panel, settings } = messages();
  const window = new ConfirmationModal(context.app).setTitle(panel.deleteTitle(paths.length));
  window.contentEl.createEl('p', { text: panel.deleteText });
  const list = window.contentEl.createEl('ul');
  for (const path of paths.slice(0, MAX_NAMED_IN_QUESTION)) list.createEl('li', { text: path });
  const others = paths.length - MAX_NAMED_IN_QUESTION;
  if (others > 0) list.createEl('li', { text: panel.othersLeft(others) });
  window
    .addButton((button) =>
      button
        .setButtonText(panel.deleteButton)
        .setDestructive()
        .onClick(() => void deleteNotes(context, paths)),
    )
    .addCancelButton(settings.cancel);
  context.open(window);
}

async function deleteNotes(context: PluginContext, paths: readonly string[]): Promise<void> {
  const { panel, commands } = messages();
  const { app, runController } = context;
  if (runController.current) return void notify(commands.isRunning);
  const left: string[] = [];
  const yieldIfNeeded = createYielder();
  let deleted = 0;
  for (const path of paths) {
    await yieldIfNeeded();
    const file = app.vault.getFileByPath(path);
    if (!file) continue;
    try {
      await app.fileManager.trashFile(file);
      deleted++;
    } catch (error) {
      left.push(`${file.name}: ${plainReason(error)}`);
    }
  }
  notify([panel.deleted(deleted), ...leftLines(left)].join('\n'));
}
