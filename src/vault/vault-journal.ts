import type { DataAdapter } from 'obsidian';
import { messages } from '../i18n';
import type { JournalStore } from '../runs/note-store';
import { plainReason } from './plain-reason';
import { turnTaker } from './turns';

/** Journal files in a folder of the vault, in the form that the command line writes; the folder is made with the first of them. */
export function vaultJournal(adapter: DataAdapter, folder: string): JournalStore {
  const inPlainWords = async <T>(act: () => Promise<T>): Promise<T> => {
    try {
      return await act();
    } catch (error) {
      throw new Error(plainReason(error), { cause: error });
    }
  };
  return {
    names: () =>
      inPlainWords(async () => {
        if (!(await adapter.exists(folder))) return [];
        const { files } = await adapter.list(folder);
        return files.map((path) => path.slice(path.lastIndexOf('/') + 1)).sort();
      }),
    read: (name) => inPlainWords(() => adapter.read(`${folder}/${name}`)),
    async append(name, text) {
      try {
        if (!(await adapter.exists(folder))) await adapter.mkdir(folder);
        await adapter.append(`${folder}/${name}`, text);
      } catch (error) {
        throw new Error(messages().runs.noJournal(plainReason(error)), { cause: error });
      }
    },
    remove: (name) => inPlainWords(() => adapter.remove(`${folder}/${name}`)),
    giveWay: turnTaker(),
  };
}
