import { closeCleanly, type AppOptions, type OpenApp } from '../open-app';
import { article, inPage, openExpandedPanel, SAMPLE, shown } from './panel';

let app: OpenApp;

afterEach(() => closeCleanly(app));

const FILES = {
  'One.md': article(
    { title: 'One', author: 'Ann Bell', date_saved: '2024-03-14', tags: ['sea'], draft: true },
    '[Read Original](https://one.example.org/)',
  ),
  'Two.md': article(
    { title: 'Two', date_saved: '2024-05-14', state: 'COMPLETED', date_read: '2024-06-01' },
    '[Read Original](https://two.example.org/)',
  ),
};

async function open(options: AppOptions = {}): Promise<void> {
  app = await openExpandedPanel({
    files: FILES,
    data: { draftFlag: { preset: 'hugo' } },
    ...options,
  });
}

const part = (selector: string): ReturnType<OpenApp['page']['locator']> =>
  app.page.locator(`.omnivore-rescue-panel ${selector}`);

/** Opens the settings at the row with this name, on its page if it has one. */
async function setting(
  name: string,
  page: string | null = null,
): Promise<ReturnType<OpenApp['page']['locator']>> {
  await inPage(app, `app.setting.open(); app.setting.openTabById('omnivore-rescue')`);
  if (page !== null) await row(page).click();
  return row(name);
}

function row(name: string): ReturnType<OpenApp['page']['locator']> {
  const { page } = app;
  return page
    .locator('.modal .setting-item:visible')
    .filter({ has: page.getByText(name, { exact: true }) });
}

async function toggle(name: string, page: string | null = null): Promise<void> {
  await (await setting(name, page)).locator('.checkbox-container').click();
  await app.page.keyboard.press('Escape');
}

async function choose(name: string, choice: string): Promise<void> {
  await (await setting(name)).locator('select').selectOption({ label: choice });
  await app.page.keyboard.press('Escape');
}

test('the grouping decides what the rows are under', async () => {
  await open();
  expect(await shown(app)).toEqual(['one.example.org 1', '  One', 'two.example.org 1', '  Two']);
  await choose('Group by', 'Month');
  expect((await shown(app)).slice(0, 3)).toEqual(['2024 2', '  May 2024 1', '    Two']);
  await choose('Group by', 'None');
  expect(await shown(app)).toEqual(['Two', 'One']);
});

test('the second line shows what is chosen for it', async () => {
  await open();
  const first = part('.omnivore-rescue-about').first();
  expect(await first.innerText()).toBe('Mar 14, 2024 · sea');
  await toggle('Date', 'Second line');
  expect(await first.innerText()).toBe('sea');
  await toggle('Author', 'Second line');
  expect(await first.innerText()).toBe('Ann Bell · sea');
  await toggle('Tags', 'Second line');
  expect(await first.innerText()).toBe('Ann Bell');
});

test('the chart is shown or not, and the list gets its room', async () => {
  await open();
  const top = async (): Promise<number> => (await part('.omnivore-rescue-rows').boundingBox())!.y;
  const before = await top();
  await part('.omnivore-rescue-chart').waitFor();
  await toggle('Articles per month');
  await part('.omnivore-rescue-chart').waitFor({ state: 'hidden' });
  expect(await top()).toBeLessThan(before - 40);
});

test('badges are shown or not', async () => {
  await open();
  await part('.omnivore-rescue-draft').getByText('draft').waitFor();
  await part('.omnivore-rescue-state[aria-label="Read"]').waitFor();
  await toggle('Badges');
  expect(await part('.omnivore-rescue-draft').count()).toBe(0);
  expect(await part('.omnivore-rescue-state').count()).toBe(0);
});

test('the panel is on the side that is chosen', async () => {
  await open();
  const left = async (): Promise<number> =>
    (await app.page.locator('.omnivore-rescue-panel').boundingBox())!.x;
  expect(await left()).toBeGreaterThan(550);
  await choose('Sidebar', 'Left');
  await app.page.waitForFunction(
    () =>
      (document.querySelector('.omnivore-rescue-panel')?.getBoundingClientRect().x ?? 999) < 550,
  );
  expect(await shown(app)).toHaveLength(4);
});

test('the icon in the ribbon is shown or not, and opens the panel', async () => {
  await open();
  const icon = app.page.locator('.side-dock-ribbon-action[aria-label="Open saved articles"]');
  await icon.waitFor();
  await toggle('Icon in the ribbon');
  await icon.waitFor({ state: 'hidden' });
  await toggle('Icon in the ribbon');
  await icon.click();
  await part('.omnivore-rescue-row').first().waitFor();
});

test('the panel follows the note that is opened, or stays where it is', async () => {
  await open({ files: SAMPLE, many: 300, height: 520 });
  await part('').getByRole('button', { name: 'Collapse all' }).click();
  const openNote = (path: string): Promise<void> =>
    inPage(app, `await app.workspace.openLinkText(${JSON.stringify(path)}, '')`);
  const active = part('[role=treeitem].is-active .omnivore-rescue-name');
  const path = 'Omnivore/2024-04-06/Labels for a Seed Bank.md';
  await openNote(path);
  await app.page.locator('.cm-content').waitFor();
  expect(await active.allInnerTexts()).not.toContain('Labels for a Seed Bank');
  await toggle('Follow the open note');
  await openNote('Reading/Archive/How to Read a Contour Map.md');
  await openNote(path);
  await active.getByText('Labels for a Seed Bank', { exact: true }).waitFor();
  const [list, line] = [
    await part('.omnivore-rescue-rows').boundingBox(),
    await active.boundingBox(),
  ];
  expect(line!.y).toBeGreaterThanOrEqual(list!.y);
  expect(line!.y + line!.height).toBeLessThanOrEqual(list!.y + list!.height);
  // A filter that hides the note stays.
  await part('input').fill('contour');
  await openNote(path);
  expect(await part('input').inputValue()).toBe('contour');
  expect(await part('[role=treeitem].is-article').count()).toBe(1);
});

test('a click on the second row of an article leaves it there, although the panel follows', async () => {
  const two = article(
    { title: 'In two groups', tags: ['a', 'b'] },
    '[Read Original](https://a.example.org/)',
  );
  await open({
    files: { 'Two groups.md': two },
    data: { panel: { follow: true, grouping: 'tag' } },
  });
  expect(await shown(app)).toEqual(['a 1', '  In two groups', 'b 1', '  In two groups']);
  await part('[role=treeitem].is-article').nth(1).click();
  await app.page.locator('.cm-content').waitFor();
  expect(await part('[role=treeitem]').nth(3).getAttribute('aria-selected')).toBe('true');
});

test('with the keyboard: a switch is reached with Tab and turned with Space', async () => {
  await open();
  const box = (await setting('Badges')).locator('.checkbox-container');
  await (await setting('Group by')).locator('select').focus();
  for (let i = 0; i < 12; i++) {
    if (await box.evaluate((el) => el.contains(document.activeElement))) break;
    await app.page.keyboard.press('Tab');
  }
  await app.page.keyboard.press('Space');
  await app.page.keyboard.press('Escape');
  await part('.omnivore-rescue-draft').waitFor({ state: 'detached' });
});

test.each<[string, AppOptions]>([
  ['at 200 % zoom', { width: 550, height: 380 }],
  ['in Chinese on a phone', { mobile: true, language: 'zh' }],
])('nothing of the settings is cut off %s', async (_, options) => {
  await open(options);
  await inPage(app, `app.setting.open(); app.setting.openTabById('omnivore-rescue')`);
  await app.page.locator('.modal .setting-item:visible').first().waitFor();
  const cut = await app.page.evaluate(() =>
    [...document.querySelectorAll('.modal :is(select, input, .checkbox-container, button)')]
      .filter((el) => {
        const { left, right, width } = el.getBoundingClientRect();
        return width > 0 && (left < 0 || right > window.innerWidth);
      })
      .map((el) => el.outerHTML.slice(0, 80)),
  );
  expect(cut).toEqual([]);
});
