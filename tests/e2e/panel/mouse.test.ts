import { closeCleanly, type OpenApp } from '../open-app';
import { article, group, inPage, openNotes, openPanel, row, SAMPLE } from './panel';

const SEED_BANK = 'Omnivore/2024-04-06/Labels for a Seed Bank.md';
const NO_URL = article({ title: 'Without an address', date_saved: '2024-03-14 08:00:00' });

let app: OpenApp;

beforeEach(async () => {
  app = await openPanel({ files: { ...SAMPLE, 'Without.md': NO_URL } });
  await row(app, 'drawers.example.org').click();
});

afterEach(() => closeCleanly(app));

const seedBank = (): ReturnType<typeof row> => row(app, 'Labels for a Seed Bank');

async function isOpen(...paths: readonly string[]): Promise<void> {
  await app.page
    .locator('.cm-content')
    .nth(paths.length - 1)
    .waitFor({ state: 'attached' });
  expect(await openNotes(app)).toEqual(paths);
}

test('a click expands a group, another collapses it', async () => {
  const group = row(app, 'drawers.example.org');
  expect(await group.getAttribute('aria-expanded')).toBe('true');
  await group.click();
  expect(await group.getAttribute('aria-expanded')).toBe('false');
  expect(await seedBank().count()).toBe(0);
});

test('the first click into a scrolled list hits the row under the pointer', async () => {
  await app.page.setViewportSize({ width: 1100, height: 520 });
  await group(app, 'Month');
  await row(app, '2024').click();
  await row(app, '2023').click();
  const list = app.page.locator('.omnivore-rescue-rows');
  await list.evaluate((el) => (el.scrollTop = 1e6));
  await row(app, 'January 2023').click();
  expect(await row(app, 'January 2023').getAttribute('aria-expanded')).toBe('true');
  expect(await list.evaluate((el) => el.scrollTop)).toBeGreaterThan(0);
});

test('a click opens an article in the tab in use', async () => {
  await seedBank().click();
  await isOpen(SEED_BANK);
  await row(app, 'barometer.example.net').click();
  const other = app.page.locator('.omnivore-rescue-row.is-article').first();
  await other.click();
  await app.page.waitForFunction(() => !document.body.textContent?.includes('seed_bank'));
  expect(await openNotes(app)).toHaveLength(1);
  expect(await openNotes(app)).not.toEqual([SEED_BANK]);
});

test('a middle click opens an article in a new tab', async () => {
  await seedBank().click();
  await isOpen(SEED_BANK);
  await seedBank().click({ button: 'middle' });
  await isOpen(SEED_BANK, SEED_BANK);
});

test('a middle click leaves a group as it is', async () => {
  await row(app, 'drawers.example.org').click({ button: 'middle' });
  expect(await row(app, 'drawers.example.org').getAttribute('aria-expanded')).toBe('true');
});

describe('the menu', () => {
  /** As the app itself and other plugins offer it. */
  const OTHERS = `app.workspace.on('file-menu', (menu, file, source) => {
    menu.addItem((item) => item.setTitle('Delete ' + file.basename + ' ' + source).setSection('danger'));
  });`;

  async function menuOf(name: string): Promise<string[]> {
    await inPage(app, OTHERS);
    await row(app, name).click({ button: 'right' });
    return app.page.getByRole('menuitem').allTextContents();
  }

  test('offers what can be done with the article, then what the app offers for its note', async () => {
    expect(await menuOf('Labels for a Seed Bank')).toEqual([
      ...['Open in new tab', 'Open original article', 'Copy original URL'],
      ...['Open in the Wayback Machine', 'Mark as read', 'Archive', 'Add tag…', 'Mark as ready'],
      ...['Resolve…', 'Why is this note listed?'],
      'Repair this saved article…',
      'Save images of this saved article…',
      'Delete Labels for a Seed Bank omnivore-rescue-panel',
    ]);
  });

  test('offers no actions on the URL of an article without one', async () => {
    await row(app, 'No source').click();
    expect(await menuOf('Without an address')).toEqual([
      ...['Open in new tab', 'Mark as read', 'Archive', 'Add tag…', 'Mark as ready'],
      ...['Mark as draft', 'Why is this note listed?'],
      ...['Repair this saved article…', 'Save images of this saved article…'],
      'Delete Without omnivore-rescue-panel',
    ]);
  });

  test('opens at the pointer, and its items work', async () => {
    await seedBank().click({ button: 'right' });
    const [at, menu] = [
      await seedBank().boundingBox(),
      await app.page.getByRole('menu').boundingBox(),
    ];
    expect(menu?.y).toBe(Math.floor((at?.y ?? 0) + (at?.height ?? 0) / 2));
    await app.page.getByRole('menuitem', { name: 'Why is this note listed?' }).click();
    await app.page.locator('.notice').first().waitFor();
    await seedBank().click({ button: 'right' });
    await app.page.getByRole('menuitem', { name: 'Open in new tab' }).click();
    await app.page.locator('.cm-content').waitFor();
    expect(await openNotes(app)).toContain(SEED_BANK);
  });

  test('marks the note as ready', async () => {
    const note = article(
      { title: 'A draft', draft: true },
      '[Read Original](https://a.example.org/)',
    );
    await inPage(app, `await app.vault.create('Draft.md', ${JSON.stringify(note)})`);
    await row(app, 'A draft').click({ button: 'right' });
    await app.page.getByRole('menuitem', { name: 'Mark as ready' }).click();
    await app.page.locator('.notice').getByText('Marked as ready').waitFor();
    expect(await app.onDisk('Draft.md')).toBe(note.replace('true', 'false'));
  });

  test('of a group repairs its notes, and expands all', async () => {
    await row(app, 'drawers.example.org').click({ button: 'right' });
    await app.page.getByRole('menuitem', { name: 'Expand all' }).waitFor();
    await app.page.getByRole('menuitem', { name: 'Repair 1 note…' }).click();
    await app.page
      .getByRole('dialog')
      .getByText('Labels for a Seed Bank', { exact: true })
      .waitFor();
  });
});

test('an article that is dragged into a note leaves a link to it', async () => {
  await inPage(
    app,
    `await app.vault.create('Notes.md', 'Read: !')
    await app.workspace.openLinkText('Notes', '')`,
  );
  const note = app.page.locator('.cm-content');
  await note.waitFor();
  await seedBank().dragTo(note, { targetPosition: { x: 5, y: 8 } });
  await app.page.waitForFunction(() =>
    document.querySelector('.cm-content')?.textContent?.includes('[['),
  );
  expect(await note.textContent()).toBe('[[Labels for a Seed Bank]]Read: !');
});

test('with Mod held the note is shown beside its row until the pointer leaves', async () => {
  const { page } = app;
  const popover = page.locator('.hover-popover');
  await seedBank().hover();
  expect(await popover.count()).toBe(0);
  await page.mouse.move(10, 10);
  await page.keyboard.down('Control');
  await seedBank().hover();
  await popover.waitFor();
  expect(await popover.textContent()).toBe(SAMPLE[SEED_BANK]?.slice(0, 2000));
  await page.mouse.move(10, 10);
  await popover.waitFor({ state: 'detached' });
  await page.keyboard.up('Control');
});
