/** What the tests of the preview share: opening it over a vault, and reading what it shows. */
import { readVault } from '../../playground/read-vault';
import { openApp, type AppOptions, type OpenApp } from '../open-app';

export const SAMPLE = readVault('tests/fixtures/sample-vault');

type Locator = ReturnType<OpenApp['page']['locator']>;

/** Opens the preview of all repairs, and waits for the changes of its first note. */
export async function openPreview(options: AppOptions = {}): Promise<OpenApp> {
  const app = await openApp({ files: SAMPLE, ...options });
  await app.run('repair-all');
  await app.page.locator('.omnivore-rescue-row.is-place').first().waitFor();
  return app;
}

/** The rows of a kind. */
export function rowsOf({ page }: OpenApp, kind: string): Locator {
  return page.locator(`.omnivore-rescue-preview .omnivore-rescue-row.is-${kind}`);
}

/** A note in the list. */
export function noteRow(app: OpenApp, name: string): Locator {
  return rowsOf(app, 'note').filter({ hasText: name });
}

/** What the footer counts. */
export function totals({ page }: OpenApp): Promise<string> {
  return page.locator('.omnivore-rescue-totals').innerText();
}

/** The button that starts the repair. */
export function repairButton({ page }: OpenApp): Locator {
  return page.locator('.omnivore-rescue-footer .mod-cta');
}

/** Waits until the footer shows these counts. */
export async function counts({ page }: OpenApp, text: string): Promise<void> {
  await page.locator('.omnivore-rescue-totals').getByText(text, { exact: true }).waitFor();
}

/** The lines in view that do not fit into their rows, or lie beside the list. */
export function cutLines({ page }: OpenApp): Promise<string[]> {
  return page.evaluate(() => {
    const list = document.querySelector('.omnivore-rescue-rows')?.getBoundingClientRect();
    return [...document.querySelectorAll('.omnivore-rescue-row.is-place')].flatMap((row) => {
      const { bottom } = row.getBoundingClientRect();
      return [...row.querySelectorAll('code')].flatMap((code) => {
        const box = code.getBoundingClientRect();
        const isCut =
          box.bottom > bottom + 0.5 ||
          code.scrollWidth > code.clientWidth ||
          !list ||
          box.left < list.left ||
          box.right > list.right;
        return isCut ? [code.textContent ?? ''] : [];
      });
    });
  });
}
