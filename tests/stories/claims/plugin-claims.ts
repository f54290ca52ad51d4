import type { Claim } from './claim';

/** What the app does with the things that a plugin adds to it. */
export const PLUGIN_CLAIMS: readonly Claim[] = [
  {
    claim: 'a command gets the id and the name of its plugin in front',
    source: 'documentation',
    ask: (app) =>
      app.inside(({ app: inside }) => {
        const command = inside.commands.commands['omnivore-rescue:undo-last'];
        return [command?.id, command?.name.startsWith('Omnivore Rescue: ')];
      }),
    answer: ['omnivore-rescue:undo-last', true],
  },
  {
    claim: 'in source mode a command for the editor gets the editor of the active note',
    source: 'typings',
    ask: (app) =>
      app.inside(async ({ app: inside }) => {
        const plugin = inside.plugins.plugins['omnivore-rescue'];
        const file = inside.vault.getFileByPath('Note.md');
        if (!plugin || !file) return null;
        let text = '';
        plugin.addCommand({
          id: 'claim-source',
          name: 'A',
          editorCallback: (editor) => void (text = editor.getLine(4)),
        });
        const leaf = inside.workspace.getLeaf(false);
        await leaf.openFile(file, { state: { mode: 'source' } });
        inside.workspace.setActiveLeaf(leaf, { focus: true });
        inside.commands.executeCommandById('omnivore-rescue:claim-source');
        plugin.removeCommand('claim-source');
        return text;
      }),
    answer: '# Heading',
  },
  {
    claim: 'an item that a plugin adds to the status bar is in it',
    source: 'documentation',
    where: 'desktop',
    ask: (app) =>
      app.inside(({ app: inside }) => {
        const item = inside.plugins.plugins['omnivore-rescue']?.addStatusBarItem();
        const isThere = item?.closest('.status-bar') !== null;
        item?.remove();
        return isThere;
      }),
    answer: true,
  },
  {
    claim: 'the app knows the hover source of a plugin by its id',
    source: 'others measured it',
    ask: (app) =>
      app.inside(({ app: { workspace } }) => {
        interface WithSources {
          readonly hoverLinkSources: Readonly<Record<string, import('obsidian').HoverLinkSource>>;
        }
        const { hoverLinkSources } = workspace as unknown as WithSources;
        const { display, defaultMod } = hoverLinkSources['omnivore-rescue-panel'] ?? {};
        return [display, defaultMod];
      }),
    answer: ['Omnivore Rescue', true],
  },
  {
    claim: 'flags of the command line are strings, and a command without a required one is refused',
    source: 'others measured it',
    where: 'desktop',
    async ask(app) {
      await app.inside(({ app: inside }) => {
        inside.plugins.plugins['omnivore-rescue']?.registerCliHandler(
          'omnivore-rescue:claim',
          'Answers with its flags',
          {
            needed: { value: '<number>', description: 'A', required: true },
            bare: { description: 'B' },
          },
          ({ needed, bare }) => JSON.stringify([needed, bare]),
        );
      });
      const answer = await app.commandLine('omnivore-rescue:claim', { needed: '1', bare: 'true' });
      const without = await app.commandLine('omnivore-rescue:claim');
      return [JSON.parse(answer), without.startsWith('Error')];
    },
    answer: [['1', 'true'], true],
  },
  {
    claim: 'a sidebar leaf can be had on a computer',
    source: 'unclear',
    where: 'desktop',
    ask: (app) =>
      app.inside(({ app: { workspace } }) => {
        const leaf = workspace.getRightLeaf(false);
        const isThere = leaf !== null;
        leaf?.detach();
        return isThere;
      }),
    answer: true,
  },
  {
    claim: 'the settings open at the tab of the plugin',
    source: 'others measured it',
    ask: (app) =>
      app.inside(async ({ app: inside }) => {
        const { setting } = inside;
        setting.open();
        setting.openTabById('omnivore-rescue');
        const id = setting.activeTab?.id;
        setting.close();
        return id;
      }),
    answer: 'omnivore-rescue',
  },
  {
    claim: 'the focus is in a modal that opens',
    source: 'unclear',
    where: 'desktop',
    ask: (app) =>
      app.inside(async ({ app: inside, obsidian }) => {
        const modal = new obsidian.Modal(inside);
        modal.contentEl.createEl('button', { text: 'One' });
        modal.open();
        await new Promise((resolve) => setTimeout(resolve, 100));
        const isInside = modal.modalEl.contains(document.activeElement);
        modal.close();
        return isInside;
      }),
    answer: true,
  },
  {
    claim: 'a notice is gone after about five seconds by default',
    source: 'others measured it',
    ask: (app) =>
      app.inside(async ({ obsidian }) => {
        const { messageEl } = new obsidian.Notice('Soon gone');
        const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time));
        await pause(2000);
        const isThere = messageEl.isConnected;
        for (let i = 0; i < 60 && messageEl.isConnected; i++) await pause(100);
        return [isThere, messageEl.isConnected];
      }),
    answer: [true, false],
  },
];
