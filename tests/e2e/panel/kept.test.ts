import { closeCleanly, type OpenApp } from '../open-app';
import { group, inPage, isRead, openPanel, row, searchField, shown } from './panel';

let app: OpenApp;

beforeEach(async () => {
  app = await openPanel({ height: 500 });
});

afterEach(() => closeCleanly(app));

const scrollTop = (): Promise<number> =>
  app.page.evaluate(
    () => document.querySelector('.omnivore-rescue-panel .omnivore-rescue-rows')?.scrollTop ?? 0,
  );

/** After an update of the plugin, and after the app was quit and started again. */
const RESTARTS: readonly [string, () => Promise<void>][] = [
  [
    'the view',
    () => inPage(app, 'await app.workspace.getLeavesOfType("omnivore-rescue-panel")[0].rebuild()'),
  ],
  ['the app', () => app.restart()],
];

test.each(RESTARTS)(
  'expanded groups and grouping are kept when %s starts again',
  async (_, restart) => {
    await group(app, 'Tag');
    await row(app, 'birds').click();
    await row(app, 'cities').click();
    await app.page.getByRole('button', { name: 'Articles per month' }).click();
    const before = await shown(app);
    expect(before.filter((name) => name.startsWith('  '))).toHaveLength(2);
    await restart();
    await isRead(app);
    expect(await shown(app)).toEqual(before);
    expect(await app.page.locator('.omnivore-rescue-chart').isVisible()).toBe(false);
  },
);

test.each(RESTARTS)('the search is kept when %s starts again', async (_, restart) => {
  await searchField(app).fill('seed bank');
  await restart();
  await isRead(app);
  expect(await searchField(app).inputValue()).toBe('seed bank');
  expect(await shown(app)).toEqual(['drawers.example.org 1', '  Labels for a Seed Bank']);
});

test.each(RESTARTS)('the place in the list is kept when %s starts again', async (_, restart) => {
  await inPage(app, 'document.querySelector(".omnivore-rescue-rows").scrollTop = 200');
  expect(await scrollTop()).toBe(200);
  await restart();
  await isRead(app);
  expect(await scrollTop()).toBe(200);
});
