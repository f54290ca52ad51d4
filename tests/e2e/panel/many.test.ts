import { closeCleanly, openApp, type OpenApp } from '../open-app';
import { active, group, inPage, isRead, says, searchField, shown } from './panel';

/** The rows that are in the page; more would slow it down. */
const MOST_ROWS = 100;

let app: OpenApp;

beforeAll(async () => {
  app = await openApp({ many: 50_000, files: {} });
  app.page.setDefaultTimeout(100_000);
  await app.run('open-panel');
  await isRead(app);
}, 120_000);

afterAll(() => closeCleanly(app));

const rows = (): Promise<number> =>
  app.page.locator('.omnivore-rescue-panel [role=treeitem]').count();

async function scrollTo(place: 'start' | 'end'): Promise<void> {
  const top = place === 'end' ? 'list.scrollHeight' : '0';
  await inPage(
    app,
    `const list = document.querySelector('.omnivore-rescue-panel .omnivore-rescue-rows');
    list.scrollTop = ${top};
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);`,
  );
}

test('fifty thousand articles are counted, and few rows are drawn', async () => {
  await says(app, '50,000 articles');
  expect((await shown(app))[0]).toBe('site-0.example.org 125');
  expect(await rows()).toBeLessThanOrEqual(MOST_ROWS);
});

test('the last group is at the end of the list', async () => {
  await scrollTo('end');
  expect((await shown(app)).at(-1)).toBe('site-399.example.org 125');
  expect(await rows()).toBeLessThanOrEqual(MOST_ROWS);
  await scrollTo('start');
});

test('with every group expanded all articles can be reached', async () => {
  await app.page.getByRole('tree').focus();
  await app.page.keyboard.press('*');
  expect(await rows()).toBeLessThanOrEqual(MOST_ROWS);
  await app.page.keyboard.press('End');
  expect(await active(app)).toMatchObject({ level: 2, expanded: null });
  expect((await shown(app)).filter((name) => name.startsWith('  ')).length).toBeGreaterThan(5);
  expect(await rows()).toBeLessThanOrEqual(MOST_ROWS);
  await app.page.keyboard.press('Home');
  expect(await active(app)).toMatchObject({ name: 'site-0.example.org', level: 1, expanded: true });
});

test('the search finds one among them', async () => {
  await searchField(app).fill('31415');
  const site = `site-${(31_415 * 7) % 400}.example.org`;
  expect((await shown(app))[0]).toBe(`${site} 1`);
  await says(app, '1 of 50,000 articles');
  await searchField(app).fill('');
  await group(app, 'Tag');
  expect((await shown(app)).map((name) => name.replace(/ [\d,]+$/, ''))).toEqual(
    expect.arrayContaining(['garden', 'history', '城市', '厨房']),
  );
});
