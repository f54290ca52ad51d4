import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { servePlayground, type Served } from '../playground/serve';
import { sharedBrowser } from './chromium';
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
  // Whatever was done in the pages, the folder is as it was.
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

async function openNote(...names: string[]): Promise<void> {
  for (const name of names) await page.getByText(name, { exact: true }).click();
}

async function choose(command: string): Promise<void> {
  await page.keyboard.press('Control+p');
  await page.getByPlaceholder('Select a command...').fill(command);
  await page.keyboard.press('Enter');
}

test('a note opens from the list, and takes typing, which Ctrl+Z takes back', async () => {
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

test('the panel and the settings are a click away', async () => {
  await page.getByLabel('Open saved articles').click();
  await page.getByRole('button', { name: 'Scan this vault' }).click();
  await page.getByRole('treeitem', { name: 'Labels for a Seed Bank' }).click();
  await note().waitFor();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('dialog').getByText('Folders to search').first().waitFor();
});

test('theme and language change, and what was written stays', async () => {
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
