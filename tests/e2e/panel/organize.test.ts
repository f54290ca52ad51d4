import { violations } from '../axe';
import { closeCleanly, type AppOptions, type OpenApp } from '../open-app';
import { article, inPage, openExpandedPanel, row, shown } from './panel';

let app: OpenApp;

afterEach(() => closeCleanly(app));

const note = (title: string): string =>
  article({ title, tags: ['sea'] }, `[Read Original](https://a.example.org/${title})`);

const FILES = {
  'Articles/One.md': note('One'),
  'Articles/Two.md': note('Two'),
  'Articles/Three.md': note('Three'),
  'Read/Two.md': 'Mine\n',
};

/** Opens the panel as a flat list, and selects all articles. */
async function openAndSelect(options: AppOptions = {}): Promise<void> {
  app = await openExpandedPanel({ files: FILES, ...options });
  await app.page.locator('.omnivore-rescue-groups button').nth(3).click();
  await app.page.getByRole('tree').focus();
  await app.page.keyboard.press('ControlOrMeta+a');
}

async function choose(entry: string): Promise<void> {
  await row(app, 'One').click({ button: 'right' });
  await app.page.getByRole('menuitem', { name: entry, exact: true }).click();
}

const notice = (text: string): ReturnType<OpenApp['page']['locator']> =>
  app.page.locator('.notice').filter({ hasText: text });

const files = (): Promise<string[]> =>
  inPage(app, `return app.vault.getMarkdownFiles().map(({ path }) => path).sort()`);

test('a tag is added to all selected articles, and undone', async () => {
  await openAndSelect();
  await choose('Add tag…');
  expect(await violations(app.page, '.prompt')).toEqual([]);
  await app.page.keyboard.type('#to read');
  await app.page.getByText('#to-read', { exact: true }).waitFor();
  await app.page.keyboard.press('Enter');
  await notice('Added #to-read to 3 articles.').waitFor();
  const expected = FILES['Articles/One.md'].replace('["sea"]', '["sea", to-read]');
  expect(await app.onDisk('Articles/One.md')).toBe(expected);
  await app.page.getByText('sea, to-read').first().waitFor();
  await notice('Added').getByRole('button', { name: 'Undo' }).click();
  await app.page.getByText('Restored 3 notes').waitFor();
  expect(await app.onDisk('Articles/One.md')).toBe(FILES['Articles/One.md']);
});

test('tags of other articles are suggested, and an invalid tag is refused', async () => {
  await openAndSelect();
  await choose('Add tag…');
  await app.page.keyboard.type('se');
  expect(await app.page.locator('.prompt .suggestion-item').allInnerTexts()).toEqual([
    ...['#se', '#sea'],
  ]);
  await app.page.locator('.prompt input').fill('2024');
  await app.page.getByText('A tag has letters, digits').waitFor();
  await app.page.keyboard.press('Escape');
});

test('notes are moved, but never onto another one, and moved back', async () => {
  await openAndSelect();
  await choose('Move notes to…');
  expect(await violations(app.page, '.prompt')).toEqual([]);
  await app.page.keyboard.type('Read');
  await app.page.keyboard.press('Enter');
  await notice('2 notes moved to “Read”.').waitFor();
  expect(await notice('moved').innerText()).toContain(
    'Two.md: The folder has a file with this name.',
  );
  expect(await files()).toEqual([
    ...['Articles/Two.md', 'Read/One.md', 'Read/Three.md', 'Read/Two.md'],
  ]);
  expect(await app.onDisk('Read/Two.md')).toBe('Mine\n');
  await notice('moved to').getByRole('button', { name: 'Undo' }).click();
  await notice('2 notes moved back.').waitFor();
  expect(await files()).toEqual(Object.keys(FILES).sort());
  expect((await shown(app)).sort()).toEqual(['One', 'Three', 'Two']);
});

test('notes are deleted only after a question that names them', async () => {
  await openAndSelect();
  await choose('Delete notes…');
  const question = app.page.locator('.mod-confirmation');
  await question.getByText('Delete 3 notes?').waitFor();
  await question.getByText('Articles/One.md').waitFor();
  expect(await violations(app.page, '.mod-confirmation .modal')).toEqual([]);
  await question.getByRole('button', { name: 'Cancel' }).click();
  expect(await files()).toHaveLength(4);
  await app.page.getByRole('tree').focus();
  await choose('Delete notes…');
  await question.getByRole('button', { name: 'Delete' }).click();
  await notice('3 notes deleted.').waitFor();
  expect(await files()).toEqual(['Read/Two.md']);
});

test('while a run is active, nothing is moved or deleted', async () => {
  await openAndSelect();
  await inPage(app, `simulation.disk.faults.writeDelay = 3000`);
  await choose('Mark as read');
  await choose('Delete notes…');
  await app.page.getByRole('button', { name: 'Delete', exact: true }).click();
  await notice('A repair is already running').waitFor();
  await inPage(app, `simulation.disk.faults.writeDelay = 0`);
  await notice('Marked 3 articles as read.').waitFor();
  expect(await files()).toHaveLength(4);
});

test('an article is looked up in the Wayback Machine near the date it was saved', async () => {
  const saved = article(
    { title: 'Saved', date_saved: '2024-03-14 08:00:00' },
    '[Read Original](https://a.example.org/saved)',
  );
  app = await openExpandedPanel({ files: { 'Saved.md': saved } });
  await inPage(app, `window.open = (url) => void (window.opened = url)`);
  await row(app, 'Saved').click({ button: 'right' });
  await app.page.getByRole('menuitem', { name: 'Open in the Wayback Machine' }).click();
  expect(await inPage(app, 'return window.opened')).toMatch(
    /^https:\/\/web\.archive\.org\/web\/20240314\d{6}\/https:\/\/a\.example\.org\/saved$/,
  );
});

test('in Chinese on a phone, a tag is added by touch', async () => {
  app = await openExpandedPanel({ files: FILES, language: 'zh', mobile: true });
  await app.page.locator('.omnivore-rescue-groups button').nth(3).tap();
  await row(app, 'One').dispatchEvent('contextmenu', { clientX: 20, clientY: 300 });
  await app.page.getByRole('button', { name: '操作…' }).tap();
  await app.page.getByText('添加标签…', { exact: true }).tap();
  await app.page.locator('.prompt .suggestion-item').first().waitFor();
  await app.page.keyboard.type('海');
  await app.page.locator('.prompt .suggestion-item').first().tap();
  await notice('已为 1 篇文章添加 #海。').waitFor();
});
