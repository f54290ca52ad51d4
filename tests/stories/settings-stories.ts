import assert from 'node:assert/strict';
import {
  clickInSetting,
  dataPath,
  notices,
  openPanel,
  openSettings,
  readNote,
  settingNames,
  settingText,
  until,
} from './acts';
import type { AppDriver, Story } from './driver';
import { ARTICLE } from './vaults';

const NOTES = { 'Omnivore/Tides.md': ARTICLE, 'Archive/Old.md': ARTICLE, 'Inbox/New.md': ARTICLE };

/** The row that opens a page. */
const PAGE = 'Second line';

/** The settings, in whatever window the app shows them. */
export const SETTINGS_STORIES: readonly Story[] = [
  {
    name: 'a folder is chosen in a window over the settings, and the panel follows',
    where: 'desktop',
    async play(app) {
      await app.open({ notes: NOTES });
      await openPanel(app);
      await openSettings(app);
      await app.click('.setting-item-heading [aria-label="Add folder"], [aria-label="Add folder"]');
      await app.click('.suggestion-item', 'Archive');
      await until('the folder', async () => (await settingNames(app)).includes('Archive'));
      await until('the saved folder', async () => {
        return (await stored(app)).includes('"Archive"');
      });
    },
  },
  {
    name: 'folders are moved with the keys, one place after the other: the row keeps the focus',
    where: 'desktop',
    async play(app) {
      await app.open({ notes: NOTES, data: { folders: ['Archive', 'Inbox', 'Omnivore'] } });
      await openSettings(app);
      await until('the folders', async () => (await settingNames(app)).includes('Omnivore'));
      await app.inside(({ app: { setting } }) => {
        const rows = [...(setting.activeTab?.containerEl.querySelectorAll('.setting-item') ?? [])];
        const row = rows.find(
          (el) => el.querySelector('.setting-item-name')?.textContent === 'Omnivore',
        );
        (row as HTMLElement | undefined)?.focus();
      });
      await app.press('Alt+ArrowUp', 'Alt+ArrowUp');
      await until('the new order', async () =>
        /"Omnivore",\s*"Archive",\s*"Inbox"/.test(await stored(app)),
      );
    },
  },
  {
    name: 'settings that are no JSON are reported and kept: nothing is written until the user starts over',
    where: 'desktop',
    async play(app) {
      await app.open({ notes: NOTES, data: { folders: ['Archive'] } });
      const path = await dataPath(app);
      await app.writeFromOutside(path, '{ "folders":');
      await app.restart();
      await openSettings(app);
      await until('the warning', async () =>
        (await settingNames(app)).includes('The settings can’t be read'),
      );
      assert.equal(await readNote(app, path), '{ "folders":');
      await app.click('.setting-item button', 'Start over');
      await until('all settings', async () => (await settingNames(app)).length > 5);
      assert.equal(
        await readNote(app, path.replace(/data\.json$/, 'data.old.json')),
        '{ "folders":',
      );
    },
  },
  {
    name: 'settings that another device wrote are in effect at once',
    where: 'desktop',
    async play(app) {
      await app.open({ notes: NOTES, data: { folders: ['Archive'] } });
      await openSettings(app);
      await until('the folder', async () => (await settingNames(app)).includes('Archive'));
      await app.writeFromOutside(await dataPath(app), '{ "folders": ["Inbox"] }');
      await until('the other folder', async () => {
        const names = await settingNames(app);
        return names.includes('Inbox') && !names.includes('Archive');
      });
    },
  },
  {
    name: 'a page of settings: back to its row, which shows what was changed there or on another device',
    where: 'desktop',
    async play(app) {
      await app.open({ notes: NOTES });
      await openSettings(app);
      const details = await detailCount(app);
      await clickInSetting(app, PAGE, '.setting-item-name');
      await until('the page', async () => (await settingText(app, PAGE)) === null);
      await clickInSetting(app, 'Author', '.checkbox-container');
      await app.click('.setting-page-back-button');
      await until('the new number', async () => (await detailCount(app)) === details + 1);
      await until('the saved value', async () => (await stored(app)).includes('"author": true'));
      await app.writeFromOutside(await dataPath(app), '{ "secondLine": { "author": false } }');
      await until('the number of the other device', async () => {
        return (await detailCount(app)) === details;
      });
    },
  },
  {
    name: 'settings that the disk refuses: the user is told, the file stays, and nothing is lost',
    where: 'desktop',
    async play(app) {
      await app.open({ notes: NOTES, data: { folders: ['Archive'] } });
      const path = await dataPath(app);
      const before = await stored(app);
      await app.setReadOnly(path, true);
      await openSettings(app);
      await clickInSetting(app, 'Keep modification time', '.checkbox-container');
      await until('the notice', async () =>
        (await notices(app)).some((text) => text.startsWith('The settings could not be saved')),
      );
      assert.equal(await stored(app), before);
      await app.setReadOnly(path, false);
      await clickInSetting(app, 'Follow the open note', '.checkbox-container');
      await until('both changes', async () => {
        const text = await stored(app);
        return ['"Archive"', '"keepModified": true', '"follow": true'].every((part) =>
          text.includes(part),
        );
      });
    },
  },
];

/** How many details are chosen on the page, by its row; NaN if the row is not shown. */
async function detailCount(app: AppDriver): Promise<number> {
  return parseInt(/\d+ details?/.exec((await settingText(app, PAGE)) ?? '')?.[0] ?? '');
}

async function stored(app: AppDriver): Promise<string> {
  return readNote(app, await dataPath(app)).catch(() => '');
}
