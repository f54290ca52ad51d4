import { Menu } from 'obsidian';
import { messages } from '../../core/i18n';
import type { ListedArticle } from '../../core/library/listed-article';
import { ExportListModal } from '../export/export-list';
import { openImages } from '../images/images-modal';
import { openPreview } from '../preview/open-preview';
import type { PluginContext } from '../plugin-context';
import { copyText, markNotes } from './article-menu';
import { articleLinks } from './article-link';
import { setReadingState, STATE_ICONS, statesToSet } from './set-reading-state';

/** The actions for several selected articles. */
export function selectionMenu(context: PluginContext, articles: readonly ListedArticle[]): Menu {
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
  // The state and the flag belong to the note. In a note with several articles, they would apply to all
  // of them.
  const wholeNotes = articles.filter(({ line }) => line === null);
  const wholeNotePaths = pathsOf(wholeNotes);
  for (const state of statesToSet(wholeNotes)) {
    const act = (): void => setReadingState(context, wholeNotePaths, state);
    item(panel.setState[state], STATE_ICONS[state], 'action', act);
  }
  if (context.settings().draftFlag.preset !== null && wholeNotePaths.length > 0) {
    item(commands.markReady, 'circle-check', 'action', () =>
      markNotes(context, wholeNotePaths, true),
    );
    item(commands.markDraft, 'circle-dashed', 'action', () =>
      markNotes(context, wholeNotePaths, false),
    );
  }
  const paths = pathsOf(articles);
  item(images.saveSelected, 'image-down', 'action', () => openImages(context, paths));
  item(importing.list.command, 'list', 'action', () =>
    context.open(new ExportListModal(context, paths)),
  );
  const copyLinks = (): Promise<void> =>
    copyText(articleLinks(context.app, articles), panel.linksCopied(articles.length));
  item(panel.copyLinks, 'copy', 'links', copyLinks);
  return menu;
}

function pathsOf(articles: readonly ListedArticle[]): readonly string[] {
  return [...new Set(articles.map(({ path }) => path))];
}
