import { axeFindsNothing, type State } from './hold-against-axe';
import type { OpenApp } from './open-app';
import { article, inPage, SAMPLE } from './panel/panel';

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
    name: 'the preview while it scans',
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
      const place = app.page.locator('.omnivore-rescue-row.is-place');
      await place.first().waitFor();
      await place.locator('input').first().uncheck();
      await app.page.locator('.omnivore-rescue-row.is-skipped').first().waitFor();
      await app.page.locator('.omnivore-rescue-tools button').last().click();
    },
  },
  {
    name: 'the preview with lines side by side',
    part: WINDOW,
    options: { width: 1400, height: 900 },
    async reach(app) {
      await preview(app);
      await app.page.locator('.omnivore-rescue-row.is-place').first().waitFor();
    },
  },
  {
    name: 'the preview of a note that changed meanwhile',
    part: WINDOW,
    options: { files: { 'A.md': SAMPLE[ONE] ?? '', 'B.md': SAMPLE[ONE] ?? '' } },
    async reach(app) {
      await preview(app);
      await inPage(app, `await app.vault.delete(app.vault.getFileByPath('A.md'))`);
      await app.page.locator('.omnivore-rescue-note-open > :nth-child(3)').nth(1).waitFor();
    },
  },
  {
    name: 'the preview with notes that need attention',
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
      await app.page.locator('.omnivore-rescue-row.is-unresolved').first().waitFor();
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
    name: 'a run has ended, with a note expanded and something to decide',
    part: WINDOW,
    options: {
      files: {
        'A.md': article({ date_saved: '03/04/2024' }),
        'B.md': article({ date_published: '2024-01-02 10:00:00' }),
      },
    },
    async reach(app) {
      await repair(app);
      await app.page.locator('.omnivore-rescue-row.is-finding').waitFor();
      await app.page.locator('.omnivore-rescue-row.is-changed button').first().click();
      await app.page.locator('.omnivore-rescue-row.is-place').first().waitFor();
    },
  },
  {
    name: 'a run of the history, with a note expanded and one undone',
    part: WINDOW,
    async reach(app) {
      await repair(app);
      await close(app);
      await app.run('history');
      await app.page.locator('.omnivore-rescue-history [role=listitem] button').first().click();
      const notes = app.page.locator('.omnivore-rescue-row.is-changed');
      await notes.nth(1).getByRole('button').last().click();
      await notes.nth(1).getByRole('button').nth(1).waitFor({ state: 'detached' });
      await notes.first().getByRole('button').first().click();
      await app.page.locator('.omnivore-rescue-row.is-place').first().waitFor();
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
