import { join } from 'node:path';
import { readVault } from '../playground/read-vault';
import { closeBrowsers } from './chromium';
import { openApp, ROOT, type AppOptions, type OpenApp } from './open-app';
import { inPage } from './panel/panel';

const LOOKS: Readonly<Record<string, AppOptions>> = {
  light: {},
  dark: { theme: 'dark' },
  chinese: { language: 'zh' },
  phone: { mobile: true },
};

/** What pictures are taken of, one after the other, by the names of their files. */
const SUBJECTS: Readonly<Record<string, (app: OpenApp) => Promise<void>>> = {
  panel,
  preview,
  run,
  settings,
};

/** Takes pictures of the plugin over the sample vault in every look; answers with their paths. */
export async function takePictures(folder: string): Promise<readonly string[]> {
  const files = readVault(join(ROOT, 'tests', 'fixtures', 'sample-vault'));
  const taken: string[] = [];
  for (const [look, options] of Object.entries(LOOKS)) {
    const app = await openApp({ files, width: 1000, height: 700, ...options });
    for (const [name, reach] of Object.entries(SUBJECTS)) {
      await reach(app);
      const path = join(folder, `${name}-${look}.png`);
      // Of a window only what is in it: the rest has a picture of its own.
      const part = app.page.locator('.modal, body:not(:has(.modal))');
      await part.screenshot({ path, animations: 'disabled', caret: 'hide' });
      taken.push(path);
    }
    await app.close();
  }
  await closeBrowsers();
  return taken;
}

async function panel({ run: command, page }: OpenApp): Promise<void> {
  await command('open-panel');
  // With a note beside it. A phone has no room for one.
  await page.locator('.omnivore-rescue-row.is-article').first().click();
  await page.locator('.cm-content').waitFor({ state: 'attached' });
  await page.locator('.omnivore-rescue-empty-state:empty').waitFor({ state: 'attached' });
  // Or the last row would look pointed at.
  await page.mouse.move(0, 0);
}

async function preview({ run: command, page }: OpenApp): Promise<void> {
  await command('repair-all');
  await page.locator('.omnivore-rescue-note-open').nth(3).click();
  await page.locator('.omnivore-rescue-row.is-line').first().waitFor();
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
