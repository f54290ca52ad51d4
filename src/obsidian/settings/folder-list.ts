import { FuzzySuggestModal, type App, type SettingDefinitionList, type TFolder } from 'obsidian';
import { messages } from '../../core/i18n';
import type { Settings } from '../../core/settings/settings';
import { addLabel } from '../components/label';
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
        context.open(new FolderChoice(context.app, words.choose, new Set(folders()), add));
      },
    },
  };
}

function moved(folders: readonly string[], from: number, to: number): readonly string[] {
  const others = folders.filter((_folder, i) => i !== from);
  return [...others.slice(0, to), ...folders.slice(from, from + 1), ...others.slice(to)];
}

/** Asks for a folder of the vault that is not in the list yet. */
class FolderChoice extends FuzzySuggestModal<TFolder> {
  readonly #taken: ReadonlySet<string>;
  readonly #choose: (folder: TFolder) => void;

  constructor(
    app: App,
    placeholder: string,
    taken: ReadonlySet<string>,
    choose: (folder: TFolder) => void,
  ) {
    super(app);
    this.#taken = taken;
    this.#choose = choose;
    this.setPlaceholder(placeholder);
    addLabel(this.modalEl, this.modalEl, placeholder);
  }

  override getItems(): TFolder[] {
    return this.app.vault.getAllFolders(false).filter(({ path }) => !this.#taken.has(path));
  }

  override getItemText({ path }: TFolder): string {
    return path;
  }

  override onChooseItem(folder: TFolder): void {
    this.#choose(folder);
  }
}
