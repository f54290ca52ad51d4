import type { Plugin, TFile, WorkspaceLeaf } from 'obsidian';
import { messages } from '../../core/i18n';
import { openNote } from '../open-note';
import type { PluginContext } from '../plugin-context';
import type { SavedCheck } from '../saved-check';
import { copyOriginal, openOriginal, PANEL_TYPE } from './article-menu';
import { SavedArticlesPanel } from './panel';

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
  onArticle('reveal', 'locate', panel.reveal, ({ path }) => void reveal(path));
  onArticle('open-original', 'external-link', panel.openOriginal, (_, url) => openOriginal(url));
  onArticle('copy-original', 'copy', panel.copyOriginal, (_, url) => void copyOriginal(url));

  /** The article that the cursor is in, or else what the panel knows of the note. */
  function articleOf(file: TFile): { readonly url: string | null } | null {
    const open = openNote(context.app);
    if (open?.file !== file) return context.library.library.of(file.path)[0] ?? null;
    const articles = check.articles(file, open.text);
    const cursor = open.editor.posToOffset(open.editor.getCursor());
    const current = articles.find(({ body }) => cursor >= body.from && cursor < body.to);
    return current ?? articles[0] ?? null;
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
        const fits = article && (id === 'reveal' || article.url !== null);
        if (fits && !checking) act(file, article.url ?? '');
        return Boolean(fits);
      },
    });
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
