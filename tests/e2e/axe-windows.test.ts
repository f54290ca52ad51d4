import { axeFindsNothing, type State } from './hold-against-axe';
import type { OpenApp } from './open-app';
import { inPage, SAMPLE } from './panel/panel';

const WINDOW = '.modal';
const FINE = { 'A.md': 'Not an article.' };
const ONE = 'Omnivore/2024-04-06/Labels for a Seed Bank.md';

async function preview({ run, page }: OpenApp): Promise<void> {
  await run('repair-all');
  await page.locator('.omnivore-rescue-footer .mod-cta').waitFor();
}

/** Repairs everything, and waits for the end. */
async function repair(app: OpenApp): Promise<void> {
  await preview(app);
  await app.page.locator('.omnivore-rescue-footer .mod-cta').click();
  await app.page.locator('.omnivore-rescue-run .mod-cta').waitFor();
}

const close = ({ page }: OpenApp): Promise<void> => page.keyboard.press('Escape');

const slow = (app: OpenApp, what: 'read' | 'write'): Promise<void> =>
  inPage(app, `simulation.disk.faults.${what}Delay = 1e6`);

const states: readonly State[] = [
  {
    name: 'the preview is looking',
    part: WINDOW,
    async reach(app) {
      await slow(app, 'read');
      await app.run('repair-all');
      await app.page.locator('.omnivore-rescue-preview button').waitFor();
    },
  },
  {
    name: 'the preview with open notes',
    part: WINDOW,
    async reach(app) {
      await preview(app);
      for (const at of [0, 3]) await app.page.locator('.omnivore-rescue-note-open').nth(at).click();
      await app.page.locator('.omnivore-rescue-row.is-line').first().waitFor();
    },
  },
  {
    name: 'the preview with what is left to the user',
    part: WINDOW,
    options: {
      files: {
        ...SAMPLE,
        'Open.md': SAMPLE[ONE]?.replace(/^date_saved: .*/m, 'date_saved: 03/04/2024') ?? '',
      },
    },
    async reach(app) {
      await preview(app);
      await app.page.locator('.omnivore-rescue-preview input[type=search]').fill('Open.md');
      await app.page.locator('.omnivore-rescue-note-open').first().click();
      await app.page.locator('.omnivore-rescue-row.is-left').first().waitFor();
    },
  },
  {
    name: 'the preview with every repair switched off',
    part: WINDOW,
    async reach(app) {
      await preview(app);
      const boxes = app.page.locator('.omnivore-rescue-chip input');
      for (const box of await boxes.all()) await box.uncheck();
    },
  },
  {
    name: 'the preview’s search with no match',
    part: WINDOW,
    async reach(app) {
      await preview(app);
      await app.page.locator('.omnivore-rescue-preview input[type=search]').fill('nowhere');
      await app.page.locator('.omnivore-rescue-nothing').waitFor();
    },
  },
  {
    name: 'nothing to repair',
    part: WINDOW,
    options: { files: FINE },
    async reach(app) {
      await app.run('repair-all');
      await app.page.locator('.modal .mod-cta').waitFor();
    },
  },
  {
    name: 'a run is going on',
    part: WINDOW,
    async reach(app) {
      await preview(app);
      await slow(app, 'write');
      await app.page.locator('.omnivore-rescue-footer .mod-cta').click();
      await app.page.locator('.omnivore-rescue-run button').first().waitFor();
    },
  },
  {
    name: 'a run is being stopped',
    part: WINDOW,
    async reach(app) {
      await preview(app);
      await slow(app, 'write');
      await app.page.locator('.omnivore-rescue-footer .mod-cta').click();
      await app.page.locator('.omnivore-rescue-run button').last().click();
    },
  },
  {
    name: 'a run has ended with failures',
    part: WINDOW,
    async reach(app) {
      await inPage(app, `simulation.disk.faults.failWrites(${JSON.stringify(ONE)})`);
      await repair(app);
      await app.page.locator('.omnivore-rescue-run .omnivore-rescue-row.is-note').first().waitFor();
    },
  },
  {
    name: 'a run has ended well, and its undo',
    part: WINDOW,
    async reach(app) {
      await repair(app);
      await app.page.locator('.omnivore-rescue-run .modal-button-container button').first().click();
      await app.page.locator('.omnivore-rescue-run .mod-cta').waitFor();
    },
  },
  {
    name: 'the history, empty',
    part: WINDOW,
    async reach(app) {
      await app.run('history');
      await app.page.locator('.omnivore-rescue-history [role=list]').waitFor({ state: 'attached' });
    },
  },
  {
    name: 'the history, with runs',
    part: WINDOW,
    async reach(app) {
      await repair(app);
      await app.page.locator('.omnivore-rescue-run .modal-button-container button').first().click();
      await app.page.locator('.omnivore-rescue-run .mod-cta').click();
      await repair(app);
      await close(app);
      await app.run('history');
      await app.page.locator('.omnivore-rescue-history [role=listitem]').nth(1).waitFor();
    },
  },
  {
    name: 'a notice with buttons',
    part: '.notice-container, .status-bar',
    async reach(app) {
      await preview(app);
      await inPage(app, 'simulation.disk.faults.writeDelay = 1000');
      await app.page.locator('.omnivore-rescue-footer .mod-cta').click();
      await app.page.locator('.omnivore-rescue-run button').first().click();
      await inPage(app, 'simulation.disk.faults.writeDelay = 0');
      await app.page.locator('.omnivore-rescue-notice-actions button').first().waitFor();
    },
  },
  {
    name: 'a run in the status bar, or in a notice on a phone',
    part: '.notice-container, .status-bar',
    async reach(app) {
      await preview(app);
      await slow(app, 'write');
      await app.page.locator('.omnivore-rescue-footer .mod-cta').click();
      await app.page.locator('.omnivore-rescue-run button').first().click();
      await app.page.locator('.omnivore-rescue-status, .notice').first().waitFor();
    },
  },
];

axeFindsNothing(states);
