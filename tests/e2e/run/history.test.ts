import { closeCleanly, openApp, type OpenApp } from '../open-app';
import { inPage } from '../panel/panel';
import { cutLines, SAMPLE } from '../preview/open-preview';

const RUNS = '.obsidian/plugins/omnivore-rescue/runs';
const SEED_BANK = 'Omnivore/2024-04-06/Labels for a Seed Bank.md';
const FILES = { 'A.md': SAMPLE[SEED_BANK] ?? '', 'B.md': SAMPLE[SEED_BANK] ?? '' };

let app: OpenApp;

afterEach(() => closeCleanly(app));

async function repair(): Promise<void> {
  await app.run('repair-all');
  await app.page.locator('.omnivore-rescue-row.is-place').first().waitFor();
  await app.page.locator('.omnivore-rescue-footer .mod-cta').click();
  await app.page.locator('.omnivore-rescue-run .mod-cta').click();
}

async function showLast(): Promise<void> {
  await app.run('history');
  await app.page
    .getByRole('button', { name: /^Show the repair of/ })
    .first()
    .click();
  await changed().first().waitFor();
}

function changed(name = ''): ReturnType<OpenApp['page']['locator']> {
  return app.page.locator('.omnivore-rescue-row.is-changed').filter({ hasText: name });
}

function expand(name: string): Promise<void> {
  return changed(name).locator('.omnivore-rescue-note-open').click();
}

test('a run opens with its notes and their changes, also after a restart', async () => {
  app = await openApp({ files: FILES });
  await repair();
  await app.restart();
  await showLast();
  expect(await changed().count()).toBe(2);
  await expand('A.md');
  const place = app.page.locator('.omnivore-rescue-row.is-place');
  await place.first().waitFor();
  expect(await place.first().innerText()).toMatch(/−[^]*\+/);
  expect(await cutLines(app)).toEqual([]);
  await expand('A.md');
  expect(await place.count()).toBe(0);
  await app.page.getByRole('button', { name: 'Back to history' }).click();
  await app.page.locator('.omnivore-rescue-history [role=listitem]').waitFor();
});

test('one note of a run is undone, and it stays in the history', async () => {
  app = await openApp({ files: FILES });
  await repair();
  await showLast();
  await changed('A.md').getByRole('button', { name: /^Undo/ }).click();
  await changed('A.md').getByText('Undone', { exact: true }).waitFor();
  expect(await app.onDisk('A.md')).toBe(FILES['A.md']);
  expect(await app.onDisk('B.md')).not.toBe(FILES['B.md']);
  await app.page.keyboard.press('Escape');
  await showLast();
  await expand('A.md');
  await app.page.getByText('This note is as it was before.').waitFor();
  await app.page.getByRole('button', { name: 'Undo this repair' }).click();
  await app.page.getByText('Restored 1 note').waitFor();
  expect(await app.onDisk('B.md')).toBe(FILES['B.md']);
});

test('a note that was deleted or renamed since is labeled so', async () => {
  app = await openApp({ files: FILES });
  await repair();
  await inPage(app, `await app.vault.rename(app.vault.getFileByPath('A.md'), 'Z.md')`);
  await inPage(app, `await app.vault.delete(app.vault.getFileByPath('B.md'))`);
  await showLast();
  for (const name of ['A.md', 'B.md']) await expand(name);
  const status = app.page.locator('.omnivore-rescue-row.is-status');
  await status.nth(1).getByText('The file is no longer there.').waitFor();
  await changed('A.md').getByRole('button', { name: /^Undo/ }).click();
  await changed('A.md').getByText('The file is no longer there.').waitFor();
});

test('a journal of an older version opens and is undone', async () => {
  app = await openApp({ files: FILES });
  await repair();
  const name = await inPage<string>(
    app,
    `const path = [...simulation.disk.files.keys()].find((each) => each.endsWith('.jsonl'));
     const { text } = simulation.disk.files.get(path);
     const [head, ...steps] = text.split('\\n');
     const { schema, run, started } = JSON.parse(head);
     simulation.disk.seed(path, [JSON.stringify({ schema, run, started }), ...steps].join('\\n'));
     return path;`,
  );
  expect(name.startsWith(RUNS)).toBe(true);
  await showLast();
  await expand('A.md');
  await app.page.locator('.omnivore-rescue-row.is-place').first().waitFor();
  await app.page.getByRole('button', { name: 'Undo this repair' }).click();
  await app.page.getByText('Restored 2 notes').waitFor();
  expect(await app.onDisk('A.md')).toBe(FILES['A.md']);
});

test('right to left in Chinese on a phone, a run opens at a tap', async () => {
  app = await openApp({ files: FILES, language: 'zh', mobile: true });
  await app.page.evaluate(() => {
    document.body.classList.add('mod-rtl');
    document.documentElement.dir = 'rtl';
  });
  await repair();
  await app.run('history');
  await app.page
    .getByRole('button', { name: /^查看 / })
    .first()
    .tap();
  await changed('A.md').locator('.omnivore-rescue-note-open').tap();
  await app.page.locator('.omnivore-rescue-row.is-place').first().waitFor();
  expect(await cutLines(app)).toEqual([]);
});

test('runs of the same day are distinguished by their notes, and Tab goes through the list', async () => {
  app = await openApp({ files: FILES });
  await repair();
  await app.run('history');
  const run = app.page.locator('.omnivore-rescue-history [role=listitem]');
  await run.getByText('A, B', { exact: true }).waitFor();
  await app.page.getByRole('button', { name: /^Show the repair of/ }).focus();
  await app.page.keyboard.press('Enter');
  await changed('A.md').locator('.omnivore-rescue-note-open').press('Enter');
  await app.page.locator('.omnivore-rescue-row.is-place').first().waitFor();
});

test('at 200 % zoom the buttons of a run are in view', async () => {
  app = await openApp({ files: FILES, width: 550, height: 380 });
  await repair();
  await showLast();
  const buttons = app.page.locator('.omnivore-rescue-run .modal-button-container button');
  expect(await buttons.count()).toBeGreaterThan(3);
  for (const each of await buttons.all()) {
    const box = await each.boundingBox();
    expect((box?.y ?? NaN) + (box?.height ?? NaN)).toBeLessThanOrEqual(380);
  }
});
