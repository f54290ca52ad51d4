import { violations } from './axe';
import { closeCleanly, openApp, type AppOptions, type OpenApp } from './open-app';
import { inPage, SAMPLE } from './panel/panel';
import { boxOf, tooWide, turn, ZOOMED } from './zoom-and-direction';

const ROWS = '.setting-item:visible';

let app: OpenApp;

afterEach(() => closeCleanly(app));

async function openSettings(options: AppOptions): Promise<void> {
  app = await openApp({ files: SAMPLE, ...options });
  await inPage(app, `app.setting.openTabById('omnivore-rescue')`);
  await app.page.locator(ROWS).first().waitFor();
}

describe.each<[string, AppOptions, (app: OpenApp) => Promise<void>]>([
  ['at 200 % zoom', ZOOMED, async () => {}],
  ['at 200 % zoom in Chinese', { ...ZOOMED, language: 'zh' }, async () => {}],
  ['from right to left', {}, turn],
])('the settings %s', (_, options, prepare) => {
  test('no control is cut off, and the last row can be reached', async () => {
    await openSettings(options);
    await prepare(app);
    expect(await tooWide(app, '.modal', '.setting-item, .setting-item *')).toEqual([]);
    await app.page.locator(ROWS).last().scrollIntoViewIfNeeded();
    const last = await app.page.locator(ROWS).last().boundingBox();
    const window = await boxOf(app, '.modal');
    expect((last?.y ?? Infinity) + (last?.height ?? 0)).toBeLessThanOrEqual(window.bottom + 1);
    expect(await violations(app.page, '.modal')).toEqual([]);
  });

  test('the page of property names opens, and its fields fit', async () => {
    await openSettings(options);
    await prepare(app);
    const page = app.page.locator('.setting-item.mod-navigable');
    await page.filter({ hasText: /Property names|属性名称/ }).click();
    await app.page.locator('.modal input[type=text]').nth(3).waitFor();
    expect(await tooWide(app, '.modal', '.setting-item, .setting-item *')).toEqual([]);
  });
});
