import { closeCleanly, type OpenApp } from '../open-app';
import { inPage } from '../panel/panel';
import { counts, noteRow, openPreview, repairButton, rowsOf, SAMPLE, totals } from './open-preview';

const SEED_BANK = 'Omnivore/2024-04-06/Labels for a Seed Bank.md';
const FILES = { 'A.md': SAMPLE[SEED_BANK] ?? '', 'B.md': SAMPLE[SEED_BANK] ?? '' };

let app: OpenApp;

beforeEach(async () => {
  app = await openPreview({ files: FILES });
});

afterEach(() => closeCleanly(app));

async function runAll(): Promise<void> {
  await repairButton(app).click();
  await app.page.locator('.omnivore-rescue-run .mod-cta').waitFor();
}

function writeFromOutside(path: string, text: string): Promise<void> {
  return inPage(
    app,
    `await simulation.disk.writeFromOutside(${JSON.stringify(path)}, ${JSON.stringify(text)})`,
  );
}

test('a note that changes is shown as it is now', async () => {
  const theirs = FILES['A.md'].replace(/^date_saved: .*/m, 'date_saved: 2024-12-24 20:15:00');
  await writeFromOutside('A.md', theirs);
  await rowsOf(app, 'place').filter({ hasText: '2024-12-24T20:15:00' }).waitFor();
  expect(await noteRow(app, 'A.md').innerText()).toContain('Changed meanwhile');
  await runAll();
  expect(await app.onDisk('A.md')).toContain('date_saved: 2024-12-24T20:15:00');
});

test('a note with unchecked changes that is edited meanwhile is not repaired', async () => {
  await rowsOf(app, 'place').first().getByRole('checkbox').uncheck();
  const theirs = `${FILES['A.md']}Mine.\n`;
  await writeFromOutside('A.md', theirs);
  await app.page.getByText('Changed meanwhile').waitFor();
  expect(await noteRow(app, 'A.md').getByRole('checkbox').isChecked()).toBe(false);
  await runAll();
  expect(await app.onDisk('A.md')).toBe(theirs);
  expect(await app.onDisk('B.md')).not.toBe(FILES['B.md']);
});

test('a note that is deleted is named, and not repaired', async () => {
  await inPage(app, `await app.vault.delete(app.vault.getFileByPath('A.md'))`);
  await app.page.getByText('The file is no longer there.').first().waitFor();
  expect(await noteRow(app, 'A.md').getByRole('checkbox').isDisabled()).toBe(true);
  expect(await repairButton(app).innerText()).toBe('Repair 1 note');
  await runAll();
  expect(await app.onDisk('A.md')).toBeNull();
});

test('a note that is renamed keeps its unchecked changes', async () => {
  const place = rowsOf(app, 'place').filter({ hasText: 'date_saved' }).first();
  await place.getByRole('checkbox').uncheck();
  await inPage(app, `await app.vault.rename(app.vault.getFileByPath('A.md'), 'Z.md')`);
  await noteRow(app, 'Z.md').waitFor();
  expect(await place.getByRole('checkbox').isChecked()).toBe(false);
  await runAll();
  const saved = /^date_saved: .*/m.exec(FILES['A.md'])?.[0] ?? '';
  expect(await app.onDisk('Z.md')).toContain(saved);
  expect(await app.onDisk('Z.md')).not.toBe(FILES['A.md']);
  expect(await app.onDisk('A.md')).toBeNull();
});

test('a note that no longer needs repair leaves the list', async () => {
  const both = /(\d+) changes/.exec(await totals(app))?.[1];
  await writeFromOutside('A.md', 'Mine.\n');
  await counts(app, `1 of 1 note · ${Number(both) / 2} changes`);
});
