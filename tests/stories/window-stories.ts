import assert from 'node:assert/strict';
import { openPanel, until } from './acts';
import type { AppDriver, Story } from './driver';
import { manyNotes } from './vaults';

const PANEL = 'omnivore-rescue-panel';
const ROW = '.omnivore-rescue-panel [role=treeitem][aria-level="2"]';

/** The panel in a window of its own, while the main one is hidden. */
export const WINDOW_STORIES: readonly Story[] = [
  {
    name: 'the panel in a window of its own: list, menu, clipboard',
    where: 'desktop',
    async play(app) {
      await app.open({ notes: manyNotes(300) });
      await moveToWindow(app);
      await app.hideMainWindow();
      assert.ok((await countInWindow(app, ROW)) > 5);
      await app.rightClick(ROW, 'Tide');
      await until('the menu', async () => (await countInWindow(app, '.menu')) === 1);
      assert.deepEqual(await menuDistance(app), { isNear: true });
      await app.click('.menu-item', 'Copy original URL');
      await until('the URL on the clipboard', async () => {
        const copied = await app.inside(() => activeWindow.navigator.clipboard.readText());
        return copied === 'https://harbourpress.example.org/tide-clocks';
      });
    },
  },
  {
    name: 'the panel in a window of its own: its rows follow the scroll bar',
    where: 'desktop',
    async play(app) {
      await app.open({ notes: manyNotes(300) });
      await moveToWindow(app);
      await app.hideMainWindow();
      const names = (): Promise<readonly string[]> =>
        textsInWindow(app, `${ROW} .omnivore-rescue-name`);
      const shown = await names();
      await app.inside(({ app: { workspace } }, type) => {
        const el = workspace.getLeavesOfType(type)[0]?.view.containerEl;
        const list = el?.querySelector<HTMLElement>('[role=tree]');
        for (let up = list; up && up !== el; up = up.parentElement) up.scrollTop = 4000;
      }, PANEL);
      await until('other rows', async () => {
        const [first] = await names();
        return first !== undefined && first !== shown[0];
      });
      assert.ok(shown.length > 5 && (await names()).length > 5);
    },
  },
  {
    name: 'from a window of its own, the preview and the run open there and end',
    where: 'desktop',
    async play(app) {
      await app.open({ notes: manyNotes(300) });
      await moveToWindow(app);
      await app.hideMainWindow();
      await app.inside(({ app: { commands } }) =>
        commands.executeCommandById('omnivore-rescue:repair-all'),
      );
      await until('the preview in the window', async () => {
        return (await countInWindow(app, '.omnivore-rescue-preview button.mod-cta')) === 1;
      });
      await app.click('.omnivore-rescue-preview button.mod-cta', 'Repair ');
      await until('the summary in the window', async () =>
        (await textsInWindow(app, '.omnivore-rescue-run button')).includes('Undo this repair'),
      );
      const inMain = await app.inside(() => document.querySelectorAll('.modal').length);
      assert.equal(inMain, 0);
    },
  },
];

/** Opens the panel and moves it into a window of its own. */
async function moveToWindow(app: AppDriver): Promise<void> {
  await openPanel(app);
  await app.click('.omnivore-rescue-panel [role=treeitem]', 'harbourpress');
  await app.inside(({ app: { workspace } }, type) => {
    const [leaf] = workspace.getLeavesOfType(type);
    if (leaf) workspace.moveLeafToPopout(leaf);
  }, PANEL);
  await until('the panel in its window', () =>
    app.inside(({ app: { workspace } }, type) => {
      const el = workspace.getLeavesOfType(type)[0]?.view.containerEl;
      return el !== undefined && el.ownerDocument !== document;
    }, PANEL),
  );
  await until('its rows', async () => (await countInWindow(app, ROW)) > 0);
}

async function countInWindow(app: AppDriver, selector: string): Promise<number> {
  return (await textsInWindow(app, selector)).length;
}

/** The texts of the elements that match, in the window of the panel. */
function textsInWindow(app: AppDriver, selector: string): Promise<readonly string[]> {
  return app.inside(
    ({ app: { workspace } }, type, css) => {
      const doc = workspace.getLeavesOfType(type)[0]?.view.containerEl.ownerDocument;
      return [...(doc?.querySelectorAll(css) ?? [])].map((el) => el.textContent ?? '');
    },
    PANEL,
    selector,
  );
}

/** Whether the menu is at the row that was clicked, and within its window. */
function menuDistance(app: AppDriver): Promise<{ readonly isNear: boolean }> {
  return app.inside(({ app: { workspace } }, type) => {
    const el = workspace.getLeavesOfType(type)[0]?.view.containerEl;
    const doc = el?.ownerDocument;
    const menu = doc?.querySelector('.menu')?.getBoundingClientRect();
    const row = el?.querySelector('[role=treeitem][aria-level="2"]')?.getBoundingClientRect();
    if (!menu || !row || !doc?.defaultView) return { isNear: false };
    const { innerWidth, innerHeight } = doc.defaultView;
    const isWithin = menu.left >= 0 && menu.right <= innerWidth && menu.bottom <= innerHeight;
    return { isNear: isWithin && menu.left < row.right && menu.right > row.left };
  }, PANEL);
}
