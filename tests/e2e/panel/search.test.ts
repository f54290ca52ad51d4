import type { CDPSession } from 'playwright-core';
import { violations } from '../axe';
import { closeCleanly, type OpenApp } from '../open-app';
import { SAMPLE, active, inPage, openPanel, says, searchField, shown } from './panel';

const SEED_BANK = SAMPLE['Omnivore/2024-04-06/Labels for a Seed Bank.md'] ?? '';

let app: OpenApp;

beforeEach(async () => {
  app = await openPanel();
});

afterEach(() => closeCleanly(app));

test('all words of the search must match, in any case', async () => {
  const { page } = app;
  await page.getByPlaceholder('Search 21 articles…').fill('SEED bank');
  expect(await shown(app)).toEqual(['drawers.example.org 1', '  Labels for a Seed Bank']);
  await says(app, '1 of 21 articles');
  await page.getByPlaceholder('Search 21 articles…').fill('no such words');
  await page.getByText('No matching articles.').waitFor();
  await page.getByRole('button', { name: 'Clear search and filters' }).click();
  expect((await shown(app)).length).toBeGreaterThan(10);
});

test('when the search is cleared because nothing matched, the focus goes to the list', async () => {
  const { page } = app;
  await searchField(app).fill('no such words');
  await page.getByRole('button', { name: 'Clear search and filters' }).press('Enter');
  expect((await active(app))?.name).toBe('barometer.example.net');
});

test('Down or Enter goes to the first article found, highlighted', async () => {
  const { page } = app;
  for (const key of ['ArrowDown', 'Enter']) {
    await searchField(app).fill('seed lab');
    expect(await page.locator('.suggestion-highlight').allTextContents()).toEqual(['Lab', 'Seed']);
    await searchField(app).press(key);
    expect((await active(app))?.name).toBe('Labels for a Seed Bank');
  }
  expect(await violations(page, '.omnivore-rescue-panel')).toEqual([]);
  await page.keyboard.press('Enter');
  await page.locator('.cm-content').waitFor();
});

test('a match outside the title is shown', async () => {
  await searchField(app).fill('ruth');
  expect(await shown(app)).toEqual(['drawers.example.org 1', '  Labels for a Seed Bank']);
  const about = app.page.locator('.omnivore-rescue-about');
  expect(await about.textContent()).toMatch(/^Ruth /);
  expect(await about.locator('.suggestion-highlight').textContent()).toBe('Ruth');
});

test('operators narrow the search; the toolbar stays where it is', async () => {
  const button = app.page.getByRole('button', { name: 'Filter', exact: true });
  const list = app.page.locator('.omnivore-rescue-rows');
  const before = [await button.boundingBox(), await list.boundingBox()];
  await searchField(app).fill('tag:rss is:unread before:2024-06');
  await says(app, '3 of 21 articles');
  expect([await button.boundingBox(), await list.boundingBox()]).toEqual(before);
});

test('nothing moves while the user types, also with a banner about images in other notes', async () => {
  const [dead = ''] = /!\[[^\]]*\]\(https:\/\/proxy-prod[^)]*\)/.exec(SEED_BANK) ?? [];
  await inPage(app, `await app.vault.create('Mine.md', ${JSON.stringify(`Mine\n\n${dead}\n`)})`);
  await app.page.getByText('1 dead image in 1 other note').waitFor();
  const list = app.page.locator('.omnivore-rescue-rows');
  const before = await list.boundingBox();
  for (const letter of 'seed') {
    await searchField(app).press(letter);
    expect(await list.boundingBox()).toEqual(before);
  }
  await says(app, '1 of 21 articles');
});

test('where nothing matches, the app’s own search is offered', async () => {
  const { page } = app;
  await inPage(
    app,
    `app.internalPlugins = { getEnabledPluginById: () => ({
      openGlobalSearch: (query) => { window.asked = query; },
    }) };`,
  );
  await searchField(app).fill('rice lentils tag:food');
  const buttons = page.getByRole('button', { name: 'Search full text' });
  await buttons.last().click();
  expect(await inPage(app, 'return window.asked')).toBe('rice lentils tag:#food');
});

describe('while Chinese is composed', () => {
  let keyboard: CDPSession;

  /** What an input method shows before a word is chosen. */
  const compose = async (text: string): Promise<void> => {
    const at = { selectionStart: text.length, selectionEnd: text.length };
    await keyboard.send('Input.imeSetComposition', { text, ...at });
  };

  beforeEach(async () => {
    keyboard = await app.page.context().newCDPSession(app.page);
    await searchField(app).focus();
  });

  test('nothing is filtered until the word is chosen', async () => {
    const all = await shown(app);
    for (const text of ['c', 'ci', 'ci d', 'ci dai']) {
      await compose(text);
      expect(await searchField(app).inputValue()).toBe(text);
      expect(await shown(app)).toEqual(all);
    }
    await keyboard.send('Input.insertText', { text: '磁带' });
    expect(await searchField(app).inputValue()).toBe('磁带');
    expect(await shown(app)).toEqual(['jiuwuzhi.example.com 1', '  磁带为什么没有消失 | 旧物志']);
  });

  test('a change of the vault does not disturb it', async () => {
    await compose('ci');
    await inPage(app, `await app.vault.create('New.md', ${JSON.stringify(SEED_BANK)})`);
    await says(app, '22 articles');
    expect(await searchField(app).inputValue()).toBe('ci');
    await keyboard.send('Input.insertText', { text: '磁带' });
    expect(await shown(app)).toEqual(['jiuwuzhi.example.com 1', '  磁带为什么没有消失 | 旧物志']);
  });
});
