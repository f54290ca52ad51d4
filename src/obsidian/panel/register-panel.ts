import type { Plugin, TFile, WorkspaceLeaf } from 'obsidian';
import { messages } from '../../core/i18n';
import { openNote } from '../open-note';
import type { PluginContext } from '../plugin-context';
import type { SavedCheck } from '../saved-check';
import { copyOriginal, openOriginal, PANEL_TYPE } from './article-menu';
import { SavedArticlesPanel } from './panel';
import { openRandomUnread } from './random-article';
import { setReadingState, STATE_ICONS } from './set-reading-state';

/** Adds the panel, and the commands that lead to it. */
export function registerPanel(plugin: Plugin, context: PluginContext, check: SavedCheck): void {
  const { panel } = messages();
  plugin.registerView(PANEL_TYPE, (leaf) => new SavedArticlesPanel(leaf, context));
  plugin.registerHoverLinkSource(PANEL_TYPE, { display: panel.name, defaultMod: true });
  plugin.addRibbonIcon('book-marked', panel.open, () => void openPanel(context));
  plugin.addCommand({
    ...{ id: 'open-panel', icon: 'book-marked', name: panel.open },
    callback: () => void openPanel(context),
  });
  plugin.addCommand({
    ...{ id: 'search', icon: 'search', name: panel.searchCommand },
    callback: () => void search(),
  });
  plugin.addCommand({
    ...{ id: 'open-random-unread', icon: 'shuffle', name: panel.openRandom },
    callback: () => void openRandom(),
  });
  for (const state of ['read', 'archived', 'unread'] as const) {
    onArticle(`mark-${state}`, STATE_ICONS[state], panel.setState[state], ({ path }) =>
      setReadingState(context, [path], state),
    );
  }
  onArticle('reveal', 'locate', panel.reveal, ({ path }) => void reveal(path));
  onArticle('open-original', 'external-link', panel.openOriginal, (_, url) => openOriginal(url));
  onArticle('copy-original', 'copy', panel.copyOriginal, (_, url) => void copyOriginal(url));

  /** The article that the cursor is in, or else what the panel knows of the note. */
  function articleOf(
    file: TFile,
  ): { readonly url: string | null; readonly isOneOfSeveral: boolean } | null {
    const open = openNote(context.app);
    if (open?.file !== file) {
      const [listed] = context.library.library.of(file.path);
      return listed ? { url: listed.url, isOneOfSeveral: listed.line !== null } : null;
    }
    const articles = check.articles(file, open.text);
    const cursor = open.editor.posToOffset(open.editor.getCursor());
    const current = articles.find(({ body }) => cursor >= body.from && cursor < body.to);
    const article = current ?? articles[0];
    return article ? { url: article.url, isOneOfSeveral: articles.length > 1 } : null;
  }

  /** A command for the open note, there where it is a saved article. */
  function onArticle(
    id: string,
    icon: string,
    name: string,
    act: (file: TFile, url: string) => void,
  ): void {
    plugin.addCommand({
      ...{ id, icon, name },
      checkCallback(checking) {
        const file = context.app.workspace.getActiveFile();
        const article = file && articleOf(file);
        const needsUrl = id.endsWith('original');
        const isSeveral = id.startsWith('mark-') && article?.isOneOfSeveral;
        const fits = article && !isSeveral && (!needsUrl || article.url !== null);
        if (fits && !checking) act(file, article.url ?? '');
        return Boolean(fits);
      },
    });
  }

  async function search(): Promise<void> {
    const { view } = await openPanel(context);
    if (view instanceof SavedArticlesPanel) view.focusSearch();
  }

  /** A vault that was never scanned has the panel ask for it. */
  async function openRandom(): Promise<void> {
    if (context.library.progress.kind === 'not-started') await openPanel(context);
    else await openRandomUnread(context);
  }

  async function reveal(path: string): Promise<void> {
    const { view } = await openPanel(context);
    if (view instanceof SavedArticlesPanel) view.reveal(path);
  }
}

/** To the list, else to the button in its place, else to what is said there. What is hidden can't take it. */
function giveKeyboard(panelEl: HTMLElement): void {
  const emptyState = '.omnivore-rescue-empty-state';
  for (const wanted of [emptyState, `${emptyState} button`, '[role=tree]']) {
    panelEl.querySelector<HTMLElement>(wanted)?.focus();
  }
}

/** Shows the panel, where it is open already, else in the right sidebar, and gives it the keyboard. */
async function openPanel({ app: { workspace } }: PluginContext): Promise<WorkspaceLeaf> {
  const leaf = await workspace.ensureSideLeaf(PANEL_TYPE, 'right', { active: true, reveal: true });
  giveKeyboard(leaf.view.containerEl);
  return leaf;
}
