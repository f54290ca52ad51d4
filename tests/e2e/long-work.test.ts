import { closeCleanly, openApp, type OpenApp } from './open-app';
import { isRead } from './panel/panel';

/** A note of 10 MB, made in the page. */
const LARGE = `
  const image = '![](https://proxy-prod.omnivore-image-cache.app/0x0,s' + 'k'.repeat(43) + '/https://example.org/sea.png)';
  const paragraph = 'Some words about the sea, and \`code\`. '.repeat(30) + '\\n\\n' + image + '\\n\\n';
  const large = [
    '---', 'id: 4a7c6a1e-e1f2-11ee-8a3c-6f2b1c9d0e11', '---', '', '#Omnivore', '',
    '[Read on Omnivore](https://omnivore.app/me/tides-18e3d5b1a2c)', '', '',
  ].join('\\n') + paragraph.repeat(Math.ceil(10_000_000 / paragraph.length));
  await simulation.disk.writeFromOutside('Omnivore/Large.md', large);
`;
/**
 * A clock on which everything takes long, so that work pauses wherever it can, however fast the machine is. Counts the
 * pauses: each is a message to itself.
 */
const COUNT_PAUSES = `
  let now = performance.now();
  performance.now = () => (now += 10);
  window.pauses = 0;
  window.MessageChannel = class extends MessageChannel {
    constructor() {
      super();
      window.pauses++;
    }
  };
`;
/** As many pauses as reading a text of 10 MB once makes at least. */
const PAUSES = 38;

let app: OpenApp;

afterEach(() => closeCleanly(app));

function inPage<T>(body: string): Promise<T> {
  return app.page.evaluate(`(async () => { ${body} })()`);
}

/** The pauses since the last call. */
function pauses(): Promise<number> {
  return inPage('const { pauses } = window; window.pauses = 0; return pauses;');
}

test('the page responds while a note of 10 MB is listed, previewed, repaired and restored', async () => {
  app = await openApp({ files: {} });
  const { page } = app;
  page.setDefaultTimeout(60_000);
  await inPage(LARGE + COUNT_PAUSES);
  const button = (name: string | RegExp) => page.getByRole('button', { name }).click();

  await pauses();
  await inPage(`
    const file = app.vault.getAbstractFileByPath('Omnivore/Large.md');
    const leaf = app.workspace.getLeaf();
    await leaf.openFile(file);
    const until = async (holds) => {
      while (!holds()) await new Promise((done) => setTimeout(done));
    };
    await until(() => app.commands.isAvailable('omnivore-rescue:why'));
    app.commands.executeCommandById('omnivore-rescue:why');
    await until(() => document.querySelector('.notice')?.textContent.startsWith('Recognized as'));
    leaf.detach();`);
  expect(await pauses()).toBeGreaterThan(2 * PAUSES);

  await app.run('open-panel');
  await page.getByRole('treeitem', { name: 'Large' }).waitFor();
  await isRead(app);
  expect(await pauses()).toBeGreaterThan(PAUSES);

  await app.run('repair-all');
  await page.locator('.omnivore-rescue-preview .omnivore-rescue-row.is-place').first().waitFor();
  expect(await pauses()).toBeGreaterThan(3 * PAUSES);

  await button(/^Repair 1 note$/);
  await page.getByText('Repaired 1 note').first().waitFor();
  expect(await pauses()).toBeGreaterThan(3 * PAUSES);
  expect(await app.onDisk('Omnivore/Large.md')).not.toContain('omnivore-image-cache');

  await button('Undo this repair');
  await page.getByText('Restored 1 note').first().waitFor();
  expect(await pauses()).toBeGreaterThan(2 * PAUSES);
  expect(await app.onDisk('Omnivore/Large.md')).toContain('omnivore-image-cache');
}, 120_000);

test('a deleted folder is removed from the cache in parts', async () => {
  app = await openApp({ many: 3000, files: {} });
  await app.run('open-panel');
  await isRead(app);
  const parts = await inPage<number[]>(`
    const { prototype } = IDBObjectStore;
    const remove = prototype.delete;
    const parts = new Map();
    prototype.delete = function (...args) {
      parts.set(this.transaction, (parts.get(this.transaction) ?? 0) + 1);
      return remove.apply(this, args);
    };
    const sum = () => [...parts.values()].reduce((a, b) => a + b, 0);
    const folder = app.vault.getAbstractFileByPath('Omnivore');
    await app.vault.delete(folder, true);
    while (sum() < 3000) await new Promise((resolve) => setTimeout(resolve, 10));
    prototype.delete = remove;
    return [...parts.values()];`);
  expect(Math.max(...parts)).toBeLessThanOrEqual(500);
  await app.page.getByText('No saved articles').first().waitFor();
}, 60_000);
