import type { Plugin, TFile, WorkspaceLeaf } from 'obsidian';
import { messages } from '../../core/i18n';
import { openNote } from '../open-note';
import type { PluginContext } from '../plugin-context';
import type { SavedCheck } from '../saved-check';
import { copyOriginal, openOriginal, PANEL_TYPE } from './article-menu';
import { SavedArticlesPanel } from './panel';
import { openRandomUnread } from './random-article';
import { setReadingState, STATE_ICONS } from './set-reading-state';

/** Registers the panel and its commands. */
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

  /**
   * Returns the article at the cursor. If the note is not open in an editor, returns its first article in
   * the panel.
   */
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

  /** Adds a command for the open note. It is available only if the note is a saved article. */
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

  /** Opens a random unread article. If the vault was never scanned, opens the panel, which offers a scan. */
  async function openRandom(): Promise<void> {
    if (context.library.progress.kind === 'not-started') await openPanel(context);
    else await openRandomUnread(context);
  }

  async function reveal(path: string): Promise<void> {
    const { view } = await openPanel(context);
    if (view instanceof SavedArticlesPanel) view.reveal(path);
  }
}

/**
 * Moves the focus to the list, or else to the empty state's button, or else to its text. Hidden elements
 * ignore `focus`.
 */
function moveFocus(panelEl: HTMLElement): void {
  const emptyState = '.omnivore-rescue-empty-state';
  for (const selector of [emptyState, `${emptyState} button`, '[role=tree]']) {
    panelEl.querySelector<HTMLElement>(selector)?.focus();
  }
}

/** Shows the open panel, or opens it in the right sidebar. Moves the focus to it. */
async function openPanel({ app: { workspace } }: PluginContext): Promise<WorkspaceLeaf> {
  const leaf = await workspace.ensureSideLeaf(PANEL_TYPE, 'right', { active: true, reveal: true });
  moveFocus(leaf.view.containerEl);
  return leaf;
}
