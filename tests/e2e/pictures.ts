import { join } from 'node:path';
import { readVault } from '../playground/read-vault';
import { closeBrowsers } from './chromium';
import { openApp, ROOT, type AppOptions } from './open-app';

const LOOKS: Readonly<Record<string, AppOptions>> = {
  light: {},
  dark: { theme: 'dark' },
  chinese: { language: 'zh' },
  phone: { mobile: true },
};

/** Takes pictures of the panel and the preview over the sample vault; answers with their paths. */
export async function takePictures(folder: string): Promise<readonly string[]> {
  const files = readVault(join(ROOT, 'tests', 'fixtures', 'sample-vault'));
  const taken: string[] = [];
  for (const [look, options] of Object.entries(LOOKS)) {
    const app = await openApp({ files, ...options });
    const { page } = app;
    const take = async (name: string): Promise<void> => {
      const path = join(folder, `${name}-${look}.png`);
      await page.screenshot({ path });
      taken.push(path);
    };
    await app.run('open-panel');
    const shelves = page.locator('.omnivore-rescue-row.is-shelf');
    await shelves.nth(4).click();
    await shelves.nth(1).click();
    await take('panel');
    await app.run('repair-all');
    const note = page.locator('.omnivore-rescue-note-open').nth(3);
    await note.click();
    await page.locator('.omnivore-rescue-row.is-line').first().waitFor();
    await take('preview');
    await app.close();
  }
  await closeBrowsers();
  return taken;
}
