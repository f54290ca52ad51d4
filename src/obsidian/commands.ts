import type { Command, Plugin } from 'obsidian';
import { messages } from '../core/i18n';
import { ALL_REPAIRS, type RepairId } from '../core/repairs';
import { notesIn } from './store/scope';
import { askPublisher } from './settings/ask-publisher';
import { createBase } from './create-base';
import { DuplicatesModal } from './duplicates/duplicates-modal';
import { ExportListModal } from './export/export-list';
import { ImportModal } from './export/import-modal';
import {
  markOpenNote,
  openNote,
  repairOpenNote,
  explainOpenNote,
  type OpenNote,
} from './open-note';
import { openImages } from './images/images-modal';
import { openOwnImagesPreview, openPreview } from './preview/open-preview';
import type { PluginContext } from './plugin-context';
import { HistoryModal } from './run/history-modal';
import { undoLatest } from './run/undo';
import { isLongFile, type NoteArticle, type SavedCheck } from './saved-check';

/** Registers the commands. Commands for the open note are available only if it is a saved article. */
export function registerCommands(plugin: Plugin, context: PluginContext, check: SavedCheck): void {
  const all = [...noteCommands(context, check), ...vaultCommands(context)];
  for (const command of all) plugin.addCommand(command);
  const { workspace } = context.app;
  plugin.registerEvent(
    workspace.on('file-open', () => {
      const open = openNote(context.app);
      // The command palette can't wait until a long note is read.
      if (open && isLongFile(open.file)) check.articlesSoFar(open);
    }),
  );
}

function noteCommands(context: PluginContext, check: SavedCheck): readonly Command[] {
  const { commands } = messages();
  const onNote = (
    id: string,
    icon: string,
    name: string,
    act: (open: OpenNote) => unknown,
    fits: (articles: readonly NoteArticle[]) => boolean = ({ length }) => length > 0,
  ): Command => ({
    id,
    icon,
    name,
    // The app does not call `editorCheckCallback` in reading mode.
    checkCallback(checking) {
      const open = openNote(context.app);
      if (!open) return false;
      const find = checking ? check.articlesSoFar : check.articles;
      if (!fits(find(open))) return false;
      if (!checking) void act(open);
      return true;
    },
  });
  const repair = (only: readonly RepairId[] | null) => (open: OpenNote) =>
    askPublisherFirst(context, only, () => void repairOpenNote(context, open, only));
  const mark = (ready: boolean) => (open: OpenNote) => markOpenNote(context, open, ready);
  // A note with several articles has one flag for all of them, so these commands are not offered.
  const isWholeNote = ({ length }: readonly NoteArticle[]): boolean => length === 1;
  return [
    onNote('repair-note', 'wrench', commands.repairNote, repair(null)),
    ...ALL_REPAIRS.map(({ id, command }) =>
      onNote(command.id, command.icon, commands.onNote[id], repair([id])),
    ),
    onNote('save-images', 'image-down', messages().images.saveNote, ({ file }) =>
      openImages(context, [file.path]),
    ),
    onNote('mark-ready', 'circle-check', commands.markReady, mark(true), isWholeNote),
    onNote('mark-draft', 'circle-dashed', commands.markDraft, mark(false), isWholeNote),
    onNote('why', 'circle-help', commands.why, (open) => explainOpenNote(context, open)),
  ];
}

/** Commands for what a publisher reads ask for the publisher first. */
function askPublisherFirst(
  context: PluginContext,
  only: readonly RepairId[] | null,
  act: () => void,
): void {
  if (only?.some((id) => id === 'draft-flag' || id === 'publisher-date'))
    askPublisher(context, act);
  else act();
}

function vaultCommands(context: PluginContext): readonly Command[] {
  const { commands, base, importing } = messages();
  const preview = (only: readonly RepairId[] | null) => (): void =>
    askPublisherFirst(context, only, () =>
      openPreview(context, notesIn(context.app.vault, context.settings()), only),
    );
  return [
    { id: 'repair-all', icon: 'wrench', name: commands.repairAll, callback: preview(null) },
    ...ALL_REPAIRS.map(({ id, command }) => ({
      id: `${command.id}-all`,
      icon: command.icon,
      name: commands.onAll[id],
      callback: preview([id]),
    })),
    {
      id: 'unproxy-images-other-notes',
      icon: 'image-off',
      name: commands.unproxyOther,
      callback: () => openOwnImagesPreview(context, notesIn(context.app.vault, context.settings())),
    },
    {
      id: 'save-images-all',
      icon: 'image-down',
      name: messages().images.saveAll,
      callback: () => openImages(context, notesIn(context.app.vault, context.settings())),
    },
    {
      id: 'undo-last',
      icon: 'undo-2',
      name: commands.undoLast,
      callback: () => void undoLatest(context),
    },
    {
      id: 'history',
      icon: 'history',
      name: commands.history,
      callback: () => context.open(new HistoryModal(context)),
    },
    {
      id: 'show-run',
      icon: 'loader',
      name: commands.showRun,
      checkCallback(checking) {
        const { current } = context.runController;
        if (current && !checking) context.show(current);
        return current !== null;
      },
    },
    {
      id: 'import-omnivore-export',
      icon: 'import',
      name: importing.command,
      callback: () => context.open(new ImportModal(context)),
    },
    {
      id: 'find-duplicates',
      icon: 'copy',
      name: messages().duplicates.command,
      callback: () => context.open(new DuplicatesModal(context)),
    },
    {
      id: 'export-reading-list',
      icon: 'list-checks',
      name: importing.list.command,
      callback: () =>
        context.open(new ExportListModal(context, notesIn(context.app.vault, context.settings()))),
    },
    {
      id: 'create-base',
      icon: 'table-2',
      name: base.create,
      callback: () => void createBase(context),
    },
  ];
}
