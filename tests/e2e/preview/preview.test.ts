import { readVault } from '../../playground/read-vault';
import { closeCleanly, openApp, type OpenApp } from '../open-app';

const SAMPLE = readVault('tests/fixtures/sample-vault');
const DRAFT = 'Omnivore/2024-03-14/磁带为什么没有消失.md';

let app: OpenApp;

afterEach(() => closeCleanly(app));

test('all articles: preview, run, summary, undo', async () => {
  app = await openApp({ files: SAMPLE, data: { draftFlag: { preset: 'hugo' } } });
  const { page } = app;
  await app.run('repair-all');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /^Repair \d+ notes$/ }).click();
  await dialog.getByRole('button', { name: 'Undo this repair' }).waitFor();
  expect(await app.onDisk(DRAFT)).toContain('draft: false');
  await dialog.getByRole('button', { name: 'Undo this repair' }).click();
  await page.waitForFunction(
    ([path, text]) =>
      (
        window as unknown as { simulation: { disk: { peek(p: string): string } } }
      ).simulation.disk.peek(path ?? '') === text,
    [DRAFT, SAMPLE[DRAFT] ?? ''],
  );
});

test.each([
  ['a computer', false],
  ['a phone', true],
])('on %s the window has the focus as soon as it shows something', async (_, mobile) => {
  app = await openApp({ files: SAMPLE, mobile });
  await app.run('repair-all');
  await app.page.getByRole('button', { name: /^Repair \d+ notes$/ }).waitFor();
  expect(await app.page.locator('[role=dialog]:focus-within').count()).toBe(1);
  // The keyboard of a phone would cover the notes.
  const searching = app.page.locator('[role=dialog] input[type=search]:focus');
  expect(await searching.count()).toBe(mobile ? 0 : 1);
});

test('a window with nothing to repair is only as high as its text', async () => {
  app = await openApp({ files: { 'A.md': '# A\n' } });
  await app.run('repair-all');
  const { page } = app;
  await page.getByText('This note is not a saved Omnivore article.').waitFor();
  const windowBox = await page.getByRole('dialog').boundingBox();
  const button = await page
    .getByRole('button', { name: 'Close', exact: true })
    .last()
    .boundingBox();
  const below = (box: typeof button): number => (box ? box.y + box.height : NaN);
  expect(below(windowBox) - below(button)).toBeLessThan(60);
});

test('the name of a repair that is off is muted', async () => {
  app = await openApp({ files: SAMPLE });
  await app.run('repair-all');
  const chip = app.page.locator('.omnivore-rescue-chip', { hasText: 'Dates' });
  const color = (): Promise<string> => chip.evaluate((el) => getComputedStyle(el).color);
  const on = await color();
  await chip.click();
  expect(await chip.getByRole('checkbox').isChecked()).toBe(false);
  expect(await color()).not.toBe(on);
});
