import { axeFindsNothing, type State } from './hold-against-axe';
import type { OpenApp } from './open-app';
import { inPage, isRead } from './panel/panel';

const PANEL = '.omnivore-rescue-panel';
const HEADING = `${PANEL} .omnivore-rescue-empty-state .is-heading`;

async function open(app: OpenApp): Promise<void> {
  await app.run('open-panel');
  await isRead(app);
}

/** Opens the panel and waits for what it shows instead of the list. */
async function openInstead(app: OpenApp): Promise<void> {
  await app.run('open-panel');
  await app.page.locator(HEADING).waitFor();
}

const group = ({ page }: OpenApp, at: number): ReturnType<OpenApp['page']['locator']> =>
  page.locator(`${PANEL} .omnivore-rescue-row.is-group`).nth(at);

async function openArticle(app: OpenApp): Promise<ReturnType<OpenApp['page']['locator']>> {
  await open(app);
  await group(app, 1).click();
  return app.page.locator(`${PANEL} .omnivore-rescue-row.is-article`).first();
}

const states: readonly State[] = [
  { name: 'articles on an open group', part: PANEL, reach: openArticle },
  {
    name: 'by tag, with the focus in the tree',
    part: PANEL,
    async reach(app) {
      await open(app);
      await app.page.locator('.omnivore-rescue-groups button').nth(1).click();
      await app.page.getByRole('tree').focus();
      await app.page.keyboard.press('*');
    },
  },
  {
    name: 'a month is chosen, the chart has the focus',
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
    name: 'the window “Needs your attention”',
    part: '.modal',
    async reach(app) {
      await open(app);
      await app.page.locator(`${PANEL} .nav-action-button[aria-haspopup]`).nth(1).click();
      await app.page
        .getByText(/^(?:Needs your attention|待手动处理)/)
        .last()
        .click();
      await app.page.keyboard.press('Escape');
      await app.page.getByRole('button', { name: /^(?:Resolve…|处理…)$/ }).click();
      const buttons = app.page.locator('.omnivore-rescue-attention-buttons button');
      await buttons
        .getByText(/^(?:Ignore|忽略)$/)
        .first()
        .click();
      await buttons
        .getByText(/^(?:Stop ignoring|取消忽略)$/)
        .first()
        .waitFor();
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
      // Stops the reading as soon as the first articles are listed.
      await inPage(
        app,
        `simulation.disk.faults.readDelay = 40;
        new MutationObserver((_, observer) => {
          if (!document.querySelector('${PANEL} .omnivore-rescue-row.is-group')) return;
          simulation.disk.faults.readDelay = 1e6;
          observer.disconnect();
        }).observe(document.body, { childList: true, subtree: true });`,
      );
      await app.run('open-panel');
      await group(app, 0).waitFor();
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
  ...(
    [
      ['the choice of a tag', /^(?:Add tag…|添加标签…)$/, '.prompt'],
      ['the choice of a folder', /^(?:Move notes to…|移动笔记到…)$/, '.prompt'],
      [
        'the question before notes are deleted',
        /^(?:Delete notes…|删除笔记…)$/,
        '.mod-confirmation .modal',
      ],
    ] as const
  ).map(([name, entry, part]) => ({
    name,
    part,
    async reach(app: OpenApp) {
      await open(app);
      await app.page.locator('.omnivore-rescue-groups button').nth(3).click();
      await app.page.getByRole('tree').focus();
      await app.page.keyboard.press('ControlOrMeta+a');
      await app.page.locator('.omnivore-rescue-selection button').first().click();
      await app.page.getByRole('menu').getByText(entry).click();
      await app.page.locator(part).waitFor();
      // The colors of a button under the mouse are the app's own.
      await app.page.mouse.move(1, 1);
    },
  })),
  {
    name: 'the menu of an article is open',
    part: `${PANEL}, .menu`,
    async reach(app) {
      await (await openArticle(app)).click({ button: 'right' });
      // On a phone, this selects the article, and the menu is in the footer.
      const actions = app.page.locator('.omnivore-rescue-selection button').first();
      if (await actions.isVisible()) await actions.click();
      await app.page.getByRole('menu').waitFor();
    },
  },
];

axeFindsNothing(states);
