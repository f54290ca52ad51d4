import type { Claim } from './claim';

/** Where the cursor can be, besides the text of a note. */
export const EDITOR_CLAIMS: readonly Claim[] = [
  {
    claim: 'with the cursor in a table cell, the editor says so, and the view has the whole note',
    source: 'others measured it',
    where: 'desktop',
    async ask(app) {
      await app.inside(async ({ app: { vault, workspace } }) => {
        const file = await vault.create(
          'Table.md',
          'Tides\n\n| a | b |\n| - | - |\n| ebb | flow |\n',
        );
        const leaf = workspace.getLeaf('tab');
        await leaf.openFile(file, { state: { mode: 'source' } });
        workspace.setActiveLeaf(leaf, { focus: true });
      });
      await app.enterTableCell('ebb');
      const [inCell, inView, inEditor] = await app.inside(({ app: { workspace }, obsidian }) => {
        const view = workspace.getActiveViewOfType(obsidian.MarkdownView);
        const editor = view?.editor as
          { inTableCell?: boolean; getValue: () => string } | undefined;
        const answer = [
          editor?.inTableCell ?? null,
          view?.getViewData() ?? null,
          editor?.getValue() ?? null,
        ];
        view?.leaf.detach();
        return answer;
      });
      await app.record(
        'What the editor’s text is with the cursor in a table cell',
        inEditor ?? null,
      );
      return [inCell, String(inView).startsWith('Tides')];
    },
    answer: [true, true],
  },
  {
    claim:
      'with the cursor in a card of a canvas, the active editor is the card’s, and no Markdown view',
    source: 'typings',
    where: 'desktop',
    async ask(app) {
      await app.inside(async ({ app: { vault, workspace } }) => {
        const card = { id: 'a', type: 'file', file: 'Note.md', x: 0, y: 0 };
        const nodes = [{ ...card, width: 400, height: 400 }];
        const file = await vault.create('Cards.canvas', JSON.stringify({ nodes, edges: [] }));
        const leaf = workspace.getLeaf('tab');
        await leaf.openFile(file);
        workspace.setActiveLeaf(leaf, { focus: true });
      });
      await app.enterCard('Heading');
      return app.inside(async ({ app: { vault, workspace }, obsidian }) => {
        for (let i = 0; i < 60 && !workspace.activeEditor; i++) {
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        const { activeEditor: place } = workspace;
        const answer = [
          place?.file?.path,
          place?.editor?.getValue().includes('# Heading'),
          place instanceof obsidian.MarkdownView,
        ];
        const canvas = vault.getFileByPath('Cards.canvas');
        if (canvas) await vault.delete(canvas);
        return answer;
      });
    },
    answer: ['Note.md', true, false],
  },
  {
    claim:
      'with the focus in a property, the active editor stays, but its commands are not offered',
    source: 'others measured it',
    where: 'desktop',
    ask: (app) =>
      app.inside(async ({ app: { commands, plugins, vault, workspace } }) => {
        interface WithConfig {
          readonly setConfig: (name: string, value: unknown) => void;
        }
        (vault as unknown as WithConfig).setConfig('propertiesInDocument', 'visible');
        const plugin = plugins.plugins['omnivore-rescue'];
        const file = await vault.create('Properties.md', '---\nremark: a\n---\nText\n');
        const leaf = workspace.getLeaf('tab');
        await leaf.openFile(file, { state: { mode: 'source' } });
        workspace.setActiveLeaf(leaf, { focus: true });
        const row = (): HTMLElement | null =>
          leaf.view.containerEl.querySelector(
            '.metadata-property[data-property-key="remark"] .metadata-input-longtext',
          );
        for (let i = 0; i < 60 && !row(); i++) {
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        let ran = 0;
        plugin?.addCommand({ id: 'claim-property', name: 'A', editorCallback: () => void ran++ });
        row()?.focus();
        commands.executeCommandById('omnivore-rescue:claim-property');
        plugin?.removeCommand('claim-property');
        const answer = [row()?.textContent, Object.is(workspace.activeEditor, leaf.view), ran];
        leaf.detach();
        return answer;
      }),
    answer: ['a', true, 0],
  },
];
