import type { App, DataAdapter } from 'obsidian';
import { messages } from '../../core/i18n';
import type { JournalStore } from '../../core/runs/note-store';
import { fileName } from '../../core/text/paths';
import { openFile } from './open-file';
import { plainReason } from './plain-reason';
import { vaultId } from '../article-cache/article-cache';
import { createYielder } from '../article-cache/yielder';
import { vaultLock } from './vault-lock';

/**
 * Stores journal files in a folder of the vault, in the format of the command line. The folder is created
 * with the first file.
 */
export function vaultJournal(app: App, folder: string): JournalStore {
  const { adapter } = app.vault;
  const lock = vaultLock(adapter, folder, () => `Obsidian ${vaultId(app)}`);
  const withPlainErrors = async <T>(act: () => Promise<T>): Promise<T> => {
    try {
      return await act();
    } catch (error) {
      throw new Error(plainReason(error), { cause: error });
    }
  };
  const withJournalErrors = async (act: () => Promise<void>): Promise<void> => {
    try {
      await act();
    } catch (error) {
      throw new Error(messages().runs.noJournal(plainReason(error)), { cause: error });
    }
  };
  return {
    names: () =>
      withPlainErrors(async () => {
        if (!(await adapter.exists(folder))) return [];
        const { files } = await adapter.list(folder);
        return files.map(fileName).sort();
      }),
    open: (name) =>
      withPlainErrors(async () => {
        const file = await openFile(adapter, `${folder}/${name}`);
        return { ...file, read: (from, to) => withPlainErrors(() => file.read(from, to)) };
      }),
    append: (name, text) => withJournalErrors(() => adapter.append(`${folder}/${name}`, text)),
    remove: (name) => withPlainErrors(() => adapter.remove(`${folder}/${name}`)),
    async lock() {
      if (!lock.isHeld()) await withJournalErrors(() => makeFolder(adapter, folder));
      await lock.take();
    },
    unlock: () => lock.release(),
    yieldToEventLoop: createYielder(),
  };
}

/** Creates the folder with a `.gitignore`, so that text removed from notes is not published by accident. */
async function makeFolder(adapter: DataAdapter, folder: string): Promise<void> {
  if (!(await adapter.exists(folder))) await adapter.mkdir(folder);
  const ignore = `${folder}/.gitignore`;
  if (!(await adapter.exists(ignore))) await adapter.write(ignore, '*\n');
}
