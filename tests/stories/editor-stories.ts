import assert from 'node:assert/strict';
import { activePath, editorText, openNote, readNote, runCommand, until } from './acts';
import type { AppDriver, Story } from './driver';
import { ARTICLE, repairedByCommandLine } from './vaults';

const NOTE = 'Omnivore/Tides.md';
const TABLE = ['| tide | hour |', '| --- | --- |', '| ebb | six |', ''].join('\n');
const BOARD = 'Board.canvas';
const CANVAS = JSON.stringify({
  nodes: [{ id: 'a', type: 'file', file: NOTE, x: 0, y: 0, width: 400, height: 400 }],
  edges: [],
});
const WITH_TABLE = `${ARTICLE}\n${TABLE}`;

/** What commands do while the cursor is somewhere else than in the text of a note. */
export const EDITOR_STORIES: readonly Story[] = [
  {
    name: 'with the cursor in a table cell, a repair changes the note and not the cell',
    where: 'desktop',
    async play(app) {
      await app.open({ notes: { [NOTE]: WITH_TABLE } });
      await openNote(app, NOTE);
      await app.enterTableCell('ebb');
      await runCommand(app, 'repair-note');
      await untilRepaired(app, WITH_TABLE);
      await until('the repaired text in the editor', async () => {
        const text = await editorText(app);
        return text?.includes('2024-03-14T08:21:56') === true && text.includes(TABLE);
      });
    },
  },
  {
    name: 'with the cursor in the title, a repair changes the note and not the title',
    where: 'desktop',
    async play(app) {
      await app.open({ notes: { [NOTE]: ARTICLE } });
      await openNote(app, NOTE);
      const title = await app.inside(() => {
        const el = document.querySelector<HTMLElement>('.workspace-leaf.mod-active .inline-title');
        el?.focus();
        return document.activeElement === el ? (el?.textContent ?? null) : null;
      });
      assert.equal(title, 'Tides');
      await runCommand(app, 'repair-note');
      await until(
        'the repair',
        async () => (await editorText(app))?.includes('T08:21:56') === true,
      );
      await untilRepaired(app, ARTICLE);
      assert.equal(await activePath(app), NOTE);
    },
  },
  {
    name: 'with a canvas open, no command for a note is offered, and nothing is written',
    where: 'desktop',
    async play(app) {
      await openCanvas(app);
      for (const id of ['repair-note', 'mark-ready', 'why']) {
        await assert.rejects(runCommand(app, id), /can't run now/, id);
      }
      assert.equal(await readNote(app, NOTE), ARTICLE);
      assert.equal(await readNote(app, BOARD), CANVAS);
    },
  },
  {
    name: 'with the cursor in a card of a canvas, a repair changes the note of the card and not the canvas',
    where: 'desktop',
    async play(app) {
      await openCanvas(app);
      await app.enterCard('Tide clocks');
      await until('the card’s text', async () => (await editorText(app)) === ARTICLE);
      await runCommand(app, 'repair-note');
      await untilRepaired(app, ARTICLE);
      await app.press('Control+z');
      await until('the undo', async () => (await editorText(app)) === ARTICLE);
      assert.equal(await readNote(app, BOARD), CANVAS);
    },
  },
  {
    name: 'with the cursor in a property, a repair changes the note, and the properties follow',
    where: 'desktop',
    async play(app) {
      const text = ARTICLE.replace('draft: true', 'draft: true\nremark: from the harbour');
      await app.open({ notes: { [NOTE]: text } });
      await app.inside(({ app: { vault } }) => {
        interface WithConfig {
          readonly setConfig: (name: string, value: unknown) => void;
        }
        (vault as unknown as WithConfig).setConfig('propertiesInDocument', 'visible');
      });
      await openNote(app, NOTE);
      const remark = `${property('remark')} .metadata-input-longtext`;
      await app.click(remark);
      await runCommand(app, 'repair-note');
      await untilRepaired(app, text);
      await until('the repaired date', async () => {
        return (await shownProperty(app, 'date_saved')).includes('T08:21:56');
      });
      await app.click(remark);
      await app.press('End');
      await app.type(' at noon');
      await app.press('Enter');
      await until('the repaired note with what was typed', async () => {
        const after = await readNote(app, NOTE);
        return /^remark: .*from the harbour at noon/m.test(after) && after.includes('T08:21:56');
      });
    },
  },
];

/** Opens a canvas with the note as its card. */
async function openCanvas(app: AppDriver): Promise<void> {
  await app.open({ notes: { [NOTE]: ARTICLE, [BOARD]: CANVAS } });
  await app.inside(async ({ app: { vault, workspace } }, path) => {
    const file = vault.getFileByPath(path);
    const leaf = workspace.getLeaf();
    if (file) await leaf.openFile(file);
    workspace.setActiveLeaf(leaf, { focus: true });
  }, BOARD);
}

/** The row of a property of the open note. */
function property(key: string): string {
  return `.workspace-leaf.mod-active .metadata-property[data-property-key="${key}"]`;
}

/** The value that a property shows, whatever kind of field it has. */
function shownProperty(app: AppDriver, key: string): Promise<string> {
  return app.inside((_, row) => {
    const value = document.querySelector(`${row} .metadata-property-value`);
    return value?.querySelector('input')?.value ?? value?.textContent ?? '';
  }, property(key));
}

/** Waits until the note has, byte for byte, what the command line makes of it. */
async function untilRepaired(app: AppDriver, before: string): Promise<void> {
  const { [NOTE]: expected } = repairedByCommandLine({ [NOTE]: before });
  await until(
    'the bytes of the command line on the disk',
    async () =>
      Buffer.compare(Buffer.from(await app.readFile(NOTE)), Buffer.from(expected ?? [])) === 0,
  );
}
