import { violations } from '../axe';
import { closeCleanly, type OpenApp } from '../open-app';
import { isRead, openPanel, says } from './panel';

let app: OpenApp;

beforeEach(async () => {
  app = await openPanel();
});

afterEach(() => closeCleanly(app));

const bar = (month: string): ReturnType<OpenApp['page']['locator']> =>
  app.page.locator(`.omnivore-rescue-bar[data-month="${month}"]`);

/** The chosen months, as the bars announce them to screen readers. */
const chosen = (): Promise<string[]> =>
  app.page
    .locator('.omnivore-rescue-bar[aria-pressed=true]')
    .evaluateAll((bars) => bars.map((el) => (el as HTMLElement).dataset.month ?? ''));

const chip = (name: string): ReturnType<OpenApp['page']['locator']> =>
  app.page.getByRole('button', { name: `Remove filter: ${name}` });

test('Shift with a click chooses the months in between', async () => {
  await bar('2024-03').click();
  await bar('2024-05').click({ modifiers: ['Shift'] });
  expect(await chosen()).toEqual(['2024-03', '2024-04', '2024-05']);
  await says(app, '11 of 21 articles');
  await bar('2024-02').click({ modifiers: ['Shift'] });
  expect(await chosen()).toEqual(['2024-02', '2024-03']);
  await bar('2024-04').click();
  expect(await chosen()).toEqual(['2024-04']);
});

/** Drags the mouse from the first month over the others. */
async function drag(...months: readonly string[]): Promise<void> {
  const { mouse } = app.page;
  for (const [i, month] of months.entries()) {
    const box = await bar(month).boundingBox();
    await mouse.move(box!.x + box!.width / 2, box!.y + 20, { steps: i === 0 ? 1 : 8 });
    if (i === 0) await mouse.down();
  }
  await mouse.up();
}

test('dragging over bars chooses their months; the chip names them and clears them', async () => {
  await drag('2024-05', '2024-03');
  expect(await chosen()).toEqual(['2024-03', '2024-04', '2024-05']);
  await app.page.mouse.move(10, 300);
  expect(await violations(app.page, '.omnivore-rescue-panel')).toEqual([]);
  await chip('March – May 2024').click();
  expect(await chosen()).toEqual([]);
  await says(app, '21 articles');
});

test('dragging that returns to its first bar chooses only that month', async () => {
  await drag('2024-05', '2024-04', '2024-05');
  expect(await chosen()).toEqual(['2024-05']);
  await bar('2024-05').click();
  expect(await chosen()).toEqual([]);
});

test('Shift and an arrow key choose months with the keyboard', async () => {
  const { keyboard } = app.page;
  await app.page.locator('.omnivore-rescue-bar[tabindex="0"]').focus();
  await keyboard.press('Shift+ArrowLeft');
  expect(await chosen()).toEqual(['2024-09', '2024-10']);
  await keyboard.press('Shift+ArrowLeft');
  expect(await chosen()).toEqual(['2024-08', '2024-09', '2024-10']);
  await keyboard.press('Shift+ArrowRight');
  expect(await chosen()).toEqual(['2024-09', '2024-10']);
  await keyboard.press('ArrowLeft');
  expect(await chosen()).toEqual(['2024-09', '2024-10']);
  await keyboard.press('Enter');
  expect(await chosen()).toEqual(['2024-08']);
});

test('the months stay chosen after a restart, and are named in the user’s language', async () => {
  await bar('2024-03').click();
  await bar('2024-05').click({ modifiers: ['Shift'] });
  await app.restart({ language: 'zh' });
  await isRead(app);
  expect(await chosen()).toEqual(['2024-03', '2024-04', '2024-05']);
  await app.page.getByRole('button', { name: '移除筛选：2024/3 – 2024/5' }).waitFor();
});

test('the years are named below their first months', async () => {
  const years = app.page.locator('.omnivore-rescue-year');
  expect(await years.allInnerTexts()).toEqual(['2024']);
  const [label, first] = [await years.boundingBox(), await bar('2024-01').boundingBox()];
  expect(label!.x + label!.width / 2).toBeCloseTo(first!.x + first!.width / 2, 0);
});

test('right to left, the bars and the arrow keys run the other way', async () => {
  await app.page.evaluate(() => {
    document.dir = 'rtl';
    document.body.classList.add('mod-rtl');
  });
  await app.page.locator('.omnivore-rescue-bar[tabindex="0"]').focus();
  await app.page.keyboard.press('Shift+ArrowRight');
  expect(await chosen()).toEqual(['2024-09', '2024-10']);
});
