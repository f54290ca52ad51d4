import { closeCleanly, type OpenApp } from '../open-app';
import { inPage, openNotes } from '../panel/panel';
import {
  counts,
  cutLines,
  noteRow,
  openPreview,
  repairButton,
  rowsOf,
  SAMPLE,
  totals,
} from './open-preview';

const SEED_BANK = 'Omnivore/2024-04-06/Labels for a Seed Bank.md';

let app: OpenApp;

afterEach(() => closeCleanly(app));

test('the first note is expanded; chevrons expand others, with the keyboard too', async () => {
  app = await openPreview();
  const expanded = () => rowsOf(app, 'note').locator('[aria-expanded=true]').count();
  expect(await expanded()).toBe(1);
  const first = rowsOf(app, 'note').locator('.omnivore-rescue-note-open').first();
  await first.focus();
  await app.page.keyboard.press('Enter');
  await rowsOf(app, 'place').first().waitFor({ state: 'detached' });
  expect(await expanded()).toBe(0);
  await app.page.keyboard.press('Space');
  await rowsOf(app, 'place').first().waitFor();
  expect(await first.evaluate((el) => el === document.activeElement)).toBe(true);
});

test('the only note is expanded', async () => {
  app = await openPreview({ files: { 'A.md': SAMPLE[SEED_BANK] ?? '' } });
  expect(await rowsOf(app, 'note').count()).toBe(1);
});

test('a change that is unchecked is not written, and the totals follow', async () => {
  app = await openPreview({ files: { 'A.md': SAMPLE[SEED_BANK] ?? '' } });
  const before = Number(/(\d+) changes/.exec(await totals(app))?.[1]);
  const place = rowsOf(app, 'place').filter({ hasText: 'date_saved' }).first();
  await place.getByRole('checkbox').uncheck();
  await counts(app, `1 of 1 note · ${before - 1} changes`);
  expect(await place.locator('del').first().isVisible()).toBe(true);
  const note = noteRow(app, 'Labels').getByRole('checkbox');
  expect(await note.evaluate((box: HTMLInputElement) => box.indeterminate)).toBe(true);
  await repairButton(app).click();
  await app.page.locator('.omnivore-rescue-run .mod-cta').waitFor();
  const saved = (text: string | null | undefined): string =>
    /^date_saved:.*$/m.exec(text ?? '')?.[0] ?? '';
  const after = await app.onDisk('A.md');
  expect(after).not.toBe(SAMPLE[SEED_BANK]);
  expect(saved(after)).toBe(saved(SAMPLE[SEED_BANK]));
});

test('the checkbox of a note brings all its changes back', async () => {
  app = await openPreview({ files: { 'A.md': SAMPLE[SEED_BANK] ?? '' } });
  const all = await totals(app);
  const note = rowsOf(app, 'note').getByRole('checkbox');
  for (const box of await rowsOf(app, 'place').getByRole('checkbox').all()) {
    await box.focus();
    await app.page.keyboard.press('Space');
    await app.page.waitForTimeout(20);
    expect(await box.evaluate((el) => el === document.activeElement)).toBe(true);
  }
  await counts(app, '0 of 1 note · 0 changes');
  expect(await repairButton(app).isDisabled()).toBe(true);
  await note.click();
  await counts(app, all);
  for (const box of await rowsOf(app, 'place').getByRole('checkbox').all()) {
    expect(await box.isChecked()).toBe(true);
  }
});

test.each([
  ['one under the other', {}],
  ['side by side', { width: 1400, height: 900 }],
  ['on a phone', { mobile: true }],
  ['in Chinese at 200 % zoom', { language: 'zh', width: 550, height: 380 }],
])('all lines of all notes are readable %s', async (_, options) => {
  app = await openPreview(options);
  await app.page.getByRole('button', { name: /^(?:Expand all|全部展开)$/ }).click();
  const list = app.page.locator('.omnivore-rescue-rows');
  let seen = 0;
  for (let at = -1, next = 0; at !== next;) {
    at = next;
    await rowsOf(app, 'status').first().waitFor({ state: 'detached' });
    seen += await rowsOf(app, 'place').count();
    expect(await cutLines(app)).toEqual([]);
    next = await list.evaluate((el) => {
      el.scrollTop += el.clientHeight;
      return Math.round(el.scrollTop);
    });
    await app.page.waitForTimeout(20);
  }
  expect(seen).toBeGreaterThan(40);
  await app.page.getByRole('button', { name: /^(?:Collapse all|全部折叠)$/ }).click();
  expect(await rowsOf(app, 'place').count()).toBe(0);
});

test('on a wide window the lines before and after stand side by side', async () => {
  app = await openPreview({ width: 1400, height: 900 });
  const sides = rowsOf(app, 'place').first().locator('.omnivore-rescue-side');
  const [before, after] = [await sides.nth(0).boundingBox(), await sides.nth(1).boundingBox()];
  expect(after?.y).toBe(before?.y);
  expect(after?.x).toBeGreaterThan((before?.x ?? 0) + (before?.width ?? 0) - 1);
  await app.page.setViewportSize({ width: 800, height: 900 });
  await app.page.locator('.omnivore-rescue-change:not(.is-side-by-side)').first().waitFor();
});

test('only the notes that a search finds are repaired, if the user wants that', async () => {
  app = await openPreview();
  const only = app.page.getByRole('button', { name: 'Only these' });
  expect(await only.isVisible()).toBe(false);
  await app.page.locator('.omnivore-rescue-preview input[type=search]').fill('seed bank');
  await counts(app, '14 of 14 notes · 51 changes · 1 listed');
  await only.click();
  await app.page.getByRole('button', { name: 'Repair 1 note' }).click();
  await app.page.locator('.omnivore-rescue-run .mod-cta').waitFor();
  for (const [path, text] of Object.entries(SAMPLE)) {
    const isSame = (await app.onDisk(path)) === text;
    expect([path, isSame]).toEqual([path, path !== SEED_BANK]);
  }
});

test('a note opens at the line of a change, and the preview keeps what was chosen', async () => {
  app = await openPreview();
  await rowsOf(app, 'note').first().getByRole('checkbox').uncheck();
  const place = rowsOf(app, 'place').nth(1);
  const label = await place.getByRole('button').getAttribute('aria-label');
  const line = Number(/line (\d+)/.exec(label ?? '')?.[1]);
  await place.getByRole('button').click();
  await app.page.locator('.modal').waitFor({ state: 'detached' });
  expect(await openNotes(app)).toEqual(['Feeds/A Shell Prompt in Forty Lines.md']);
  const shown = await inPage<number>(
    app,
    `return app.workspace.getLeavesOfType('markdown')[0].getEphemeralState().line`,
  );
  expect(shown).toBe(line - 1);
  await app.page.getByRole('button', { name: 'Back to preview' }).click();
  await counts(app, '13 of 14 notes · 47 changes');
  expect(await rowsOf(app, 'note').first().getByRole('checkbox').isChecked()).toBe(false);
  expect(await app.page.locator('.notice').count()).toBe(0);
});
