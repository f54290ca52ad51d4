import { closeCleanly, openApp, type AppOptions, type OpenApp } from '../open-app';
import { article, isRead } from './panel';

const IMAGE = 'https://img.example.org/never/2.png';
const FILES = {
  'Two ways.md': article({ title: 'Two ways', date_published: '03/04/2021' }),
  'مقالة.md': article({ title: 'مقالة عن الخرائط', date_published: '[[2021-04-03]]' }),
  'Fine.md': article({ title: 'Fine' }),
  '.obsidian/plugins/omnivore-rescue/attention.json': JSON.stringify({
    schema: 1,
    notes: [{ path: 'Fine.md', images: [{ url: IMAGE, reason: 'http-error', status: 404 }] }],
  }),
};

let app: OpenApp;

afterEach(() => closeCleanly(app));

/** Opens the window “Needs your attention” from the panel's filter. */
async function open(options: AppOptions = {}): Promise<void> {
  app = await openApp({ files: FILES, ...options });
  await app.run('open-panel');
  await isRead(app);
  await app.page.getByRole('button', { name: /^(?:Filter|筛选)$/ }).click();
  await app.page
    .getByText(/^(?:Needs your attention|待手动处理)/)
    .last()
    .click();
  await app.page.keyboard.press('Escape');
  await app.page.getByRole('button', { name: /^(?:Resolve…|处理…)$/ }).click();
  await app.page.locator('.is-finding').first().waitFor();
}

const modal = (): ReturnType<OpenApp['page']['locator']> => app.page.locator('.modal');
const button = (name: string): ReturnType<OpenApp['page']['locator']> =>
  modal().getByRole('button', { name, exact: true });
const section = (): ReturnType<OpenApp['page']['locator']> => modal().locator('.is-section');

test('with the mouse: an ignored finding moves to the end, and back', async () => {
  await open();
  expect(await modal().locator('.is-finding').count()).toBe(3);
  await button('Ignore').first().click();
  await section().getByText('Ignored (1)').waitFor();
  await app.page
    .locator('.omnivore-rescue-banner')
    .getByText('2 notes need your attention')
    .waitFor();
  await button('Stop ignoring').click();
  await section().waitFor({ state: 'detached' });
  await app.page
    .locator('.omnivore-rescue-banner')
    .getByText('3 notes need your attention')
    .waitFor();
});

test('with the keyboard: every button is reached, and the focus is never lost', async () => {
  await open();
  const focused = (): Promise<string> =>
    app.page.evaluate(() => document.activeElement?.textContent ?? '');
  expect(await focused()).toBe('Close');
  for (let step = 0; step < 40 && (await focused()) !== 'Ignore'; step++) {
    await app.page.keyboard.press('Shift+Tab');
  }
  expect(await focused()).toBe('Ignore');
  await app.page.keyboard.press('Enter');
  await section().getByText('Ignored (1)').waitFor();
  const isInModal = (): Promise<boolean> =>
    app.page.evaluate(() => document.activeElement?.closest('.modal') !== null);
  expect(await isInModal()).toBe(true);
  await app.page.keyboard.press('Escape');
  await modal().waitFor({ state: 'detached' });
});

test('with a finger: the buttons are as large as one, and inside the window', async () => {
  await open({ mobile: true });
  const boxes = await modal()
    .locator('.omnivore-rescue-attention-row')
    .evaluateAll((rows) =>
      rows.flatMap((row) => {
        const box = row.getBoundingClientRect();
        return [...row.querySelectorAll('button')].map((el) => {
          const { top, bottom, left, right, height } = el.getBoundingClientRect();
          return {
            isInside: top >= box.top && bottom <= box.bottom && left >= 0 && right <= innerWidth,
            height,
          };
        });
      }),
    );
  expect(boxes.length).toBeGreaterThanOrEqual(10);
  for (const { isInside, height } of boxes) {
    expect(isInside).toBe(true);
    expect(height).toBeGreaterThanOrEqual(44);
  }
  await button('Ignore').first().tap();
  await section().getByText('Ignored (1)').waitFor();
});

test('in Chinese', async () => {
  await open({ language: 'zh' });
  await button('忽略').first().click();
  await section().getByText('已忽略（1）').waitFor();
  await button('取消忽略').waitFor();
  expect(await modal().textContent()).not.toMatch(/Ignore|Open|Try/);
});

test('at 200 % zoom the window fits, and its last button is in view', async () => {
  await open({ width: 550, height: 380 });
  const close = await modal().locator('.modal-button-container button').boundingBox();
  expect((close?.y ?? 999) + (close?.height ?? 0)).toBeLessThanOrEqual(380);
  const { scrollWidth, clientWidth } = await modal()
    .locator('.omnivore-rescue-rows')
    .evaluate((el) => ({ scrollWidth: el.scrollWidth, clientWidth: el.clientWidth }));
  expect(scrollWidth).toBe(clientWidth);
});

test('from right to left, the texts and buttons start at the right', async () => {
  await open();
  await app.page.evaluate(() => {
    document.dir = 'rtl';
    document.body.classList.add('mod-rtl');
  });
  const row = modal().locator('.is-finding').first();
  const [box, first] = [await row.boundingBox(), await row.locator('button').first().boundingBox()];
  const right = (one: typeof box): number => (one?.x ?? 0) + (one?.width ?? 0);
  expect(right(box) - right(first)).toBeLessThan(30);
});

test('a note that is deleted or renamed while the window is open', async () => {
  await open();
  await app.page.evaluate(async () => {
    const { app: obsidian } = window as unknown as {
      app: {
        vault: {
          getFileByPath(path: string): unknown;
          delete(file: unknown): Promise<void>;
          rename(file: unknown, to: string): Promise<void>;
        };
      };
    };
    const { vault } = obsidian;
    await vault.delete(vault.getFileByPath('Fine.md'));
    await vault.rename(vault.getFileByPath('Two ways.md'), 'Renamed.md');
  });
  await modal().getByText('Renamed.md').waitFor();
  expect(await modal().locator('.is-finding').count()).toBe(2);
  await button('Day first').click();
  await app.page.waitForFunction(() => document.querySelectorAll('.is-finding').length === 1);
  expect(await app.onDisk('Renamed.md')).toContain('2021-04-03');
});
