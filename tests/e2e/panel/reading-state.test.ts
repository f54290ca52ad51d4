import { violations } from '../axe';
import { closeCleanly, type AppOptions, type OpenApp } from '../open-app';
import { boxOf, tooWide, turn, ZOOMED } from '../zoom-and-direction';
import { article, openExpandedPanel, row } from './panel';

const FILES = {
  'One.md': article({ title: 'One', state: 'INBOX' }, '[Read Original](https://a.example.org/1)'),
  'Two.md': article({ title: 'Two', state: 'READING' }, '[Read Original](https://a.example.org/2)'),
  'List.md': article({ title: 'List', state: ['INBOX'] }),
  'Map.md': article({ title: 'Map', state: { is: 'INBOX' } }),
};

let app: OpenApp;

afterEach(() => closeCleanly(app));

async function open(options: AppOptions = {}): Promise<void> {
  app = await openExpandedPanel({ files: FILES, ...options });
  await app.page.locator('.omnivore-rescue-groups button').nth(3).click();
}

const sign = (title: string): Promise<string | null> => {
  const icon = row(app, title).locator('.omnivore-rescue-state');
  return icon.count().then((count) => (count === 0 ? null : icon.getAttribute('aria-label')));
};

const notice = (text: string): ReturnType<OpenApp['page']['locator']> =>
  app.page.locator('.notice').filter({ hasText: text });

test('with the mouse: an article is marked as read, and the notice undoes it', async () => {
  await open();
  expect([await sign('One'), await sign('Two')]).toEqual([null, 'Reading']);
  await row(app, 'One').click({ button: 'right' });
  await app.page.getByRole('menuitem', { name: 'Mark as read', exact: true }).click();
  await notice('Marked as read.').waitFor();
  await row(app, 'One').locator('[aria-label=Read]').waitFor();
  expect(await app.onDisk('One.md')).toBe(FILES['One.md'].replace('INBOX', 'COMPLETED'));
  expect(await violations(app.page, '.omnivore-rescue-panel')).toEqual([]);
  await notice('Marked as read.').getByRole('button', { name: 'Undo' }).click();
  await row(app, 'One').locator('.omnivore-rescue-state').waitFor({ state: 'detached' });
  expect(await app.onDisk('One.md')).toBe(FILES['One.md']);
});

test('with the keyboard: several are archived; a property that is a list or a map stays and is named', async () => {
  await open();
  const { keyboard } = app.page;
  await app.page.getByRole('tree').focus();
  await keyboard.press('ControlOrMeta+a');
  await keyboard.press('Shift+F10');
  const archive = app.page.getByRole('menuitem', { name: 'Archive', exact: true });
  for (let i = 0; i < 9 && !/selected/.test((await archive.getAttribute('class')) ?? ''); i++) {
    await keyboard.press('ArrowDown');
  }
  await keyboard.press('Enter');
  await notice('2 notes').getByRole('button', { name: 'Show' }).click();
  const dialog = app.page.getByRole('dialog');
  const rows = dialog.locator('.omnivore-rescue-row.is-note');
  for (const [i, name] of (['List.md', 'Map.md'] as const).entries()) {
    const text = await rows.nth(i).innerText();
    expect(text).toContain(name);
    expect(text).toContain('which can’t be changed in place');
  }
  for (const name of ['List.md', 'Map.md'] as const) {
    expect(await app.onDisk(name)).toBe(FILES[name]);
  }
  expect(await app.onDisk('Two.md')).toBe(FILES['Two.md'].replace('READING', 'ARCHIVED'));
});

test('in Chinese on a phone: by touch, and the filter finds it', async () => {
  await open({ language: 'zh', mobile: true });
  await row(app, 'One').dispatchEvent('contextmenu', { clientX: 20, clientY: 300 });
  await app.page.getByRole('button', { name: '操作…' }).tap();
  await app.page.getByText('标记为已读', { exact: true }).tap();
  await notice('已标记为已读。').waitFor();
  await row(app, 'One').locator('[aria-label=已读]').waitFor();
  await app.page.getByRole('button', { name: '筛选', exact: true }).tap();
  await app.page.getByText('已读（1）').tap();
  await row(app, 'Two').waitFor({ state: 'detached' });
  expect(await row(app, 'One').count()).toBe(1);
});

describe.each<[string, AppOptions, (app: OpenApp) => Promise<void>]>([
  ['at 200 % zoom', ZOOMED, async () => {}],
  ['at 200 % zoom in Chinese', { ...ZOOMED, language: 'zh' }, async () => {}],
  ['from right to left', {}, turn],
])('%s', (_, options, prepare) => {
  test('the menu fits into the window, and the state is shown inside the row', async () => {
    await open(options);
    await prepare(app);
    await row(app, 'One').click({ button: 'right' });
    const menu = await boxOf(app, '[role=menu]');
    const { width, height } = app.page.viewportSize() ?? { width: 0, height: 0 };
    expect(menu.left).toBeGreaterThanOrEqual(0);
    expect(menu.right).toBeLessThanOrEqual(width);
    expect(menu.bottom).toBeLessThanOrEqual(height);
    await app.page.getByText(/^(?:Mark as read|标记为已读)$/).click();
    await row(app, 'One').locator('.omnivore-rescue-state').waitFor();
    expect(await tooWide(app, '.omnivore-rescue-panel', '[role=treeitem] *')).toEqual([]);
    expect(await violations(app.page, '.omnivore-rescue-panel')).toEqual([]);
  });
});
