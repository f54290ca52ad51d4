import { readVault } from '../playground/read-vault';
import { closeCleanly, openApp, type OpenApp } from './open-app';

const SAMPLE = readVault('tests/fixtures/sample-vault');
const DRAFT = 'Omnivore/2024-03-14/磁带为什么没有消失.md';

let app: OpenApp;

beforeEach(async () => {
  app = await openApp({ files: SAMPLE });
});

afterEach(() => closeCleanly(app));

test('all articles: preview, run, summary, undo', async () => {
  const { page } = app;
  await app.run('repair-all');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /^Repair \d+ notes$/ }).click();
  await dialog.getByRole('button', { name: 'Undo' }).waitFor();
  expect(await app.onDisk(DRAFT)).toContain('draft: false');
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await page.waitForFunction(
    ([path, text]) =>
      (
        window as unknown as { simulation: { disk: { peek(p: string): string } } }
      ).simulation.disk.peek(path ?? '') === text,
    [DRAFT, SAMPLE[DRAFT] ?? ''],
  );
});
