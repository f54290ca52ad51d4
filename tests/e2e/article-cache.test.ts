import { closeCleanly, type InPage, type OpenApp } from './open-app';
import { isRead, openPanel, SAMPLE, searchField, shown } from './panel/panel';

/** What the tests damage: the page's databases, as no library of ours sees them. */
const IN_PAGE = `
  const settled = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const names = async () => (await indexedDB.databases()).map(({ name }) => name);
  const store = (db) => db.transaction('notes', 'readwrite').objectStore('notes');
  const never = () => Object.create(IDBRequest.prototype, { addEventListener: { value() {} } });
  const recreate = async (version, upgrade) => {
    const [name] = await names();
    await settled(indexedDB.deleteDatabase(name));
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => upgrade(request.result);
    (await settled(request)).close();
  };
`;
const NOTES = Object.keys(SAMPLE).sort();
const ONE = 'Omnivore/2024-04-06/Labels for a Seed Bank.md';

let app: OpenApp;

beforeEach(async () => {
  app = await openPanel();
});

afterEach(() => closeCleanly(app));

function inPage<T>(body: string): Promise<T> {
  return app.page.evaluate(`(async () => { ${IN_PAGE} ${body} })()`);
}

/** The notes read from disk since the start; a note that was read twice is listed twice. */
function notesRead(): Promise<string[]> {
  return app.page.evaluate(() =>
    [...(window as unknown as InPage).simulation.disk.reads]
      .filter(([path]) => path.endsWith('.md'))
      .flatMap(([path, times]) => Array<string>(times).fill(path))
      .sort(),
  );
}

/** Waits until the database holds exactly these notes. */
async function areCached(paths: readonly string[]): Promise<void> {
  const known = `
    const [name] = await names();
    const db = await settled(indexedDB.open(name));
    const keys = await settled(store(db).getAllKeys());
    db.close();
    return keys;`;
  await expectSoon(() => inPage(known), [...paths].sort());
}

async function expectSoon<T>(read: () => Promise<T>, wanted: T): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (JSON.stringify(await read()) === JSON.stringify(wanted)) return;
    await app.page.waitForTimeout(50);
  }
  expect(await read()).toEqual(wanted);
}

async function restart(): Promise<void> {
  await app.restart();
  await isRead(app);
}

test('a cold start reads each note once, a warm one none', async () => {
  expect(await notesRead()).toEqual(NOTES);
  await areCached(NOTES);
  const before = await shown(app);
  await restart();
  expect(await notesRead()).toEqual([]);
  expect(await shown(app)).toEqual(before);
});

test('after a restart only the notes that changed meanwhile are read again', async () => {
  await areCached(NOTES);
  const text = SAMPLE[ONE]?.replaceAll('Labels for a Seed Bank', 'Labels anew') ?? '';
  await inPage(`simulation.disk.seed(${JSON.stringify(ONE)}, ${JSON.stringify(text)})`);
  await restart();
  expect(await notesRead()).toEqual([ONE]);
  await searchField(app).fill('labels anew');
  expect(await shown(app)).toEqual(['drawers.example.org 1', '  Labels anew']);
});

test.each<[string, object, readonly string[]]>([
  ['what is read', { draftFlag: { preset: 'jekyll' } }, NOTES],
  ['where to search', { folders: ['Omnivore'] }, []],
])('other settings of %s', async (_, settings, read) => {
  await areCached(NOTES);
  const data = JSON.stringify(JSON.stringify(settings));
  await inPage(`simulation.disk.seed('.obsidian/plugins/omnivore-rescue/data.json', ${data})`);
  await restart();
  expect(await notesRead()).toEqual(read);
});

test('a note that is renamed or deleted leaves the cache, also between two starts', async () => {
  await areCached(NOTES);
  const [first, second, third, ...others] = NOTES as [string, string, string];
  const path = JSON.stringify;
  await inPage(`await app.fileManager.renameFile(app.vault.getFileByPath(${path(first)}), 'New.md');
    await app.vault.delete(app.vault.getFileByPath(${path(second)}))`);
  await areCached(['New.md', third, ...others]);
  await inPage(`app.vault.disk.onChange = () => undefined;
    await simulation.disk.removeFromOutside(${path(third)})`);
  await restart();
  await areCached(['New.md', ...others]);
  expect(await notesRead()).toEqual([]);
});

test('each vault has its own cache', async () => {
  await areCached(NOTES);
  const options = JSON.stringify({ files: { [ONE]: 'Not an article.' } });
  await inPage(`const { manifest } = plugin;
    const code = simulation.disk.peek(manifest.dir + '/main.js');
    simulation.close();
    await start({ code, manifest, ...${options} });
    app.commands.executeCommandById('omnivore-rescue:open-panel');`);
  await app.page.getByText('No saved articles here yet').waitFor();
  expect(await inPage<string[]>('return names();')).toHaveLength(2);
});

test.each<[string, string]>([
  [
    'with incomplete records',
    `const [name] = await names();
     const db = await settled(indexedDB.open(name));
     for (const note of await settled(store(db).getAll())) {
       await settled(store(db).put({ ...note, articles: [{ ...note.articles[0], tags: null }] }));
     }
     await settled(store(db).put({ path: 7 }));
     db.close();`,
  ],
  ['of a newer version', 'await recreate(7, (db) => db.createObjectStore("other"));'],
  ['without its store', 'await recreate(1, () => undefined);'],
  [
    'with other keys',
    'await recreate(1, (db) => db.createObjectStore("notes", { keyPath: "id" }));',
  ],
])('a database %s is rebuilt', async (_, damage) => {
  await areCached(NOTES);
  const before = await shown(app);
  await inPage(damage);
  await restart();
  expect(await shown(app)).toEqual(before);
  expect(await notesRead()).toEqual(NOTES);
  await expectSoon(async () => (await restart(), notesRead()), []);
});

test.each<[string, string]>([
  [
    'that another connection blocks',
    `const [name] = await names();
     window.held = await settled(indexedDB.open(name));
     indexedDB.deleteDatabase(name);`,
  ],
  ['that can’t be opened', 'IDBFactory.prototype.open = () => { throw new Error("Not today"); };'],
  ['that does not answer', 'IDBFactory.prototype.open = never;'],
  ['that can’t be read', 'IDBObjectStore.prototype.getAll = () => { throw new Error("No"); };'],
  ['that can’t be written', 'IDBObjectStore.prototype.put = () => { throw new Error("No"); };'],
])('a database %s costs only time', async (_, damage) => {
  await areCached(NOTES);
  const before = await shown(app);
  await inPage(damage);
  await restart();
  expect(await shown(app)).toEqual(before);
});

test('a database that stops answering causes only one wait', async () => {
  await areCached(NOTES);
  await inPage('IDBObjectStore.prototype.getAll = IDBObjectStore.prototype.put = never;');
  await app.page.clock.install();
  await app.restart();
  await app.page.clock.runFor(10_000);
  await isRead(app);
  expect(await notesRead()).toEqual(NOTES);
});
