import { closeCleanly, openApp, type OpenApp } from '../open-app';
import { openNotes, openPanel, row, SAMPLE } from './panel';

/** As wide and high as a finger needs, in pixels. */
const FINGER = 44;

let app: OpenApp;

beforeEach(async () => {
  app = await openPanel({ mobile: true });
});

afterEach(() => closeCleanly(app));

test('a tap opens a group, and an article', async () => {
  await row(app, 'drawers.example.org').tap();
  await row(app, 'Labels for a Seed Bank').tap();
  await app.page.locator('.cm-content').waitFor({ state: 'attached' });
  expect(await openNotes(app)).toEqual(['Omnivore/2024-04-06/Labels for a Seed Bank.md']);
});

/** What is too small for a finger among the elements: what it is, its width and height. */
function tooSmall(selector: string, least: { width: number; height: number }): Promise<string[]> {
  return app.page.evaluate(
    ([wanted, { width, height }]) =>
      [...document.querySelectorAll(wanted)].flatMap((el) => {
        const box = el.getBoundingClientRect();
        // A browser lays out in parts of a pixel.
        const fits = box.width >= width - 0.01 && box.height >= height - 0.01;
        if (box.width === 0 || fits) return [];
        return [`${el.outerHTML.slice(0, 100)} ${box.width} ${box.height}`];
      }),
    [selector, least] as const,
  );
}

test('all that can be tapped is as large as a finger', async () => {
  await row(app, 'drawers.example.org').tap();
  const rows = '.omnivore-rescue-panel [role=treeitem]';
  expect(await app.page.locator(rows).count()).toBeGreaterThan(5);
  const targets = `${rows}, .omnivore-rescue-panel :is(button, input)`;
  expect(await tooSmall(targets, { width: FINGER, height: FINGER })).toEqual([]);
});

test('the first and the last visible month are named under the bars', async () => {
  await app.page.getByRole('button', { name: 'Articles per month' }).tap();
  const chart = app.page.locator('.omnivore-rescue-chart');
  const ends = (): Promise<string> => chart.locator('.omnivore-rescue-ends').innerText();
  expect(await ends()).toMatch(/^March 2024\s+October 2024$/);
  await chart.evaluate((el) => (el.scrollLeft = 0));
  await chart.getByText('January 2023').waitFor();
  expect(await ends()).toMatch(/^January 2023\s+August 2023$/);
});

test('the list has two thirds of the panel’s height', async () => {
  const height = (selector: string): Promise<number> =>
    app.page.locator(selector).evaluate((el) => el.getBoundingClientRect().height);
  const [list, all] = [
    await height('.omnivore-rescue-panel .omnivore-rescue-rows'),
    await height('.omnivore-rescue-panel'),
  ];
  expect(list / all).toBeGreaterThan(0.66);
});

test('nothing sticks out of the screen', async () => {
  await row(app, 'drawers.example.org').tap();
  const { scrollWidth, clientWidth } = await app.page.evaluate(
    () => document.querySelector('.omnivore-rescue-panel') as HTMLElement,
  );
  expect(scrollWidth).toBe(clientWidth);
});

const BUTTONS = '.omnivore-rescue-empty-state button';

test('also the button when nothing matches', async () => {
  await app.page.locator('.omnivore-rescue-panel input').fill('nowhere');
  await app.page.locator(BUTTONS).first().waitFor();
  expect(await tooSmall(BUTTONS, { width: FINGER, height: FINGER })).toEqual([]);
});

test('also those before the first scan, and of the preview', async () => {
  const fresh = await openApp({ mobile: true, files: SAMPLE, localStorage: {} });
  await app.close();
  app = fresh;
  await app.run('open-panel');
  await app.page.locator(BUTTONS).first().waitFor();
  expect(await tooSmall(BUTTONS, { width: FINGER, height: FINGER })).toEqual([]);
  await app.run('repair-all');
  const buttons =
    '.omnivore-rescue-preview :is(.omnivore-rescue-chip, .omnivore-rescue-note-open, .omnivore-rescue-footer button)';
  await app.page.locator('.omnivore-rescue-note-open').first().waitFor();
  expect(await tooSmall(buttons, { width: FINGER, height: FINGER })).toEqual([]);
});
