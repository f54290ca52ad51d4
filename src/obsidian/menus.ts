import { TFile, TFolder, type Menu, type Plugin, type TAbstractFile } from 'obsidian';
import { messages } from '../core/i18n';
import { isNote, isWithin, notesIn } from './store/scope';
import { openImages } from './images/images-modal';
import { openPreview } from './preview/open-preview';
import type { PluginContext } from './plugin-context';
import type { SavedCheck } from './saved-check';

/** Adds *Repair* and *Save images* to the menus of a note, of a folder, and of several selected files. */
export function registerMenus(plugin: Plugin, context: PluginContext, check: SavedCheck): void {
  const { workspace } = plugin.app;
  plugin.registerEvent(
    workspace.on('file-menu', (menu, file) => {
      const { commands, images } = messages();
      if (file instanceof TFolder) {
        addRepairItem(menu, context, [file], commands.repairHere, images.saveHere);
      } else if (file instanceof TFile && mayHaveArticle(context, check, file)) {
        addRepairItem(menu, context, [file], commands.repairThis, images.saveThis);
      }
    }),
  );
  plugin.registerEvent(
    workspace.on('files-menu', (menu, files) => {
      const notesAndFolders = files.filter((file) => file instanceof TFolder || isNoteFile(file));
      const { commands, images } = messages();
      if (notesAndFolders.length > 0)
        addRepairItem(menu, context, notesAndFolders, commands.repairHere, images.saveHere);
    }),
  );
}

function addRepairItem(
  menu: Menu,
  context: PluginContext,
  files: readonly TAbstractFile[],
  repair: string,
  saveImages: string,
): void {
  menu.addItem((item) => {
    item.setTitle(repair).setIcon('wrench').setSection('action');
    item.onClick(() => openPreview(context, notesUnder(context, files)));
  });
  menu.addItem((item) => {
    item.setTitle(saveImages).setIcon('image-down').setSection('action');
    item.onClick(() => openImages(context, notesUnder(context, files)));
  });
}

/**
 * Returns the notes in the selection. A folder that contains the selection is not excluded, even if the
 * settings say so.
 */
function notesUnder(context: PluginContext, files: readonly TAbstractFile[]): readonly string[] {
  const { excludedFolders } = context.settings();
  const selected = files.map(({ path }) => path);
  const excluded = excludedFolders.filter(
    (folder) => !selected.some((path) => isWithin(path, folder)),
  );
  return notesIn(context.app.vault, { folders: selected, excludedFolders: excluded });
}

function isNoteFile(file: TAbstractFile): boolean {
  return file instanceof TFile && isNote(file);
}

/**
 * A menu can't wait until a note is read. A note that was never read counts as a saved article if it has
 * properties.
 */
function mayHaveArticle(context: PluginContext, check: SavedCheck, file: TFile): boolean {
  if (!isNote(file)) return false;
  const cache = context.app.metadataCache.getFileCache(file);
  const isListed = context.library.library.of(file.path).length > 0;
  return isListed || (check.cachedAnswer(file) ?? cache?.frontmatter !== undefined);
}
