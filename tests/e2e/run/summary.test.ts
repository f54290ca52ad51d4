import { closeCleanly, openApp, type AppOptions, type OpenApp } from '../open-app';
import { article, inPage, openNotes } from '../panel/panel';
import { SAMPLE } from '../preview/open-preview';

const SEED_BANK = 'Omnivore/2024-04-06/Labels for a Seed Bank.md';
const DECIDE = {
  'A.md': article({ date_saved: '03/04/2024' }),
  'B.md': article({ date_published: '2024-01-02 10:00:00' }),
};

let app: OpenApp;

afterEach(() => closeCleanly(app));

/** Repairs everything, and waits until the summary has read the journal. */
async function repair(options: AppOptions = {}): Promise<void> {
  app = await openApp({ files: SAMPLE, ...options });
  await app.run('repair-all');
  await app.page.locator('.omnivore-rescue-row.is-place').first().waitFor();
  await app.page.locator('.omnivore-rescue-footer .mod-cta').click();
  await changed().first().waitFor();
}

function changed(name = ''): ReturnType<OpenApp['page']['locator']> {
  return app.page.locator('.omnivore-rescue-row.is-changed').filter({ hasText: name });
}

function button(name: string): ReturnType<OpenApp['page']['locator']> {
  return app.page.getByRole('button', { name, exact: true });
}

/** The notes that differ from their original text. */
async function notRestored(): Promise<string[]> {
  const paths: string[] = [];
  for (const [path, text] of Object.entries(SAMPLE)) {
    if ((await app.onDisk(path)) !== text) paths.push(path);
  }
  return paths;
}

test('the summary lists the notes that were changed, with their changes', async () => {
  await repair();
  await app.page.getByText('Changed notes · 14').waitFor();
  const note = changed('A Shell Prompt');
  expect(await note.innerText()).toContain('1 date · 2 images · 1 escaped text');
  await note.locator('.omnivore-rescue-note-open').focus();
  await app.page.keyboard.press('Enter');
  const place = app.page.locator('.omnivore-rescue-row.is-place').first();
  await place.waitFor();
  expect(await place.locator('del, ins').count()).toBeGreaterThan(1);
  await place.getByRole('button', { name: /^Open note at line \d+$/ }).click();
  await app.page.locator('.modal').waitFor({ state: 'detached' });
  expect(await openNotes(app)).toEqual(['Feeds/A Shell Prompt in Forty Lines.md']);
});

test('one note is undone, and the others later', async () => {
  await repair();
  const before = await notRestored();
  expect(before).toHaveLength(14);
  await changed('A Shell Prompt').getByRole('button', { name: /^Undo/ }).click();
  await changed('A Shell Prompt').getByText('Undone', { exact: true }).waitFor();
  const after = await notRestored();
  expect(before.filter((path) => !after.includes(path))).toEqual([
    'Feeds/A Shell Prompt in Forty Lines.md',
  ]);
  expect(await changed('A Shell Prompt').getByRole('button', { name: /^Undo/ }).count()).toBe(0);
  await button('Undo this repair').click();
  await app.page.getByText('Restored 13 notes').waitFor();
  await app.page.getByText('Restored notes · 13').waitFor();
  expect(await notRestored()).toEqual([]);
});

test('a note that has changed since is not undone, and the summary shows why', async () => {
  await repair();
  const path = 'Feeds/A Shell Prompt in Forty Lines.md';
  const mine = `${await app.onDisk(path)}Mine.\n`;
  await inPage(
    app,
    `await simulation.disk.writeFromOutside(${JSON.stringify(path)}, ${JSON.stringify(mine)})`,
  );
  await changed('A Shell Prompt').locator('.omnivore-rescue-note-open').click();
  await app.page
    .locator('.omnivore-rescue-row.is-status')
    .getByText('changed since the repair')
    .waitFor();
  await changed('A Shell Prompt').getByRole('button', { name: /^Undo/ }).click();
  await changed('A Shell Prompt').getByText('changed since the repair').waitFor();
  expect(await app.onDisk(path)).toBe(mine);
});

test('a note that could not be written is named once, and not among the changed ones', async () => {
  const note = SAMPLE[SEED_BANK] ?? '';
  app = await openApp({ files: { 'A.md': note, 'B.md': note } });
  await inPage(app, `simulation.disk.faults.failWrites('A.md')`);
  await app.run('repair-all');
  await app.page.locator('.omnivore-rescue-row.is-place').first().waitFor();
  await app.page.locator('.omnivore-rescue-footer .mod-cta').click();
  await app.page.getByText('Changed notes · 1', { exact: true }).waitFor();
  await app.page.getByText('Failed · 1', { exact: true }).waitFor();
  expect(await changed().allInnerTexts()).toEqual([expect.stringContaining('B.md')]);
});

test('a decision in the summary resolves what needs attention', async () => {
  await repair({ files: DECIDE });
  await app.page.getByText('Needs your attention · 1').waitFor();
  await button('Day first').click();
  await app.page.getByText('Needs your attention').waitFor({ state: 'detached' });
  expect(await app.onDisk('A.md')).toContain('2024-04-03');
});

test('the setting and the line are one click away', async () => {
  await repair({ files: DECIDE });
  await button('Open setting').click();
  await app.page.locator('.setting-item.omnivore-rescue-found').waitFor();
});

test('the report is copied, and saved as a note that no repair touches', async () => {
  await repair({ files: { ...DECIDE, [SEED_BANK]: SAMPLE[SEED_BANK] ?? '' } });
  await button('Open setting').waitFor();
  await app.page
    .context()
    .grantPermissions(['clipboard-read', 'clipboard-write'], { origin: 'http://localhost' });
  await button('Copy report').click();
  await app.page.getByText('Report copied.').waitFor();
  const copied = await app.page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('# Repaired 2 notes\n');
  expect(copied).toContain(`- [[${SEED_BANK.slice(0, -3)}]] – `);
  expect(copied).toMatch(/## Needs your attention · 1\n\n- \[\[A\]\] – .*03\/04\/2024/);
  await button('Save report as a note').click();
  const notice = app.page.getByText(/^Report saved as “Omnivore Rescue report .*\.md”\.$/);
  const path = /“(.*)”/.exec(await notice.innerText())?.[1] ?? '';
  expect(await app.onDisk(path)).toBe(copied);
});

test.each<[string, AppOptions]>([
  ['on a phone', { mobile: true }],
  ['at 200 % zoom in Chinese', { width: 550, height: 380, language: 'zh' }],
])('the buttons of the summary are in view %s', async (_, options) => {
  await repair(options);
  const buttons = app.page.locator('.omnivore-rescue-run .modal-button-container button');
  const { height = 0 } = app.page.viewportSize() ?? {};
  expect(await buttons.count()).toBe(4);
  for (const each of await buttons.all()) {
    const box = await each.boundingBox();
    expect((box?.y ?? NaN) + (box?.height ?? NaN)).toBeLessThanOrEqual(height);
  }
  const note = changed().first();
  if (options.mobile) await note.locator('.omnivore-rescue-note-open').tap();
  else await note.locator('.omnivore-rescue-note-open').click();
  await app.page.locator('.omnivore-rescue-row.is-place').first().waitFor();
});
