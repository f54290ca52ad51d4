import type { Plugin, TFile, WorkspaceLeaf } from 'obsidian';
import { messages } from '../../core/i18n';
import { openNote } from '../open-note';
import type { PluginContext } from '../plugin-context';
import type { SavedCheck } from '../saved-check';
import { keyOfArticle, type ListedArticle } from '../../core/library/listed-article';
import { copyOriginal, openOriginal, PANEL_TYPE } from './article-menu';
import { SavedArticlesPanel } from './panel';
import { openRandomUnread } from './random-article';
import { setReadingState, STATE_ACTION_ICONS } from './set-reading-state';

/** The article that a command acts on. */
type CurrentArticle = Pick<ListedArticle, 'path' | 'key' | 'id' | 'url' | 'state'>;

/** Registers the panel and its commands. */
export function registerPanel(plugin: Plugin, context: PluginContext, check: SavedCheck): void {
  const { panel } = messages();
  plugin.registerView(PANEL_TYPE, (leaf) => new SavedArticlesPanel(leaf, context));
  // The name is in the settings of Page preview, among those of other plugins.
  plugin.registerHoverLinkSource(PANEL_TYPE, { display: plugin.manifest.name, defaultMod: true });
  showRibbonIcon(plugin, context);
  plugin.register(
    context.onSettingsChange((after, before) => {
      if (after.panel.side !== before.panel.side) void movePanel(context);
    }),
  );
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
    onArticle(`mark-${state}`, STATE_ACTION_ICONS[state], panel.setState[state], (article) =>
      setReadingState(context, [article], state),
    );
  }
  onArticle('reveal', 'locate', panel.reveal, ({ path }) => void reveal(path));
  onArticle('open-original', 'external-link', panel.openOriginal, ({ url }) =>
    openOriginal(url ?? ''),
  );
  onArticle('copy-original', 'copy', panel.copyOriginal, ({ url }) => void copyOriginal(url ?? ''));

  /**
   * Returns the article at the cursor. If the note is not open in an editor, returns its first article in
   * the panel.
   */
  function articleOf(file: TFile, find: SavedCheck['articles']): CurrentArticle | null {
    const { path } = file;
    const listed = context.library.library.of(path);
    const open = openNote(context.app);
    if (open?.file !== file) return listed[0] ?? null;
    const articles = find(open);
    const cursor = open.editor.posToOffset(open.editor.getCursor());
    const at = articles.findIndex(({ body }) => cursor >= body.from && cursor < body.to);
    const index = Math.max(at, 0);
    const article = articles[index];
    if (!article) return null;
    const key = keyOfArticle(path, index, articles.length);
    const state = listed.find((one) => one.key === key)?.state ?? null;
    return { path, key, id: article.id, url: article.url, state };
  }

  /** Adds a command for the open note. It is available only if the note is a saved article. */
  function onArticle(
    id: string,
    icon: string,
    name: string,
    act: (article: CurrentArticle) => void,
  ): void {
    plugin.addCommand({
      ...{ id, icon, name },
      checkCallback(checking) {
        const file = context.app.workspace.getActiveFile();
        const article = file && articleOf(file, checking ? check.articlesSoFar : check.articles);
        const needsUrl = id.endsWith('original');
        const fits = article && (!needsUrl || article.url !== null);
        if (fits && !checking) act(article);
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

/** Shows the open panel, or opens it in the sidebar of the settings. Moves the focus to it. */
async function openPanel({ app, settings }: PluginContext): Promise<WorkspaceLeaf> {
  const { side } = settings().panel;
  const options = { active: true, reveal: true };
  const leaf = await app.workspace.ensureSideLeaf(PANEL_TYPE, side, options);
  moveFocus(leaf.view.containerEl);
  return leaf;
}

/** Moves the open panel to the sidebar of the settings, with its state. */
async function movePanel({ app: { workspace }, settings }: PluginContext): Promise<void> {
  const [leaf] = workspace.getLeavesOfType(PANEL_TYPE);
  if (!leaf) return;
  const { state } = leaf.getViewState();
  leaf.detach();
  const options = { reveal: true, ...(state && { state }) };
  await workspace.ensureSideLeaf(PANEL_TYPE, settings().panel.side, options);
}

/** Adds the panel's icon to the ribbon, and shows or hides it as the settings say. */
function showRibbonIcon(plugin: Plugin, context: PluginContext): void {
  let iconEl: HTMLElement | null = null;
  const show = (): void => {
    const isWanted = context.settings().panel.ribbonIcon;
    if (isWanted) {
      const open = (): void => void openPanel(context);
      iconEl ??= plugin.addRibbonIcon('book-marked', messages().panel.open, open);
    }
    iconEl?.toggle(isWanted);
  };
  show();
  plugin.register(context.onSettingsChange(show));
}
