import { join } from 'node:path';
import { readVault } from '../playground/read-vault';
import { openApp, ROOT, type AppOptions, type OpenApp } from './open-app';
import { article, inPage, isRead, row } from './panel/panel';

/** The sizes that the community directory asks for: 1200 × 800 and 900 × 1600. */
const SIZES: Readonly<Record<string, AppOptions>> = {
  desktop: { width: 1200, height: 800 },
  phone: { mobile: true, width: 450, height: 800, scale: 2 },
};

/** The settings of somebody who publishes. Then only findings that nobody can decide need attention. */
const PUBLISHES = { draftFlag: { preset: 'hugo' } };

/** A note in which there is much to repair. */
const NOTE = 'Solar Ovens of the High Plateau';

/** Two notes with what nobody can decide, and an image that could not be saved. */
const UNDECIDED: Readonly<Record<string, string>> = {
  'Reading/Letters from the Ferry Office.md': article({
    title: 'Letters from the Ferry Office',
    date_published: '03/04/2021',
  }),
  'Reading/A Year of Daily Walks.md': article({
    title: 'A Year of Daily Walks',
    date_saved: '[[2023-01-31]]',
  }),
  '.obsidian/plugins/omnivore-rescue/attention.json': JSON.stringify({
    schema: 1,
    notes: [
      {
        path: `Reading/${NOTE}.md`,
        images: [
          {
            url: 'https://cdn.fieldnotes.example.org/raw/oven.jpg',
            reason: 'http-error',
            status: 404,
          },
        ],
      },
    ],
  }),
};

/** What the pictures show, in the order in which a user sees it. */
const SUBJECTS: Readonly<Record<string, (app: OpenApp) => Promise<void>>> = {
  '1-panel': openPanel,
  '2-search': search,
  '3-preview': preview,
  '4-attention': attention,
  '5-repaired': repaired,
};

const FILES = {
  ...readVault(join(ROOT, 'tests', 'fixtures', 'sample-vault')),
  ...UNDECIDED,
};

/** Takes the pictures for the community directory. Returns their paths. */
export async function takeDirectoryPictures(folder: string): Promise<readonly string[]> {
  const taken: string[] = [];
  for (const [size, options] of Object.entries(SIZES)) {
    for (const [name, reach] of Object.entries(SUBJECTS)) {
      const app = await openApp({ files: FILES, data: PUBLISHES, reading: true, ...options });
      await reach(app);
      const path = join(folder, `${size}-${name}.png`);
      await app.page.screenshot({ path, animations: 'disabled', caret: 'hide' });
      taken.push(path);
      await app.close();
    }
  }
  return taken;
}

async function openPanel(app: OpenApp): Promise<void> {
  await app.run('open-panel');
  await isRead(app);
  await openNote(app);
}

/** A phone shows the panel alone. */
async function openNote(app: OpenApp): Promise<void> {
  if (await isPhone(app)) return;
  await row(app, NOTE).click();
  await app.page.locator('.playground-reading h1').first().waitFor();
  await app.page.mouse.move(0, 0);
}

async function search(app: OpenApp): Promise<void> {
  await openPanel(app);
  await app.page.locator('.omnivore-rescue-panel input').fill('the is:unread');
  await app.page.locator('.suggestion-highlight').first().waitFor();
}

async function preview(app: OpenApp): Promise<void> {
  await openPanel(app);
  await app.run('repair-all');
  await showLines(app);
}

/** Waits for the preview, and expands its first note if no note is. */
async function showLines({ page }: OpenApp): Promise<void> {
  const first = page.locator('.omnivore-rescue-note-open').first();
  await first.waitFor();
  if ((await first.getAttribute('aria-expanded')) === 'false') await first.click();
  await page.locator('.omnivore-rescue-row.is-place').first().waitFor();
}

async function attention(app: OpenApp): Promise<void> {
  await openPanel(app);
  await app.page.getByRole('button', { name: 'Filter', exact: true }).click();
  await app.page
    .getByText(/^Needs your attention/)
    .last()
    .click();
  await app.page.keyboard.press('Escape');
  await app.page.getByRole('button', { name: 'Resolve…' }).click();
  await app.page.locator('.is-finding').first().waitFor();
}

async function repaired(app: OpenApp): Promise<void> {
  await openPanel(app);
  await app.run('repair-all');
  await app.page.locator('.omnivore-rescue-footer .mod-cta').click();
  await app.page.locator('.omnivore-rescue-run .mod-cta').last().waitFor();
  await app.page.waitForFunction(() => document.body.textContent?.includes('Repaired'));
  await app.page.keyboard.press('Escape');
  // Otherwise a row would look hovered.
  await app.page.mouse.move(0, 0);
  if (!(await isPhone(app))) return;
  await row(app, NOTE).tap();
  await inPage(app, 'app.workspace.rightSplit.collapse()');
  const picture = app.page.locator('.playground-reading img').first();
  await picture.evaluate((el) => el.scrollIntoView({ block: 'center' }));
}

function isPhone({ page }: OpenApp): Promise<boolean> {
  return page.evaluate(() => document.body.classList.contains('is-mobile'));
}

/** A frame of the animation, and how long it is shown, in milliseconds. */
interface Frame {
  readonly png: Buffer;
  readonly ms: number;
}

/** Takes the frames of a repair: the broken note, the preview, the repaired note, and what undo restores. */
export async function takeFrames(): Promise<readonly Frame[]> {
  const app = await openApp({ files: FILES, reading: true, width: 960, height: 640 });
  const frames: Frame[] = [];
  const shoot = async (caption: string, ms: number): Promise<void> => {
    await app.page.evaluate(showCaption, caption);
    await app.page.mouse.move(0, 0);
    const png = await app.page.screenshot({ animations: 'disabled', caret: 'hide' });
    frames.push({ png, ms });
  };
  await openPanel(app);
  await shoot('Images are gone: Omnivore’s proxy is dead', 2500);
  await row(app, NOTE).click({ button: 'right' });
  await app.page.getByRole('menuitem', { name: 'Repair this saved article…' }).click();
  await showLines(app);
  await shoot('Everything is shown before it happens', 3500);
  await app.page.locator('.omnivore-rescue-footer .mod-cta').click();
  await app.page.waitForFunction(() => document.body.textContent?.includes('Repaired 1 note'));
  await shoot('Repaired', 1500);
  await app.page.keyboard.press('Escape');
  await app.page.waitForFunction(
    () => !document.querySelector('.playground-reading img[src^="data:image/png"]'),
  );
  await shoot('The images are back', 3000);
  await app.run('undo-last');
  await app.page.waitForFunction(() => document.body.textContent?.includes('Restored 1 note'));
  await app.page.keyboard.press('Escape');
  await app.page.locator('.playground-reading img[src^="data:image/png"]').first().waitFor();
  await shoot('Undone, to the byte', 2500);
  await app.close();
  return frames;
}

function showCaption(text: string): void {
  const id = 'caption';
  document.getElementById(id)?.remove();
  const el = document.createElement('div');
  el.id = id;
  el.textContent = text;
  el.style.cssText =
    'position:fixed;z-index:9999;inset-inline:0;bottom:24px;margin:auto;width:max-content;' +
    'padding:8px 18px;border-radius:20px;background:#222;color:#fff;font:16px sans-serif';
  document.body.append(el);
}
