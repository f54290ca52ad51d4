import { readVault } from '../playground/read-vault';
import { violations } from './axe';
import { openApp, type AppOptions, type OpenApp } from './open-app';

const SAMPLE = readVault('tests/fixtures/sample-vault');

let app: OpenApp;

/** Opens the panel, and waits until the whole vault is read and its articles are drawn. */
async function openPanel(options: AppOptions = {}): Promise<void> {
  app = await openApp({ files: SAMPLE, ...options });
  await app.run('open-panel');
  await app.page.locator('.omnivore-rescue-row').first().waitFor();
  await app.page.locator('.omnivore-rescue-stead:empty').waitFor({ state: 'attached' });
}

afterEach(async () => {
  const { errors } = app;
  await app.close();
  expect(errors).toEqual([]);
});

/** What stands on the panel's rows: a shelf's name and count, an article's title; indented by depth. */
function shown(): Promise<string[]> {
  return app.page.evaluate(() =>
    [...document.querySelectorAll('.omnivore-rescue-panel [role=treeitem]')].map((el) => {
      const indent = '  '.repeat(Number(el.getAttribute('aria-level')) - 1);
      const name = el.querySelector('.omnivore-rescue-name')?.textContent ?? '';
      const count = el.querySelector('.omnivore-rescue-number')?.textContent;
      return indent + (count ? `${name} ${count}` : name);
    }),
  );
}

/** What the keyboard is at. */
function active(): Promise<string | null> {
  return app.page.evaluate(() => {
    const id = document.activeElement?.getAttribute('aria-activedescendant') ?? '';
    const row = document.getElementById(id);
    return row?.querySelector('.omnivore-rescue-name')?.textContent ?? null;
  });
}

test('the sample vault by source, by tag and by month', async () => {
  await openPanel();
  const group = (name: string): Promise<void> =>
    app.page.getByRole('button', { name, exact: true }).click();
  expect(await shown()).toEqual([
    ...['barometer.example.net 1', 'drawers.example.org 1', 'fieldnotes.example.org 1'],
    ...['harbourpress.example.org 1', 'jiuwuzhi.example.com 2', 'longwave.example.net 1'],
    ...['oldroutes.example.org 1', 'platform-nine.example.com 1', 'quayside.example.com 1'],
    ...['sittingdown.example.org 2', 'slowwalks.example.com 1', 'smallgreenrooms.example.com 1'],
    ...['terse.example.net 1', 'theeaves.example.org 1', 'tomasek.example.org 1'],
    ...['xiaomai.example.com 1', 'xiubu.example.com 1', 'yebanche.example.com 1', 'No source 1'],
  ]);
  await group('Tag');
  expect(await shown()).toEqual([
    ...['birds 1', 'borders 1', 'cities 1', 'city-life 1', 'cooking 1', 'energy 1', 'Garden 1'],
    ...['history 1', 'libraries 1', 'maps 1', 'outdoors 1', 'RSS 3', 'salt-trade 1', 'shipping 1'],
    ...['sound 1', '厨房 1', 'No tag 9'],
  ]);
  await app.page.getByText('厨房', { exact: true }).click();
  expect((await shown()).slice(15)).toEqual([
    ...['厨房 1', '  面包 1', '  给新手的酸面团课', 'No tag 9'],
  ]);
  await group('Month');
  expect(await shown()).toEqual([
    ...['October 2024 1', 'August 2024 3', 'June 2024 1', 'May 2024 1', 'April 2024 4'],
    ...['March 2024 6', 'November 2023 1', 'October 2023 1', 'July 2023 1', 'February 2023 1'],
    'January 2023 1',
  ]);
});

test('the keyboard walks, opens, folds, and finds by typing', async () => {
  await openPanel();
  const { keyboard } = app.page;
  await app.page.getByRole('tree').focus();
  expect(await active()).toBe('barometer.example.net');
  await keyboard.press('ArrowDown');
  expect(await active()).toBe('drawers.example.org');
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowRight');
  expect(await active()).toBe('Labels for a Seed Bank');
  expect((await shown()).slice(0, 4)).toEqual([
    ...['barometer.example.net 1', 'drawers.example.org 1'],
    ...['  Labels for a Seed Bank', 'fieldnotes.example.org 1'],
  ]);
  await keyboard.press('ArrowLeft');
  expect(await active()).toBe('drawers.example.org');
  await keyboard.press('ArrowLeft');
  expect((await shown())[2]).toBe('fieldnotes.example.org 1');
  await keyboard.press('End');
  await keyboard.press('Home');
  expect(await active()).toBe('barometer.example.net');
  await keyboard.type('slow');
  expect(await active()).toBe('slowwalks.example.org'.replace('.org', '.com'));
  await keyboard.press('*');
  expect((await shown()).filter((row) => row.startsWith('  ')).length).toBeGreaterThan(5);
});

test('Enter opens the article, Shift-F10 its menu', async () => {
  await openPanel();
  const { page } = app;
  await page.getByRole('tree').focus();
  await page.keyboard.type('drawers');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+F10');
  await page.getByText('Copy original address').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('tree').focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() =>
    (
      window as unknown as { app: { workspace: { getActiveFile(): { path: string } | null } } }
    ).app.workspace
      .getActiveFile()
      ?.path.includes('Seed Bank'),
  );
});

test('words of the search must all be met, in whatever case', async () => {
  await openPanel();
  const { page } = app;
  await page.getByPlaceholder('Search 21 articles…').fill('SEED bank');
  expect(await shown()).toEqual(['drawers.example.org 1']);
  await page.getByText('1 of 21 articles', { exact: true }).waitFor();
  await page.getByPlaceholder('Search 21 articles…').fill('no such words');
  await page.getByText('No article meets the search and filters.').waitFor();
  await page.getByRole('button', { name: 'Clear search and filters' }).click();
  expect((await shown()).length).toBeGreaterThan(10);
});

test('a bar of the chart leaves the articles of its month, and lets them go', async () => {
  await openPanel();
  const { page } = app;
  const bar = page.getByRole('button', { name: 'May 2024: 1 article' });
  await bar.click();
  expect(await shown()).toEqual(['No source 1']);
  expect(await bar.getAttribute('aria-pressed')).toBe('true');
  await bar.click();
  expect((await shown()).length).toBeGreaterThan(10);
});

test('the banner opens the preview of just what is shown', async () => {
  await openPanel();
  const { page } = app;
  await page.getByPlaceholder('Search 21 articles…').fill('seed bank');
  await page.getByText('1 note needs repair').waitFor();
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.getByRole('dialog').getByText('Repair 1 note', { exact: true }).first().waitFor();
});

test('a note that is written, renamed or deleted is followed', async () => {
  await openPanel();
  const { page } = app;
  const vault = (act: string): Promise<void> =>
    page.evaluate(async (body) => {
      const { app } = window as unknown as { app: unknown };
      await (new Function('app', `return (async () => { ${body} })()`)(app) as Promise<void>);
    }, act);
  const text = SAMPLE['Omnivore/2024-04-06/Labels for a Seed Bank.md'] ?? '';
  await vault(`await app.vault.create('New one.md', ${JSON.stringify(text)})`);
  await page.getByText('22 articles', { exact: true }).waitFor();
  await vault(
    `await app.fileManager.renameFile(app.vault.getFileByPath('New one.md'), 'Other.md')`,
  );
  await vault(`await app.vault.delete(app.vault.getFileByPath('Other.md'))`);
  await page.getByText('21 articles', { exact: true }).waitFor();
});

test.each<[string, AppOptions]>([
  ['in light', {}],
  ['in dark', { theme: 'dark' }],
  ['in Chinese', { language: 'zh' }],
  ['on a phone', { mobile: true }],
  ['with nothing to show', { files: { 'A.md': 'Not an article.' } }],
])('axe finds nothing wrong %s', async (_, options) => {
  app = await openApp({ files: SAMPLE, ...options });
  await app.run('open-panel');
  await app.page
    .locator('.omnivore-rescue-row, .omnivore-rescue-stead .is-heading')
    .first()
    .waitFor();
  const shelf = app.page.locator('.omnivore-rescue-row.is-shelf').nth(1);
  if (await shelf.count()) await shelf.click();
  expect(await violations(app.page, '.omnivore-rescue-panel')).toEqual([]);
});

test('titles that look like code are shown as text', async () => {
  const note = (title: string, tag: string): string =>
    `---\nid: 4a7c6a1e-e1f2-11ee-8a3c-100000000000\ntitle: ${JSON.stringify(title)}\ntags: [${tag}]\ndate_saved: 2024-03-14 08:00:00\n---\n\n#Omnivore\n\n[Read on Omnivore](https://omnivore.app/me/a-18e3a1b2c3d)\n`;
  const titles = ['<img src=x onerror=alert(1)>', '__proto__', 'a'.repeat(10_000), '📚 مقال'];
  const files = Object.fromEntries(
    titles.map((title, i) => [`n${i}.md`, note(title, i % 2 ? '__proto__' : 'constructor')]),
  );
  await openPanel({ files });
  await app.page.getByRole('button', { name: 'Tag', exact: true }).click();
  expect(await shown()).toEqual(['__proto__ 2', 'constructor 2']);
  await app.page.getByRole('tree').focus();
  await app.page.keyboard.press('*');
  const rows = await shown();
  expect(rows).toContain('  <img src=x onerror=alert(1)>');
  expect(rows).toContain('  📚 مقال');
  expect(await app.page.locator('.omnivore-rescue-panel img').count()).toBe(0);
});
