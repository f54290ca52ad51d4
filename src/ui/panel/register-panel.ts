import type { Editor, Plugin, TFile, WorkspaceLeaf } from 'obsidian';
import { messages } from '../../i18n';
import type { Listed } from '../../library/listed';
import { listedOf } from '../../vault/facts';
import type { Rescue } from '../rescue';
import type { SavedCheck } from '../saved-check';
import { copyOriginal, openOriginal, PANEL_TYPE } from './article-menu';
import { SavedArticlesPanel } from './panel';

/** Adds the panel, and the commands that lead to it. */
export function registerPanel(plugin: Plugin, rescue: Rescue, check: SavedCheck): void {
  const { panel } = messages();
  plugin.registerView(PANEL_TYPE, (leaf) => new SavedArticlesPanel(leaf, rescue));
  plugin.registerHoverLinkSource(PANEL_TYPE, { display: panel.name, defaultMod: true });
  plugin.addRibbonIcon('book-marked', panel.open, () => void openPanel(rescue));
  plugin.addCommand({
    ...{ id: 'open-panel', icon: 'book-marked', name: panel.open },
    callback: () => void openPanel(rescue),
  });
  onArticle('reveal', 'locate', panel.reveal, ({ path }) => void reveal(path));
  onAddress('open-original', 'external-link', panel.openOriginal, openOriginal);
  onAddress('copy-original', 'copy', panel.copyOriginal, (url) => void copyOriginal(url));

  /** A command for the open note, where it is a saved article. */
  function onArticle(
    id: string,
    icon: string,
    name: string,
    act: (file: TFile) => void,
    fits: (file: TFile) => boolean = isSaved,
  ): void {
    plugin.addCommand({
      ...{ id, icon, name },
      checkCallback(checking) {
        const file = rescue.app.workspace.getActiveFile();
        if (!file || !fits(file)) return false;
        if (!checking) act(file);
        return true;
      },
    });
  }

  function onAddress(id: string, icon: string, name: string, act: (url: string) => void): void {
    const fits = (file: TFile): boolean => {
      const known = articleOf(file);
      return known ? known.url !== null : isSaved(file);
    };
    onArticle(id, icon, name, (file) => act(addressOf(file)), fits);
  }

  function articleOf({ path }: TFile): Listed | undefined {
    return rescue.library.library.of(path)[0];
  }

  /** The library may not have been read yet: then what the editor holds tells. */
  function isSaved(file: TFile): boolean {
    if (articleOf(file)) return true;
    const editor = editorOf(file);
    return editor !== null && check.isSaved(file, () => editor.getValue());
  }

  function addressOf(file: TFile): string {
    const known = articleOf(file);
    if (known) return known.url ?? '';
    return listedOf(editorOf(file)?.getValue() ?? '', file.path, rescue.settings())[0]?.url ?? '';
  }

  function editorOf(file: TFile): Editor | null {
    const { activeEditor } = rescue.app.workspace;
    return activeEditor?.file === file ? (activeEditor.editor ?? null) : null;
  }

  async function reveal(path: string): Promise<void> {
    const leaf = await openPanel(rescue);
    const { view } = leaf ?? {};
    if (view instanceof SavedArticlesPanel) view.reveal(path);
  }
}

/** Shows the panel: where it is open already, else in the right sidebar. */
async function openPanel({ app }: Rescue): Promise<WorkspaceLeaf | null> {
  const { workspace } = app;
  const there = workspace.getLeavesOfType(PANEL_TYPE)[0];
  const leaf = there ?? workspace.getRightLeaf(false);
  if (!leaf) return null;
  if (!there) await leaf.setViewState({ type: PANEL_TYPE, active: true });
  await workspace.revealLeaf(leaf);
  return leaf;
}
