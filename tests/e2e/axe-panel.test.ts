import { axeFindsNothing, type State } from './hold-against-axe';
import type { OpenApp } from './open-app';
import { inPage, isRead } from './panel/panel';

const PANEL = '.omnivore-rescue-panel';
const HEADING = `${PANEL} .omnivore-rescue-empty-state .is-heading`;

async function open(app: OpenApp): Promise<void> {
  await app.run('open-panel');
  await isRead(app);
}

/** Opens it and waits for what stands in the list's place. */
async function openInstead(app: OpenApp): Promise<void> {
  await app.run('open-panel');
  await app.page.locator(HEADING).waitFor();
}

const shelf = ({ page }: OpenApp, at: number): ReturnType<OpenApp['page']['locator']> =>
  page.locator(`${PANEL} .omnivore-rescue-row.is-group`).nth(at);

async function openArticle(app: OpenApp): Promise<ReturnType<OpenApp['page']['locator']>> {
  await open(app);
  await shelf(app, 1).click();
  return app.page.locator(`${PANEL} .omnivore-rescue-row.is-article`).first();
}

const states: readonly State[] = [
  { name: 'articles on an open shelf', part: PANEL, reach: openArticle },
  {
    name: 'by tag, with the keyboard in the tree',
    part: PANEL,
    async reach(app) {
      await open(app);
      await app.page.locator('.omnivore-rescue-groups button').nth(1).click();
      await app.page.getByRole('tree').focus();
      await app.page.keyboard.press('*');
    },
  },
  {
    name: 'a month is chosen, the chart has the keyboard',
    part: PANEL,
    async reach(app) {
      await open(app);
      const bars = app.page.locator('.omnivore-rescue-bar');
      // A phone has it off at first.
      if ((await bars.count()) === 0) {
        await app.page.getByRole('button', { name: /^(?:Articles per month|每月文章数)$/ }).click();
      }
      await bars.first().click();
    },
  },
  {
    name: 'several articles are selected, and the needs-attention filter is on',
    part: PANEL,
    async reach(app) {
      await open(app);
      await app.page.locator('.omnivore-rescue-groups button').nth(3).click();
      await app.page.locator(`${PANEL} input`).fill('is:needs-attention a');
      await app.page.getByRole('tree').focus();
      await app.page.keyboard.press('ControlOrMeta+a');
      await app.page.locator('.omnivore-rescue-selection button').first().waitFor();
    },
  },
  {
    name: 'the window of what needs attention',
    part: '.modal',
    async reach(app) {
      await open(app);
      await app.page.locator(`${PANEL} input`).fill('is:needs-attention');
      const article = app.page.locator(`${PANEL} .omnivore-rescue-row.is-article`).first();
      await article.dispatchEvent('contextmenu', { clientX: 40, clientY: 200 });
      await app.page.getByRole('menuitem', { name: /^(?:Resolve…|处理…)$/ }).click();
      await app.page.locator('.omnivore-rescue-attention-buttons button').first().waitFor();
    },
  },
  {
    name: 'a vault that was never scanned',
    part: PANEL,
    options: { localStorage: {} },
    reach: openInstead,
  },
  {
    name: 'reading, before the first article',
    part: PANEL,
    async reach(app) {
      await inPage(app, 'simulation.disk.faults.readDelay = 1e6');
      await openInstead(app);
    },
  },
  {
    name: 'reading, with articles already there',
    part: PANEL,
    async reach(app) {
      await inPage(app, 'setTimeout(() => (simulation.disk.faults.readDelay = 1e6), 300)');
      await inPage(app, 'simulation.disk.faults.readDelay = 40');
      await app.run('open-panel');
      await shelf(app, 0).waitFor();
    },
  },
  {
    name: 'nothing found',
    part: PANEL,
    options: { files: { 'A.md': 'Not an article.' } },
    reach: openInstead,
  },
  {
    name: 'failed',
    part: PANEL,
    async reach(app) {
      await inPage(
        app,
        `app.vault.cachedRead = async () => { throw new Error('EIO: i/o error'); }`,
      );
      await openInstead(app);
    },
  },
  {
    name: 'filtered to nothing',
    part: PANEL,
    async reach(app) {
      await open(app);
      await app.page.locator(`${PANEL} input`).fill('nowhere');
      await app.page.locator('.omnivore-rescue-empty-state button').first().waitFor();
    },
  },
  ...['Sort', 'Filter'].map((name) => ({
    name: `the menu ${name} is open`,
    part: `${PANEL}, .menu`,
    async reach(app: OpenApp) {
      await open(app);
      await app.page
        .locator(`${PANEL} .nav-action-button[aria-haspopup]`)
        .nth(name === 'Sort' ? 0 : 1)
        .click();
      await app.page.getByRole('menu').waitFor();
    },
  })),
  {
    name: 'the menu of an article is open',
    part: `${PANEL}, .menu`,
    async reach(app) {
      await (await openArticle(app)).click({ button: 'right' });
      await app.page.getByRole('menu').waitFor();
    },
  },
];

axeFindsNothing(states);
