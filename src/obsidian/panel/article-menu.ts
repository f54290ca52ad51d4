import { Keymap, Menu, TFile, type App, type OpenViewState, type WorkspaceLeaf } from 'obsidian';
import { messages } from '../../core/i18n';
import type { ListedArticle } from '../../core/library/listed-article';
import { messageOf } from '../../core/runs/error-message';
import { withOnly } from '../../core/settings/with-only';
import { plannerFrom } from '../store/planner';
import { notify } from '../components/notify';
import { markOptions, explainNote } from '../open-note';
import type { PluginContext } from '../plugin-context';
import { openArchived } from '../attention/resolve';
import { AddTagModal } from './add-tag-modal';
import { AttentionModal } from '../attention/attention-modal';
import { setReadingState, STATE_ACTION_ICONS, statesToSet } from './set-reading-state';

/** The ID of the panel's view type. It must never change, because saved workspaces contain it. */
export const PANEL_TYPE = 'omnivore-rescue-panel';

/** Creates the menu of an article in the panel. The entries of the app and of other plugins come last. */
export function articleMenu(
  context: PluginContext,
  article: ListedArticle,
  leaf: WorkspaceLeaf,
): Menu | null {
  const { app } = context;
  const file = app.vault.getAbstractFileByPath(article.path);
  if (!(file instanceof TFile)) return null;
  const { commands, images, panel } = messages();
  const menu = new Menu();
  const item = (title: string, icon: string, section: string, act: () => unknown): void => {
    menu.addItem((one) => {
      one.setTitle(title).setIcon(icon).setSection(section);
      one.onClick(() => void act());
    });
  };
  item(panel.openInTab, 'file-plus', 'open', () =>
    app.workspace.getLeaf('tab').openFile(file, openStateOf(article)),
  );
  if (article.url !== null) {
    const { url } = article;
    item(panel.openOriginal, 'external-link', 'open', () => openOriginal(url));
    item(panel.copyOriginal, 'copy', 'open', () => copyOriginal(url));
    const saved = Date.parse(article.saved ?? '');
    item(images.openArchived, 'history', 'open', () => openArchived(url, saved));
  }
  for (const state of statesToSet([article])) {
    const act = (): void => setReadingState(context, [article], state);
    item(panel.setState[state], STATE_ACTION_ICONS[state], 'action', act);
  }
  item(panel.addTag.command, 'tag', 'action', () =>
    context.open(new AddTagModal(context, [article])),
  );
  // The flag belongs to the note. In a note with several articles, it would apply to all of them.
  const isWholeNote = article.line === null;
  if (isWholeNote && article.draft !== false)
    item(commands.markReady, 'circle-check', 'action', () => markNotes(context, [file.path], true));
  if (isWholeNote && article.draft !== true)
    item(commands.markDraft, 'circle-dashed', 'action', () =>
      markNotes(context, [file.path], false),
    );
  if (article.unresolved > 0) {
    const act = (): void => context.open(new AttentionModal(context, new Set([article.path])));
    item(panel.resolve, 'circle-help', 'action', act);
  }
  item(commands.why, 'circle-help', 'action', () => explainFile(context, file));
  app.workspace.trigger('file-menu', menu, file, PANEL_TYPE, leaf);
  return menu;
}

/** Opens an article's original URL in the browser. Only web URLs are stored as an original URL. */
export function openOriginal(url: string): void {
  if (/^https?:/i.test(url)) window.open(url);
  else notify(messages().panel.noUrl);
}

/** Copies an article's original URL. Shows a notice if the URL is empty. */
export async function copyOriginal(url: string): Promise<void> {
  if (url === '') return void notify(messages().panel.noUrl);
  await copyText(url, messages().panel.copied);
}

/** Copies a text and shows a notice. */
export async function copyText(text: string, done: string): Promise<void> {
  try {
    // A window without the focus can't write to the clipboard.
    await activeWindow.navigator.clipboard.writeText(text);
    notify(done);
  } catch (error) {
    notify(messageOf(error));
  }
}

/** Returns the view state that scrolls to an article in a note with several articles. */
export function openStateOf({ line }: ListedArticle): OpenViewState | undefined {
  return line === null ? undefined : { eState: { line } };
}

/** Marks notes as ready or as drafts. Uses a run, so that it can be undone even after a restart. */
export function markNotes(context: PluginContext, paths: readonly string[], ready: boolean): void {
  const settings = withOnly(context.settings(), ['draft-flag']);
  const draftFlag = markOptions(settings.draftFlag, ready);
  const { commands } = messages();
  const done = (): string => (ready ? commands.markedReady : commands.markedDraft);
  const planner = plannerFrom({ ...settings, draftFlag });
  const run = context.runController.repair(paths, planner, {}, done);
  if (!run) notify(commands.isRunning);
}

async function explainFile(context: PluginContext, file: TFile): Promise<void> {
  try {
    await explainNote(await context.app.vault.cachedRead(file), file.path, context.settings());
  } catch (error) {
    notify(messageOf(error));
  }
}

/** Opens the note of an article and scrolls to the article. */
export async function openArticle(
  app: App,
  article: ListedArticle,
  event: MouseEvent | KeyboardEvent,
): Promise<void> {
  const file = app.vault.getAbstractFileByPath(article.path);
  if (!(file instanceof TFile)) return;
  await app.workspace.getLeaf(Keymap.isModEvent(event)).openFile(file, openStateOf(article));
}
