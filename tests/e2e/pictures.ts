import { join } from 'node:path';
import { readVault } from '../playground/read-vault';
import { openApp, ROOT, type AppOptions, type OpenApp } from './open-app';
import { inPage } from './panel/panel';

export { closeBrowsers } from './chromium';
export { takeDirectoryPictures, takeFrames } from './directory-pictures';

const DESKTOP: AppOptions = { width: 1000, height: 700 };

const LOOKS: Readonly<Record<string, AppOptions>> = {
  light: DESKTOP,
  dark: { ...DESKTOP, theme: 'dark' },
  chinese: { ...DESKTOP, language: 'zh' },
  phone: { mobile: true },
};

/** What each picture shows, in order, by its file name. */
const SUBJECTS: Readonly<Record<string, (app: OpenApp) => Promise<void>>> = {
  panel,
  preview,
  run,
  settings,
};

/** Takes pictures of the plugin over the sample vault in every look; returns their paths. */
export async function takePictures(folder: string): Promise<readonly string[]> {
  const files = readVault(join(ROOT, 'tests', 'fixtures', 'sample-vault'));
  const taken: string[] = [];
  for (const [look, options] of Object.entries(LOOKS)) {
    const app = await openApp({ files, reading: true, ...options });
    for (const [name, reach] of Object.entries(SUBJECTS)) {
      await reach(app);
      const path = join(folder, `${name}-${look}.png`);
      // Only the content of a window: the rest has its own picture.
      const part = app.page.locator('.modal, body:not(:has(.modal))');
      await part.screenshot({ path, animations: 'disabled', caret: 'hide' });
      taken.push(path);
    }
    await app.close();
  }
  return taken;
}

async function panel({ run: command, page }: OpenApp): Promise<void> {
  await command('open-panel');
  // With a note beside it. A phone has no room for one.
  await page.getByRole('treeitem', { name: 'Solar Ovens of the High Plateau' }).click();
  await page.locator('.playground-reading').waitFor({ state: 'attached' });
  await page.locator('.omnivore-rescue-empty-state:empty').waitFor({ state: 'attached' });
  // On a phone, the note replaces the panel.
  if (await page.evaluate(() => document.body.classList.contains('is-phone'))) {
    await command('open-panel');
    await page.locator('.omnivore-rescue-row').first().waitFor();
  }
  // Otherwise the last row would look hovered.
  await page.mouse.move(0, 0);
}

async function preview({ run: command, page }: OpenApp): Promise<void> {
  await command('repair-all');
  const notes = page.locator('.omnivore-rescue-note-open');
  await page.locator('.omnivore-rescue-row.is-place').first().waitFor();
  await notes.first().click();
  await notes.nth(3).click();
  await page.locator('.omnivore-rescue-row.is-place').first().waitFor();
}

/** From the preview, with one note that can't be written. */
async function run(app: OpenApp): Promise<void> {
  const note = 'Omnivore/2024-04-06/Labels for a Seed Bank.md';
  await inPage(app, `simulation.disk.faults.failWrites('${note}')`);
  await app.page.locator('.omnivore-rescue-footer .mod-cta').click();
  await app.page.locator('.omnivore-rescue-run .mod-cta').waitFor();
}

async function settings(app: OpenApp): Promise<void> {
  await app.page.keyboard.press('Escape');
  await inPage(app, `app.setting.openTabById('omnivore-rescue')`);
  await app.page.locator('.modal .setting-item:visible').first().waitFor();
}
