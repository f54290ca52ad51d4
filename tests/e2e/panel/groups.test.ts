import { closeCleanly, type OpenApp } from '../open-app';
import { SAMPLE, group, inPage, openPanel, row, says, shown } from './panel';

let app: OpenApp;

beforeEach(async () => {
  app = await openPanel();
});

afterEach(() => closeCleanly(app));

test('the sample vault by source, by tag and by month', async () => {
  expect(await shown(app)).toEqual([
    ...['barometer.example.net 1', 'drawers.example.org 1', 'fieldnotes.example.org 1'],
    ...['harbourpress.example.org 1', 'jiuwuzhi.example.com 2', 'longwave.example.net 1'],
    ...['oldroutes.example.org 1', 'platform-nine.example.com 1', 'quayside.example.com 1'],
    ...['sittingdown.example.org 2', 'slowwalks.example.com 1', 'smallgreenrooms.example.com 1'],
    ...['terse.example.net 1', 'theeaves.example.org 1', 'tomasek.example.org 1'],
    ...['xiaomai.example.com 1', 'xiubu.example.com 1', 'yebanche.example.com 1', 'No source 1'],
  ]);
  await group(app, 'Tag');
  expect(await shown(app)).toEqual([
    ...['birds 1', 'borders 1', 'cities 1', 'city-life 1', 'cooking 1', 'energy 1', 'Garden 1'],
    ...['history 1', 'libraries 1', 'maps 1', 'outdoors 1', 'RSS 3', 'salt-trade 1', 'shipping 1'],
    ...['sound 1', '厨房 1', 'No tag 9'],
  ]);
  await row(app, '厨房').click();
  expect((await shown(app)).slice(15)).toEqual([
    ...['厨房 1', '  面包 1', '  给新手的酸面团课', 'No tag 9'],
  ]);
  await group(app, 'Month');
  expect(await shown(app)).toEqual(['2024 16', '2023 5']);
  await row(app, '2024').click();
  await row(app, '2023').click();
  expect(await shown(app)).toEqual([
    ...['2024 16', '  October 2024 1', '  August 2024 3', '  June 2024 1', '  May 2024 1'],
    ...['  April 2024 4', '  March 2024 6', '2023 5', '  November 2023 1', '  October 2023 1'],
    ...['  July 2023 1', '  February 2023 1', '  January 2023 1'],
  ]);
  await app.page.getByRole('button', { name: 'None', exact: true }).click();
  const flat = await shown(app);
  expect(flat[0]).toBe((await shown(app))[0]);
  expect(flat.every((name) => !name.startsWith(' '))).toBe(true);
});

test('a bar of the chart filters by its month, and a second click clears the filter', async () => {
  const bar = app.page.getByRole('button', { name: 'May 2024: 1 article' });
  await bar.click();
  expect(await shown(app)).toEqual(['No source 1', '  Harbour Bylaws 1911']);
  expect(await bar.getAttribute('aria-pressed')).toBe('true');
  await bar.click();
  expect((await shown(app)).length).toBeGreaterThan(10);
});

test('the bars of all months fit in, each as high as its count', async () => {
  const chart = app.page.locator('.omnivore-rescue-chart');
  expect(await chart.evaluate((el) => el.scrollWidth - el.clientWidth)).toBe(0);
  const heightOf = async (name: string): Promise<number> => {
    const bar = app.page.getByRole('button', { name }).locator('rect');
    return Math.round((await bar.boundingBox())?.height ?? -1);
  };
  const most = await heightOf('March 2024: 6 articles');
  expect(most).toBeGreaterThan(30);
  expect(await heightOf('August 2024: 3 articles')).toBe(Math.round(most / 2));
  expect(await heightOf('September 2024: 0 articles')).toBe(0);
});

test('in the chart, the arrow keys, Home and End move, and Enter chooses', async () => {
  const { page } = app;
  const { keyboard } = page;
  const focused = (): Promise<string | null> =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
  await page.locator('.omnivore-rescue-bar[tabindex="0"]').focus();
  expect(await focused()).toBe('October 2024: 1 article');
  await keyboard.press('ArrowLeft');
  expect(await focused()).toBe('September 2024: 0 articles');
  await keyboard.press('Home');
  expect(await focused()).toBe('January 2023: 1 article');
  await keyboard.press('ArrowRight');
  await keyboard.press('Enter');
  expect(await focused()).toBe('February 2023: 1 article');
  await says(app, '1 of 21 articles');
  await keyboard.press('End');
  expect(await focused()).toBe('October 2024: 1 article');
});

test('the banner opens the preview of exactly the articles shown', async () => {
  const { page } = app;
  await page.getByPlaceholder('Search 21 articles…').fill('seed bank');
  await page.getByText('1 of 14 notes need repair').waitFor();
  await page.getByRole('button', { name: 'Review…' }).click();
  await page.getByRole('dialog').getByText('Repair 1 note', { exact: true }).first().waitFor();
});

test('a note that is written, renamed or deleted is followed', async () => {
  const text = SAMPLE['Omnivore/2024-04-06/Labels for a Seed Bank.md'] ?? '';
  await inPage(app, `await app.vault.create('New one.md', ${JSON.stringify(text)})`);
  await says(app, '22 articles');
  await row(app, 'drawers.example.org').click();
  const file = (name: string): string => `app.vault.getFileByPath('${name}')`;
  await inPage(app, `await app.fileManager.renameFile(${file('New one.md')}, 'Other.md')`);
  await inPage(app, `await app.vault.modify(${file('Other.md')}, 'No article any more')`);
  await says(app, '21 articles');
  await inPage(app, `await app.vault.modify(${file('Other.md')}, ${JSON.stringify(text)})`);
  await says(app, '22 articles');
  await inPage(app, `await app.vault.delete(${file('Other.md')})`);
  await says(app, '21 articles');
});

test('sorting and filters are chosen from menus, which show the choice', async () => {
  const { page } = app;
  const choose = async (button: string, item: string): Promise<void> => {
    await page.getByRole('button', { name: button, exact: true }).click();
    await page.getByRole('menuitemcheckbox', { name: item }).click();
  };
  await row(app, 'jiuwuzhi.example.com').click();
  const titles = async (): Promise<string[]> =>
    (await shown(app)).filter((name) => name.startsWith('  '));
  const [first, second] = await titles();
  await choose('Change sort order', 'Articles: ascending');
  expect(await titles()).toEqual([second, first]);
  await choose('Filter', 'Needs repair');
  await page.getByText(/^1\d of 21 articles$/).waitFor();
  // The menu stays: several filters are often chosen.
  const item = page.getByRole('menuitemcheckbox', { name: 'Needs repair' });
  expect(await item.getAttribute('aria-checked')).toBe('true');
  await page.getByRole('menuitem', { name: 'Clear search and filters' }).click();
  await says(app, '21 articles');
});
