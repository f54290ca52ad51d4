import { violations } from '../axe';
import { closeCleanly, type OpenApp } from '../open-app';
import { group, inPage, isRead, openPanel, row, searchField, shown } from './panel';

let app: OpenApp;

beforeEach(async () => {
  app = await openPanel();
});

afterEach(() => closeCleanly(app));

const colours = (): Promise<string[]> =>
  app.page.evaluate(() =>
    ['.omnivore-rescue-name', '.omnivore-rescue-number', '.omnivore-rescue-bar rect'].map(
      (part) => {
        const { color, fill } = getComputedStyle(
          document.querySelector(`.omnivore-rescue-panel ${part}`) as Element,
        );
        return `${color} ${fill}`;
      },
    ),
  );

test('the theme changes under the open panel', async () => {
  await row(app, 'drawers.example.org').click();
  const [light, rows] = [await colours(), await shown(app)];
  await inPage(
    app,
    `document.body.classList.replace('theme-light', 'theme-dark');
     app.workspace.trigger('css-change');`,
  );
  const dark = await colours();
  for (const [i, colour] of dark.entries()) expect(colour).not.toBe(light[i]);
  expect(await shown(app)).toEqual(rows);
  expect(await violations(app.page, '.omnivore-rescue-panel')).toEqual([]);
});

test('after a change of language the panel uses the new one, and keeps its state', async () => {
  await group(app, 'Month');
  await searchField(app).fill('seed');
  await app.restart({ language: 'zh' });
  await isRead(app);
  expect(await shown(app)).toEqual(['2024 1', '  2024年4月 1', '    Labels for a Seed Bank']);
  expect(await app.page.locator('.omnivore-rescue-groups').textContent()).toBe(
    '来源标签月份不分组',
  );
  // Texts from notes are not translated.
  const rows = (await app.page.locator('.omnivore-rescue-rows').textContent()) ?? '';
  const panelText = (await app.page.locator('.omnivore-rescue-panel').textContent()) ?? '';
  expect(rows).toContain('Labels for a Seed Bank');
  expect(panelText.split(rows).join('')).not.toMatch(/[a-z]{4}/i);
  await app.restart({ language: 'en' });
  await isRead(app);
  expect(await shown(app)).toEqual(['2024 1', '  April 2024 1', '    Labels for a Seed Bank']);
});
