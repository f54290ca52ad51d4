import type { CDPSession } from 'playwright-core';
import { closeCleanly, type OpenApp } from '../open-app';
import { SAMPLE, active, inPage, openPanel, says, searchField, shown } from './panel';

const SEED_BANK = SAMPLE['Omnivore/2024-04-06/Labels for a Seed Bank.md'] ?? '';

let app: OpenApp;

beforeEach(async () => {
  app = await openPanel();
});

afterEach(() => closeCleanly(app));

test('words of the search must all be met, in whatever case', async () => {
  const { page } = app;
  await page.getByPlaceholder('Search 21 articles…').fill('SEED bank');
  expect(await shown(app)).toEqual(['drawers.example.org 1', '  Labels for a Seed Bank']);
  await says(app, '1 of 21 articles');
  await page.getByPlaceholder('Search 21 articles…').fill('no such words');
  await page.getByText('No matching articles.').waitFor();
  await page.getByRole('button', { name: 'Clear search and filters' }).click();
  expect((await shown(app)).length).toBeGreaterThan(10);
});

test('where the search is cleared for want of articles, the keyboard goes to the list', async () => {
  const { page } = app;
  await searchField(app).fill('no such words');
  await page.getByRole('button', { name: 'Clear search and filters' }).press('Enter');
  expect((await active(app))?.name).toBe('barometer.example.net');
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

  test('nothing is filtered; once the word is chosen it is', async () => {
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
