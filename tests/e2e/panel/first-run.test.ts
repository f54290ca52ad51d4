import { closeCleanly, type InPage, openApp, type OpenApp } from '../open-app';
import { active, isRead, SAMPLE, shown } from './panel';

let app: OpenApp;

beforeEach(async () => {
  app = await openApp({ files: SAMPLE, localStorage: {} });
  await app.run('open-panel');
});

afterEach(() => closeCleanly(app));

const heading = (): ReturnType<OpenApp['page']['getByText']> =>
  app.page.getByText('Find your saved articles');

function notesRead(): Promise<number> {
  return app.page.evaluate(
    () =>
      [...(window as unknown as InPage).simulation.disk.reads.keys()].filter((path) =>
        path.endsWith('.md'),
      ).length,
  );
}

test('a vault that was never scanned is not read before the user asks for it', async () => {
  await heading().waitFor();
  expect(await shown(app)).toEqual([]);
  expect(await notesRead()).toBe(0);
  await app.page.getByRole('button', { name: 'Scan this vault' }).click();
  await isRead(app);
  expect(await notesRead()).toBe(Object.keys(SAMPLE).length);
  expect((await shown(app))[0]).toBe('barometer.example.net 1');
  expect(await heading().count()).toBe(0);
});

test('the focus is on the scan button, and then on the list', async () => {
  await heading().waitFor();
  await app.page.keyboard.press('Enter');
  await isRead(app);
  expect((await active(app))?.name).toBe('barometer.example.net');
});

test('the scan is offered once', async () => {
  await app.page.getByRole('button', { name: 'Scan this vault' }).click();
  await isRead(app);
  await app.restart();
  await isRead(app);
  expect(await heading().count()).toBe(0);
});

test('a scan that the user did not start is offered again after a restart', async () => {
  await heading().waitFor();
  await app.restart();
  await heading().waitFor();
  expect(await notesRead()).toBe(0);
});

test('the folders can be chosen before the scan', async () => {
  await app.page.getByRole('button', { name: 'Choose folders' }).click();
  await app.page.getByRole('dialog').getByText('Folders to search', { exact: true }).waitFor();
});
