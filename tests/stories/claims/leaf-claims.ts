import type { Claim } from './claim';

const PANEL = 'omnivore-rescue-panel';

/** More of what leaves and views do. */
export const LEAF_CLAIMS: readonly Claim[] = [
  {
    claim: 'a note is a view that other files are opened in',
    source: 'documentation',
    ask: (app) =>
      app.inside(async ({ app: { vault, workspace } }) => {
        const leaf = workspace.getLeaf(false);
        const file = vault.getFileByPath('Note.md');
        if (file) await leaf.openFile(file);
        return leaf.view.navigation;
      }),
    answer: true,
  },
  {
    claim: 'a panel in the middle is not replaced by a note either',
    source: 'others measured it',
    where: 'desktop',
    ask: (app) =>
      app.inside(async ({ app: { vault, workspace } }, type) => {
        const leaf = workspace.getLeaf('tab');
        await leaf.setViewState({ type, active: true });
        workspace.setActiveLeaf(leaf, { focus: true });
        const file = vault.getFileByPath('Note.md');
        if (file) await workspace.getLeaf(false).openFile(file);
        const stays = leaf.getViewState().type;
        leaf.detach();
        return stays;
      }, PANEL),
    answer: PANEL,
  },
  {
    claim: 'a new tab in use that is still empty is handed out again',
    source: 'others measured it',
    where: 'desktop',
    ask: (app) =>
      app.inside(({ app: { workspace } }) => {
        const one = workspace.getLeaf('tab');
        workspace.setActiveLeaf(one, { focus: true });
        const other = workspace.getLeaf('tab');
        const isSame = one === other;
        one.detach();
        if (!isSame) other.detach();
        return isSame;
      }),
    answer: true,
  },
  {
    claim: 'neither ensureSideLeaf nor revealLeaf makes a leaf active by itself',
    source: 'others measured it',
    where: 'desktop',
    ask: (app) =>
      app.inside(async ({ app: { vault, workspace } }, type) => {
        const note = workspace.getLeaf(false);
        const file = vault.getFileByPath('Note.md');
        if (file) await note.openFile(file);
        workspace.setActiveLeaf(note, { focus: true });
        const leaf = await workspace.ensureSideLeaf(type, 'right');
        const afterEnsure = workspace.getMostRecentLeaf() === note;
        await workspace.revealLeaf(leaf);
        return [afterEnsure, workspace.activeEditor?.file?.path ?? null];
      }, PANEL),
    answer: [true, 'Note.md'],
  },
  {
    claim: 'a leaf of an unknown type waits, and gets its view when a plugin registers it',
    source: 'others measured it',
    where: 'desktop',
    ask: (app) =>
      app.inside(async ({ app: { plugins, workspace }, obsidian }) => {
        const plugin = plugins.plugins['omnivore-rescue'];
        const leaf = workspace.getLeaf('tab');
        await leaf.setViewState({ type: 'claim-late' });
        const before = leaf.view instanceof obsidian.ItemView;
        class LateView extends obsidian.ItemView {
          override getViewType(): string {
            return 'claim-late';
          }

          override getDisplayText(): string {
            return 'Late';
          }
        }
        plugin?.registerView('claim-late', (in_) => new LateView(in_));
        for (let i = 0; i < 60 && !(leaf.view instanceof LateView); i++) {
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        const after = leaf.view instanceof LateView;
        leaf.detach();
        return [before, after];
      }),
    answer: [false, true],
  },
  {
    claim: 'in reading mode the active editor is still the view of the note',
    source: 'others measured it',
    ask: (app) =>
      app.inside(async ({ app: { vault, workspace } }) => {
        const leaf = workspace.getLeaf(false);
        const file = vault.getFileByPath('Note.md');
        if (file) await leaf.openFile(file, { state: { mode: 'preview' } });
        workspace.setActiveLeaf(leaf, { focus: true });
        const answer = Object.is(workspace.activeEditor, leaf.view);
        if (file) await leaf.openFile(file, { state: { mode: 'source' } });
        return answer;
      }),
    answer: true,
  },
  {
    claim: 'with the focus in the title above a note, commands for the editor are not offered',
    source: 'others measured it',
    where: 'desktop',
    ask: (app) =>
      app.inside(async ({ app: { commands, plugins, vault, workspace } }) => {
        const plugin = plugins.plugins['omnivore-rescue'];
        const leaf = workspace.getLeaf(false);
        const file = vault.getFileByPath('Note.md');
        if (file) await leaf.openFile(file, { state: { mode: 'source' } });
        workspace.setActiveLeaf(leaf, { focus: true });
        let ran = 0;
        plugin?.addCommand({ id: 'claim-title', name: 'A', editorCallback: () => void ran++ });
        leaf.view.containerEl.querySelector<HTMLElement>('.inline-title')?.focus();
        commands.executeCommandById('omnivore-rescue:claim-title');
        plugin?.removeCommand('claim-title');
        return ran;
      }),
    answer: 0,
  },
  {
    claim: 'with a canvas open there is no active editor',
    source: 'unclear',
    where: 'desktop',
    ask: (app) =>
      app.inside(async ({ app: { vault, workspace } }) => {
        const file = await vault.create('Claim.canvas', '{"nodes":[],"edges":[]}');
        const leaf = workspace.getLeaf('tab');
        await leaf.openFile(file);
        workspace.setActiveLeaf(leaf, { focus: true });
        const answer = [leaf.getViewState().type, workspace.activeEditor];
        leaf.detach();
        return answer;
      }),
    answer: ['canvas', null],
  },
  {
    claim: 'on a phone, opening a note closes the drawer',
    source: 'others measured it',
    where: 'mobile',
    ask: (app) =>
      app.inside(async ({ app: { vault, workspace } }, type) => {
        await workspace.ensureSideLeaf(type, 'right', { active: true, reveal: true });
        const before = workspace.rightSplit.collapsed;
        const file = vault.getFileByPath('Note.md');
        if (file) await workspace.getLeaf(false).openFile(file, { active: true });
        for (let i = 0; i < 60 && !workspace.rightSplit.collapsed; i++) {
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        return [before, workspace.rightSplit.collapsed];
      }, PANEL),
    answer: [false, true],
  },
  {
    claim: 'whether a sidebar leaf can be had on a phone is recorded',
    source: 'unclear',
    where: 'mobile',
    async ask(app) {
      const isThere = await app.inside(({ app: { workspace } }) => {
        const leaf = workspace.getRightLeaf(false);
        leaf?.detach();
        return leaf !== null;
      });
      await app.record('Whether getRightLeaf gives a leaf', isThere);
      return typeof isThere;
    },
    answer: 'boolean',
  },
];
