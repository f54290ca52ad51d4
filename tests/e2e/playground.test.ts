import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { servePlayground, type Served } from '../playground/serve';
import { sharedBrowser } from './chromium';
import { isRead } from './panel/panel';
import { ROOT } from './open-app';

const SAMPLE = 'tests/fixtures/sample-vault';

let served: Served;
let before: unknown[];
let browser: Browser;
let page: Page;

beforeAll(async () => {
  served = await servePlayground(ROOT, SAMPLE, 0);
  before = stateOf(SAMPLE);
  browser = await sharedBrowser();
});

afterAll(() => {
  served.close();
  // Nothing that is done in the pages changes the folder.
  expect(stateOf(SAMPLE)).toEqual(before);
});

function stateOf(folder: string): unknown[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((path) => [path, statSync(join(folder, path)).mtimeMs]);
}

beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1200, height: 800 }, locale: 'en-GB' });
  page.setDefaultTimeout(15_000);
  await page.goto(served.address);
  await page.getByRole('button', { name: 'Open command palette' }).waitFor();
});

afterEach(() => page.close());

const note = (): ReturnType<Page['getByRole']> => page.getByRole('textbox', { name: 'Note' });

const files = (): ReturnType<Page['locator']> => page.locator('[data-type="file-explorer"]');

/** Opens a note from the file list, and shows its text. */
async function openNote(...names: string[]): Promise<void> {
  for (const name of names) await files().getByText(name, { exact: true }).click();
  await page
    .getByRole('heading', { level: 1, name: names.at(-1) ?? '' })
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Edit' }).click();
  await note().waitFor();
}

async function choose(command: string): Promise<void> {
  await page.keyboard.press('Control+p');
  await page.getByPlaceholder('Select a command...').fill(command);
  await page.keyboard.press('Enter');
}

test('a note opens from the list, and what is typed into it can be undone with Ctrl+Z', async () => {
  await openNote('Reading', 'Solar Ovens of the High Plateau');
  const before = await note().textContent();
  await note().click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('Hello\n');
  expect(await note().textContent()).toBe(`Hello\n${before}`);
  for (let key = 0; key < 6; key++) await page.keyboard.press('Control+z');
  expect(await note().textContent()).toBe(before);
});

test('a command of the palette repairs the open note', async () => {
  await openNote('Omnivore', '2024-03-14', '磁带为什么没有消失');
  expect(await note().textContent()).toContain('2024-03-14 09:30:05');
  await choose('Repair current note');
  await page.waitForFunction(() => document.body.textContent?.includes('2024-03-14T09:30:05'));
});

test('the file list has the plugin’s menu, and its preview opens', async () => {
  await page.getByText('Omnivore', { exact: true }).click({ button: 'right' });
  await page.getByRole('menuitem').first().click();
  await page.getByRole('dialog').waitFor();
});

test('it starts with a note whose images are missing, and with the panel, which shows what to do', async () => {
  await page.getByRole('button', { name: 'Scan this vault' }).waitFor();
  const reading = page.locator('.playground-reading');
  await reading.locator('h1').first().waitFor();
  expect(await pictures()).toMatchObject({ shown: 0 });
  expect((await pictures()).broken).toBeGreaterThan(0);
});

/** How many images of the note are loaded, and how many failed. */
function pictures(): Promise<{ shown: number; broken: number }> {
  return page.evaluate(async () => {
    const all = [...document.querySelectorAll<HTMLImageElement>('.playground-reading img')];
    await Promise.all(all.map((img) => img.decode().catch(() => undefined)));
    const shown = all.filter((img) => img.naturalWidth > 0).length;
    return { shown, broken: all.length - shown };
  });
}

test('a repair shows the images at once, and undo removes them again', async () => {
  const { broken } = await pictures();
  await choose('Repair current note');
  await page.waitForFunction(
    () => !document.querySelector('.playground-reading img[src^="data:image/png"]'),
  );
  expect(await pictures()).toEqual({ shown: broken, broken: 0 });
  await page.locator('.notice').getByRole('button', { name: 'Undo' }).click();
  await page
    .locator('.playground-reading img[src^="data:image/png"]')
    .first()
    .waitFor({ state: 'attached' });
  expect(await pictures()).toEqual({ shown: 0, broken });
});

test('an icon shows its name in a tooltip', async () => {
  await page.getByRole('button', { name: 'Scan this vault' }).click();
  // Until the scan is done, the panel may be drawn again under the mouse.
  await isRead({ page });
  await page.getByRole('button', { name: 'Filter', exact: true }).hover();
  await page.locator('.tooltip').getByText('Filter').waitFor();
});

test('the panel and the settings are a click away', async () => {
  await page.getByLabel('Open saved articles').click();
  await page.getByRole('button', { name: 'Scan this vault' }).click();
  await page.getByRole('treeitem', { name: 'Labels for a Seed Bank' }).click();
  await page.getByRole('heading', { level: 1, name: 'Labels for a Seed Bank' }).first().waitFor();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('dialog').getByText('Folders to search').first().waitFor();
});

test('theme and language can be changed, and edits stay', async () => {
  await openNote('Reading', 'Solar Ovens of the High Plateau');
  await note().click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('Kept. ');
  await page.getByRole('button', { name: 'Dark theme' }).click();
  await page.locator('body.theme-dark').waitFor();
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('button', { name: 'English' }).waitFor();
  await openNote('Reading', 'Solar Ovens of the High Plateau');
  expect(await note().textContent()).toContain('Kept. ');
});

test('as a phone: the drawers open and close', async () => {
  await page.getByRole('button', { name: 'Phone' }).click();
  await page.getByRole('button', { name: 'Files' }).click();
  await openNote('Reading', 'Solar Ovens of the High Plateau');
  await page.locator('.mod-left-split').waitFor({ state: 'hidden' });
  expect(await note().textContent()).toContain('# Solar Ovens');
});
