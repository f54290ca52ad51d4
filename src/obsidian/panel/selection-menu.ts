import { Menu, type WorkspaceLeaf } from 'obsidian';
import { messages } from '../../core/i18n';
import type { ListedArticle } from '../../core/library/listed-article';
import { ExportListModal } from '../export/export-list';
import { openImages } from '../images/images-modal';
import { openPreview } from '../preview/open-preview';
import type { PluginContext } from '../plugin-context';
import { AddTagModal } from './add-tag-modal';
import { articleMenu, copyText, markNotes } from './article-menu';
import { articleLinks } from './article-link';
import { askToDelete } from './delete-notes';
import { pathsOf } from './change-articles';
import { chooseFolderFor } from './move-notes';
import { setReadingState, STATE_ACTION_ICONS, statesToSet } from './set-reading-state';

/** Creates the menu of the selected articles. Returns null if there are none. */
export function selectionMenu(
  context: PluginContext,
  leaf: WorkspaceLeaf,
  articles: readonly ListedArticle[],
): Menu | null {
  const [first] = articles;
  if (!first) return null;
  return articles.length === 1
    ? articleMenu(context, first, leaf)
    : menuForSeveral(context, articles);
}

/** The actions for several articles. */
function menuForSeveral(context: PluginContext, articles: readonly ListedArticle[]): Menu {
  const { commands, images, importing, panel } = messages();
  const menu = new Menu();
  const item = (title: string, icon: string, section: string, act: () => unknown): void => {
    menu.addItem((one) => {
      one.setTitle(title).setIcon(icon).setSection(section);
      one.onClick(() => void act());
    });
  };
  const needRepair = pathsOf(articles.filter(({ pendingRepairs }) => pendingRepairs > 0));
  if (needRepair.length > 0) {
    const act = (): void => openPreview(context, needRepair);
    item(panel.repairShown(needRepair.length), 'wrench', 'action', act);
  }
  for (const state of statesToSet(articles)) {
    const act = (): void => setReadingState(context, articles, state);
    item(panel.setState[state], STATE_ACTION_ICONS[state], 'action', act);
  }
  // The flag belongs to the note. In a note with several articles, it would apply to all of them.
  const wholeNotePaths = pathsOf(articles.filter(({ line }) => line === null));
  if (context.settings().draftFlag.preset !== null && wholeNotePaths.length > 0) {
    item(commands.markReady, 'circle-check', 'action', () =>
      markNotes(context, wholeNotePaths, true),
    );
    item(commands.markDraft, 'circle-dashed', 'action', () =>
      markNotes(context, wholeNotePaths, false),
    );
  }
  item(panel.addTag.command, 'tag', 'action', () =>
    context.open(new AddTagModal(context, articles)),
  );
  const paths = pathsOf(articles);
  item(images.saveSelected, 'image-down', 'action', () => openImages(context, paths));
  item(importing.list.command, 'list', 'action', () =>
    context.open(new ExportListModal(context, paths)),
  );
  const copyLinks = (): Promise<void> =>
    copyText(articleLinks(context.app, articles), panel.linksCopied(articles.length));
  item(panel.copyLinks, 'copy', 'links', copyLinks);
  item(panel.move, 'folder-tree', 'move', () => chooseFolderFor(context, paths));
  const whole = wholeNotes(context, articles);
  if (whole.length > 0) item(panel.delete, 'trash-2', 'danger', () => askToDelete(context, whole));
  return menu;
}

/** Returns the notes of which all articles are selected. */
function wholeNotes(
  { library: { library } }: PluginContext,
  articles: readonly ListedArticle[],
): readonly string[] {
  const counts = new Map<string, number>();
  for (const { path } of articles) counts.set(path, (counts.get(path) ?? 0) + 1);
  return [...counts].flatMap(([path, count]) => (count < library.of(path).length ? [] : path));
}
