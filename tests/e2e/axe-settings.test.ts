import { axeFindsNothing, type State } from './hold-against-axe';
import type { OpenApp } from './open-app';
import { inPage, SAMPLE } from './panel/panel';

const WINDOW = '.modal';
const OLD = '.obsidian/plugins/obsidian-omnivore/data.json';

async function settings(app: OpenApp): Promise<void> {
  await inPage(app, `app.setting.openTabById('omnivore-rescue')`);
  await app.page.locator('.modal .setting-item:visible').first().waitFor();
}

const states: readonly State[] = [
  {
    name: 'the settings',
    part: WINDOW,
    options: {
      data: {
        folders: ['Omnivore', 'Gone'],
        excludedFolders: ['Notes'],
        dates: { format: 'custom' },
      },
    },
    reach: settings,
  },
  { name: 'the settings as they are at first', part: WINDOW, reach: settings },
  {
    name: 'invalid values',
    part: '.modal, .notice-container',
    options: { data: { dates: { zone: 'Nowhere/Atall', format: 7 }, folders: 'x' } },
    reach: settings,
  },
  {
    name: 'a file that can’t be read',
    part: '.modal, .notice-container',
    options: { data: '{ not JSON' },
    reach: settings,
  },
  {
    name: 'the page of property names',
    part: WINDOW,
    async reach(app) {
      await settings(app);
      const page = app.page.locator('.setting-item.mod-navigable');
      await page.filter({ hasText: /Property names|属性名称/ }).click();
      await app.page.locator('.modal input[type=text]').nth(3).waitFor();
    },
  },
  {
    name: 'the question before a reset',
    part: '.mod-confirmation .modal',
    async reach(app) {
      await settings(app);
      await app.page.locator('.modal button.mod-destructive:visible').first().click();
      await app.page.locator('.mod-confirmation').waitFor();
    },
  },
  {
    name: 'the question before old settings are imported',
    part: '.mod-confirmation .modal',
    options: {
      files: {
        ...SAMPLE,
        [OLD]: JSON.stringify({ folder: 'Omnivore/{{{date}}}', dateSavedFormat: 'yyyy' }),
      },
    },
    async reach(app) {
      await settings(app);
      const button = app.page.locator('.modal .setting-item-control button:visible');
      await button.filter({ hasText: /^(?:Review|查看)…/ }).click();
      await app.page.locator('.mod-confirmation').waitFor();
    },
  },
  {
    name: 'the choice of a folder',
    part: '.prompt',
    async reach(app) {
      await settings(app);
      await app.page.locator('.mod-list .extra-setting-button, .mod-add-item').first().click();
      await app.page.locator('.prompt').waitFor();
    },
  },
];

axeFindsNothing(states);
