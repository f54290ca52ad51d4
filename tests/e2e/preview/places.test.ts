import { closeCleanly, openApp, type AppOptions, type OpenApp } from '../open-app';
import { article } from '../panel/panel';
import { counts, cutLines, openPreview, repairButton, rowsOf, totals } from './open-preview';

const DATE = { date_saved: '03/04/2024' };
const ATTENTION = { 'A.md': article(DATE), 'B.md': article(DATE) };

let app: OpenApp;

afterEach(() => closeCleanly(app));

/** The part of an element that lies in the window, from 0 to 1. */
function visibleShare(selector: string): Promise<number[]> {
  return app.page.evaluate(
    (wanted) =>
      [...document.querySelectorAll(wanted)].map((el) => {
        const { left, right, top, bottom, width, height } = el.getBoundingClientRect();
        const x = Math.min(right, innerWidth) - Math.max(left, 0);
        const y = Math.min(bottom, innerHeight) - Math.max(top, 0);
        const middle = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        return el.contains(middle) ? (x * y) / (width * height) : 0;
      }),
    selector,
  );
}

const LOOKS: readonly (readonly [string, AppOptions])[] = [
  ['on a phone', { mobile: true }],
  ['on a phone in Chinese', { mobile: true, language: 'zh' }],
  ['at 200 % zoom', { width: 550, height: 380 }],
  ['at 200 % zoom in Chinese', { width: 550, height: 380, language: 'zh' }],
  ['in a window as small as the app allows', { width: 400, height: 300 }],
];

test.each(LOOKS)('the buttons are always in view %s', async (_, options) => {
  app = await openPreview(options);
  const buttons = '.omnivore-rescue-footer button';
  expect(await visibleShare(buttons)).toEqual([1, 1]);
  await app.page.locator('.omnivore-rescue-preview .modal-content').evaluate((el) => {
    el.scrollTop = 1e6;
  });
  expect(await visibleShare(buttons)).toEqual([1, 1]);
  const list = await app.page.locator('.omnivore-rescue-rows').boundingBox();
  expect(list?.height).toBeGreaterThanOrEqual(100);
});

test('a tap on a phone expands notes and unchecks a change', async () => {
  app = await openPreview({ mobile: true });
  await rowsOf(app, 'note').first().locator('.omnivore-rescue-note-open').tap();
  await rowsOf(app, 'place').first().waitFor({ state: 'detached' });
  await rowsOf(app, 'note').nth(1).locator('.omnivore-rescue-note-open').tap();
  const box = rowsOf(app, 'place').getByRole('checkbox').first();
  await box.tap();
  expect(await box.isChecked()).toBe(false);
  await counts(app, '14 of 14 notes · 50 changes');
});

test('what can be tapped is large enough', async () => {
  app = await openPreview({ mobile: true });
  const small = await app.page.evaluate(() =>
    [
      ...document.querySelectorAll(
        '.omnivore-rescue-preview :is(button, label, :not(label) > input)',
      ),
    ].flatMap((el) => {
      const { width, height } = el.getBoundingClientRect();
      const least = el instanceof HTMLInputElement && el.type === 'checkbox' ? 24 : 44;
      return width === 0 || (width >= least && height >= least) ? [] : [el.outerHTML];
    }),
  );
  expect(small).toEqual([]);
});

test('right to left, the checkbox is on the right and the lines are readable', async () => {
  app = await openPreview();
  await app.page.evaluate(() => {
    document.body.classList.add('mod-rtl');
    document.documentElement.dir = 'rtl';
  });
  const place = rowsOf(app, 'place').first();
  const x = async (part: string): Promise<number> =>
    (await place.locator(part).first().boundingBox())?.x ?? NaN;
  expect(await x('input')).toBeGreaterThan(await x('code'));
  expect(await x('code')).toBeGreaterThan(await x('.omnivore-rescue-open'));
  expect(await cutLines(app)).toEqual([]);
});

test('with nothing to repair, there is no hint, no chip, and nothing to choose', async () => {
  app = await openApp({ files: ATTENTION });
  const { page } = app;
  await app.run('normalize-dates-all');
  await rowsOf(app, 'unresolved').first().waitFor();
  expect(await page.locator('.modal-title').innerText()).toBe('Nothing to repair');
  await page.getByText('None of these 2 saved articles needs repair.').waitFor();
  expect(await page.locator('.omnivore-rescue-chip:visible').count()).toBe(0);
  expect(await page.getByText('Select all').isVisible()).toBe(false);
  expect(await page.getByText('Nothing changes until').isVisible()).toBe(false);
  expect(await repairButton(app).isVisible()).toBe(false);
  expect(await totals(app)).toBe('2 need your attention');
  await rowsOf(app, 'unresolved').first().getByRole('button').click();
  await page.locator('.cm-content').waitFor({ state: 'attached' });
});
