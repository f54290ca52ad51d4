import { closeCleanly, type OpenApp } from '../open-app';
import {
  SAMPLE,
  active,
  group,
  inPage,
  openNotes,
  openPanel,
  row,
  says,
  searchField,
  shown,
} from './panel';

const SEED_BANK = 'Omnivore/2024-04-06/Labels for a Seed Bank.md';

let app: OpenApp;

beforeEach(async () => {
  app = await openPanel();
  await app.page.getByRole('tree').focus();
});

afterEach(() => closeCleanly(app));

/** Presses the keys and returns the row that has the focus then: name, level, and whether it is expanded. */
async function after(...keys: readonly string[]): Promise<unknown[]> {
  for (const key of keys) await app.page.keyboard.press(key);
  const { name, level, expanded } = (await active(app)) ?? { name: '' };
  return [name, level, expanded];
}

test('Down and Up go through all rows, and stop at the ends', async () => {
  expect(await after()).toEqual(['barometer.example.net', 1, false]);
  expect(await after('ArrowUp')).toEqual(['barometer.example.net', 1, false]);
  expect(await after('ArrowDown')).toEqual(['drawers.example.org', 1, false]);
  expect(await after('ArrowRight', 'ArrowDown')).toEqual(['Labels for a Seed Bank', 2, null]);
  expect(await after('ArrowDown')).toEqual(['fieldnotes.example.org', 1, false]);
  expect(await after('ArrowUp', 'ArrowUp')).toEqual(['drawers.example.org', 1, true]);
  expect(await after('End')).toEqual(['No source', 1, false]);
  expect(await after('ArrowDown')).toEqual(['No source', 1, false]);
  expect(await after('Home')).toEqual(['barometer.example.net', 1, false]);
});

test('Right expands a group, goes into an expanded one, and does nothing on an article', async () => {
  await group(app, 'Tag');
  await app.page.getByRole('tree').focus();
  expect(await after('End', 'ArrowUp')).toEqual(['厨房', 1, false]);
  expect(await after('ArrowRight')).toEqual(['厨房', 1, true]);
  expect(await after('ArrowRight')).toEqual(['面包', 2, false]);
  expect(await after('ArrowRight')).toEqual(['面包', 2, true]);
  const bread = ['给新手的酸面团课', 3, null];
  expect(await after('ArrowRight')).toEqual(bread);
  expect(await after('ArrowRight')).toEqual(bread);
  expect(await shown(app)).toContain('    给新手的酸面团课');
});

test('Left goes to the group of an article, collapses an expanded group, and goes up from a collapsed one', async () => {
  await group(app, 'Tag');
  await app.page.getByRole('tree').focus();
  await after('End', 'ArrowUp');
  const keys = ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight'];
  expect(await after(...keys)).toEqual(['给新手的酸面团课', 3, null]);
  expect(await after('ArrowLeft')).toEqual(['面包', 2, true]);
  expect(await after('ArrowLeft')).toEqual(['面包', 2, false]);
  expect(await after('ArrowLeft')).toEqual(['厨房', 1, true]);
  expect(await after('ArrowLeft')).toEqual(['厨房', 1, false]);
  expect(await after('ArrowLeft')).toEqual(['厨房', 1, false]);
});

test.each(['Enter', 'Space'])('%s toggles a group, and opens an article', async (key) => {
  expect(await after('ArrowDown', key)).toEqual(['drawers.example.org', 1, true]);
  expect(await after(key)).toEqual(['drawers.example.org', 1, false]);
  await after(key, 'ArrowDown', key);
  await row(app, 'Labels for a Seed Bank').waitFor();
  await app.page.locator('.cm-content').waitFor();
  expect(await openNotes(app)).toEqual([SEED_BANK]);
});

test('an asterisk expands all groups on the same level', async () => {
  expect(await after('*')).toEqual(['barometer.example.net', 1, true]);
  expect(await app.page.locator('[aria-expanded=false]').count()).toBe(0);
  await group(app, 'Tag');
  await app.page.getByRole('tree').focus();
  await after('End', 'ArrowUp');
  expect(await after('ArrowRight', 'ArrowDown', '*')).toEqual(['面包', 2, true]);
  const [first] = await app.page.locator('[role=treeitem]').all();
  expect(await first?.getAttribute('aria-posinset')).toBe('1');
  expect(await first?.getAttribute('aria-setsize')).toBe('17');
  expect(await app.page.locator('[aria-level="1"][aria-expanded=true]').count()).toBe(1);
});

test('letters go to the next name that starts with them, the same letter again to the one after', async () => {
  expect(await after('s')).toEqual(['sittingdown.example.org', 1, false]);
  expect(await after('s')).toEqual(['slowwalks.example.com', 1, false]);
  expect(await after('s')).toEqual(['smallgreenrooms.example.com', 1, false]);
  expect(await after('s')).toEqual(['sittingdown.example.org', 1, false]);
  await app.page.waitForTimeout(700);
  await app.page.keyboard.type('sm');
  expect(await after()).toEqual(['smallgreenrooms.example.com', 1, false]);
  await app.page.waitForTimeout(700);
  await app.page.keyboard.type('No s');
  expect(await after()).toEqual(['No source', 1, false]);
  await app.page.waitForTimeout(700);
  expect(await after('q')).toEqual(['quayside.example.com', 1, false]);
});

test.each(['Shift+F10', 'ContextMenu'])('%s opens the menu, and Escape closes it', async (key) => {
  await after('ArrowDown', 'ArrowRight', 'ArrowRight', key);
  const { page } = app;
  await page.getByRole('menuitem', { name: 'Copy original URL' }).waitFor();
  const menu = await page.getByRole('menu').boundingBox();
  const at = await row(app, 'Labels for a Seed Bank').boundingBox();
  expect(menu?.y).toBeCloseTo((at?.y ?? 0) + (at?.height ?? 0), 0);
  expect(await page.getByRole('menu').count()).toBe(1);
  expect(await after('Escape')).toEqual(['Labels for a Seed Bank', 2, null]);
  expect(await page.getByRole('menu').count()).toBe(0);
});

test('the place in the tree survives a search and a change of the vault', async () => {
  expect(await after('End', 'ArrowUp', 'ArrowUp')).toEqual(['xiubu.example.com', 1, false]);
  await searchField(app).fill('example');
  await searchField(app).fill('');
  await app.page.getByRole('tree').focus();
  expect(await after()).toEqual(['xiubu.example.com', 1, false]);
  await inPage(app, `await app.vault.create('New.md', ${JSON.stringify(SAMPLE[SEED_BANK])})`);
  await says(app, '22 articles');
  expect(await after()).toEqual(['xiubu.example.com', 1, false]);
  expect(await after('ArrowUp')).toEqual(['xiaomai.example.com', 1, false]);
});

test('when its row is removed, the focus moves to the row at the same position', async () => {
  expect(await after('ArrowDown', 'ArrowRight')).toEqual(['drawers.example.org', 1, true]);
  await inPage(app, `await app.vault.delete(app.vault.getFileByPath('${SEED_BANK}'))`);
  await says(app, '20 articles');
  expect(await after()).toEqual(['fieldnotes.example.org', 1, false]);
  expect(await after('ArrowUp')).toEqual(['barometer.example.net', 1, false]);
});
