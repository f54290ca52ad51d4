import type { Claim } from './claim';

const PANEL = 'omnivore-rescue-panel';

/** What leaves, views and the workspace do. */
export const WORKSPACE_CLAIMS: readonly Claim[] = [
  {
    claim: 'the panel is a view that other files are not opened in',
    source: 'documentation',
    ask: (app) =>
      app.inside(async ({ app: { vault, workspace } }, type) => {
        const leaf = await workspace.ensureSideLeaf(type, 'right', { active: true });
        const file = vault.getFileByPath('Note.md');
        if (!file) return null;
        await workspace.getLeaf(false).openFile(file);
        return [leaf.view.navigation, leaf.getViewState().type];
      }, PANEL),
    answer: [false, PANEL],
  },
  {
    claim: 'ensureSideLeaf finds the leaf that is there instead of making another',
    source: 'typings',
    ask: (app) =>
      app.inside(async ({ app: { workspace } }, type) => {
        const one = await workspace.ensureSideLeaf(type, 'right');
        const other = await workspace.ensureSideLeaf(type, 'right');
        return [one === other, workspace.getLeavesOfType(type).length];
      }, PANEL),
    answer: [true, 1],
  },
  {
    claim:
      'with the panel active, the active file is the most recent one and there is no active editor',
    source: 'others measured it',
    ask: (app) =>
      app.inside(async ({ app: { vault, workspace } }, type) => {
        const file = vault.getFileByPath('Folder/Other.md');
        if (!file) return null;
        await workspace.getLeaf(false).openFile(file);
        const leaf = await workspace.ensureSideLeaf(type, 'right', { active: true, reveal: true });
        workspace.setActiveLeaf(leaf, { focus: true });
        return [workspace.activeEditor, workspace.getActiveFile()?.path];
      }, PANEL),
    answer: [null, 'Folder/Other.md'],
  },
  {
    claim: 'the active editor is the view of the active note',
    source: 'others measured it',
    ask: (app) =>
      app.inside(async ({ app: { vault, workspace } }) => {
        const file = vault.getFileByPath('Note.md');
        if (!file) return null;
        const leaf = workspace.getLeaf(false);
        await leaf.openFile(file, { state: { mode: 'source' } });
        workspace.setActiveLeaf(leaf, { focus: true });
        return [Object.is(workspace.activeEditor, leaf.view), workspace.activeEditor?.file?.path];
      }),
    answer: [true, 'Note.md'],
  },
  {
    claim: 'in reading mode commands for the editor are not offered, checkCallback is',
    source: 'others measured it',
    ask: (app) =>
      app.inside(async ({ app: inside }) => {
        const plugin = inside.plugins.plugins['omnivore-rescue'];
        const file = inside.vault.getFileByPath('Note.md');
        if (!plugin || !file) return null;
        let ran = 0;
        plugin.addCommand({ id: 'claim-editor', name: 'A', editorCallback: () => void ran++ });
        plugin.addCommand({
          id: 'claim-check',
          name: 'B',
          checkCallback: (checking) => {
            if (!checking) ran += 10;
            return true;
          },
        });
        const leaf = inside.workspace.getLeaf(false);
        await leaf.openFile(file, { state: { mode: 'preview' } });
        inside.workspace.setActiveLeaf(leaf, { focus: true });
        for (const id of ['claim-editor', 'claim-check']) {
          inside.commands.executeCommandById(`omnivore-rescue:${id}`);
          plugin.removeCommand(id);
        }
        return ran;
      }),
    answer: 10,
  },
  {
    claim: 'a pinned note is not replaced',
    source: 'others measured it',
    ask: (app) =>
      app.inside(async ({ app: { vault, workspace } }) => {
        const [note, other] = ['Note.md', 'Folder/Other.md'].map((path) =>
          vault.getFileByPath(path),
        );
        if (!note || !other) return null;
        const leaf = workspace.getLeaf(false);
        await leaf.openFile(note);
        leaf.setPinned(true);
        await workspace.getLeaf(false).openFile(other);
        const { state } = leaf.getViewState();
        leaf.setPinned(false);
        return state?.file;
      }),
    answer: 'Note.md',
  },
  {
    claim: 'openLinkText makes a note that is missing, and opens it',
    source: 'others measured it',
    ask: (app) =>
      app.inside(async ({ app: { workspace } }) => {
        await workspace.openLinkText('Made by a link', 'Note.md');
        return workspace.getActiveFile()?.path;
      }),
    answer: 'Made by a link.md',
  },
  {
    claim: 'a new tab is another leaf than a note that is open',
    source: 'typings',
    where: 'desktop',
    ask: (app) =>
      app.inside(async ({ app: { vault, workspace } }) => {
        const file = vault.getFileByPath('Note.md');
        if (!file) return null;
        const leaf = workspace.getLeaf(false);
        await leaf.openFile(file);
        const tab = workspace.getLeaf('tab');
        const isOther = tab !== leaf;
        tab.detach();
        return isOther;
      }),
    answer: true,
  },
  {
    claim: 'revealing a leaf expands its sidebar',
    source: 'documentation',
    where: 'desktop',
    ask: (app) =>
      app.inside(async ({ app: { workspace } }, type) => {
        const leaf = await workspace.ensureSideLeaf(type, 'right');
        workspace.rightSplit.collapse();
        await workspace.revealLeaf(leaf);
        return workspace.rightSplit.collapsed;
      }, PANEL),
    answer: false,
  },
  {
    claim: 'leaf and file events come a turn after the change, not within the call',
    source: 'others measured it',
    ask: (app) =>
      app.inside(async ({ app: { vault, workspace } }) => {
        const [note, other] = ['Note.md', 'Folder/Other.md'].map((path) =>
          vault.getFileByPath(path),
        );
        if (!note || !other) return null;
        await workspace.getLeaf(false).openFile(note);
        const log: string[] = [];
        const ref = workspace.on('file-open', (file) => log.push(file?.path ?? 'none'));
        const opened = workspace.getLeaf(false).openFile(other);
        const within = [...log];
        await opened;
        for (let i = 0; i < 60 && !log.includes('Folder/Other.md'); i++) {
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        workspace.offref(ref);
        return [within, log.at(-1)];
      }),
    answer: [[], 'Folder/Other.md'],
  },
  {
    claim: 'a deleted note leaves an empty tab',
    source: 'others measured it',
    where: 'desktop',
    ask: (app) =>
      app.inside(async ({ app: { vault, workspace } }) => {
        const file = await vault.create('Gone.md', 'a');
        const leaf = workspace.getLeaf('tab');
        await leaf.openFile(file);
        await vault.delete(file);
        for (let i = 0; i < 60 && leaf.getViewState().type !== 'empty'; i++) {
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        return leaf.getViewState().type;
      }),
    answer: 'empty',
  },
  {
    claim: 'a Base is not opened as a Markdown view',
    source: 'documentation',
    ask: (app) =>
      app.inside(async ({ app: { vault, workspace } }) => {
        const file = await vault.create('Claim.base', 'views:\n  - type: table\n    name: All\n');
        const leaf = workspace.getLeaf(false);
        await leaf.openFile(file);
        return leaf.getViewState().type === 'markdown';
      }),
    answer: false,
  },
];
