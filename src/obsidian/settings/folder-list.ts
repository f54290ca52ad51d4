import type { SettingDefinitionList, TFolder } from 'obsidian';
import { messages } from '../../core/i18n';
import type { Settings } from '../../core/settings/settings';
import { FolderChoice } from '../components/folder-choice';
import type { SettingsContext } from './settings-context';

/** Returns the list of folders to search or to exclude. The user can add, remove and reorder folders. */
export function folderList(
  context: SettingsContext,
  which: 'folders' | 'excludedFolders',
): SettingDefinitionList {
  const words = messages().settings[which === 'folders' ? 'folders' : 'excluded'];
  // Read again each time, because moved rows stay in the page with these callbacks.
  const folders = (): readonly string[] => context.stored.current[which];
  const edit =
    (change: (folders: readonly string[]) => readonly string[]) =>
    (settings: Settings): Settings => ({ ...settings, [which]: change(settings[which]) });
  return {
    type: 'list',
    heading: words.heading,
    emptyState: words.empty,
    items: folders().map((folder) => ({
      name: folder,
      searchable: false,
      render: (setting) => {
        setting.setName(folder);
        if (!context.app.vault.getFolderByPath(folder)) {
          setting.setErrorMessage(messages().settings.folderGone);
        }
      },
    })),
    onDelete: (at) => context.change(edit((all) => all.filter((_folder, i) => i !== at))),
    // Obsidian has moved the row already.
    onReorder: (from, to) => context.changeInPlace(edit((all) => moved(all, from, to))),
    addItem: {
      name: words.add,
      action: () => {
        const add = ({ path }: TFolder): void => context.change(edit((all) => [...all, path]));
        const free = (): readonly TFolder[] =>
          context.app.vault.getAllFolders(false).filter(({ path }) => !folders().includes(path));
        context.open(new FolderChoice(context.app, words.choose, free, add));
      },
    },
  };
}

function moved(folders: readonly string[], from: number, to: number): readonly string[] {
  const others = folders.filter((_folder, i) => i !== from);
  return [...others.slice(0, to), ...folders.slice(from, from + 1), ...others.slice(to)];
}
