/** @jest-environment jsdom */
import { pictureAt, startImageServer, type ImageServer } from '../image-server';
import type { Simulation } from '../simulator/load-plugin';
import { openNote } from '../simulator/user';
import { connect } from '../simulator/versions';
import { completeCrypto, HOST, networkTo } from './local-network';
import {
  allNotes,
  article,
  click,
  modal,
  onDisk,
  rows,
  start,
  title,
  until,
  untilTitle,
} from './start';

let simulation: Simulation;
let server: ImageServer;
let seen: string[];

/** A saved article with these images. */
function shows(...paths: readonly string[]): string {
  return article() + paths.map((path) => `![tide|300](${HOST}${path})\n`).join('\n');
}

async function begin(
  files: Readonly<Record<string, string>>,
  config: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  simulation = await start(files);
  for (const [name, value] of Object.entries(config)) simulation.app.vault.setConfig(name, value);
}

async function open(command = 'save-images-all'): Promise<void> {
  await simulation.app.commands.run(`omnivore-rescue:${command}`);
  await until('the preview', () => /^Save \d|^No images/.test(title()));
}

async function save(command?: string): Promise<void> {
  await open(command);
  click(title());
  await until('the end', () => /^Saved |^No images saved/.test(title()));
}

function images(): readonly string[] {
  return [...simulation.disk.files.keys()].filter(
    (path) => /\.(?:png|svg)$/.test(path) && !path.startsWith('.'),
  );
}

beforeAll(completeCrypto);

beforeEach(async () => {
  server = await startImageServer();
  const local = networkTo(server.origin);
  connect(local.network);
  ({ seen } = local);
});

afterEach(async () => {
  simulation.close();
  connect(null);
  await server.close();
});

test('a preview says how many images there are on which hosts, and asks nobody', async () => {
  await begin({ 'a.md': shows('/any/1.png', '/any/2.png'), 'b.md': shows('/any/2.png') });
  await open();
  expect(title()).toBe('Save 2 images');
  expect(modal()?.textContent).toContain('Shown in 2 notes');
  expect(modal()?.textContent).toContain('img.example.org · 2');
  click('Cancel');
  expect(seen).toEqual([]);
  expect(images()).toEqual([]);
});

test('images are saved where the vault keeps attachments, linked as it links, and undone to the byte', async () => {
  const notes = {
    'Shelf/a.md': shows('/any/1.png', '/any/2.png'),
    'mine.md': `![](${HOST}/any/3.png)`,
  };
  await begin(notes, { attachmentFolderPath: 'files' });
  await save();
  expect(title()).toBe('Saved 2 images');
  expect(images()).toHaveLength(2);
  const [first = ''] = images();
  expect(first).toMatch(/^files\/Tide-clocks-[0-9a-f]{16}\.png$/);
  expect(simulation.disk.files.get(first)?.bytes).toEqual(pictureAt('/any/1.png'));
  expect(onDisk(simulation, 'Shelf/a.md')).toContain(`![[${first.slice(6)}|tide|300]]`);
  expect(onDisk(simulation, 'mine.md')).toBe(notes['mine.md']);
  expect(seen[0]).toBe(`https://harbourpress.example.org/ ${HOST}/any/1.png`);
  click('Undo');
  await untilTitle('Restored 1 note');
  expect(images()).toEqual([]);
  expect(allNotes(simulation)).toMatchObject(notes);
});

test('links are Markdown where the user has set so, in the form that they have set', async () => {
  await begin(
    { 'Shelf/a.md': shows('/any/1.png') },
    { useMarkdownLinks: true, newLinkFormat: 'relative' },
  );
  await save();
  expect(onDisk(simulation, 'Shelf/a.md')).toContain(`![tide|300](../${images()[0]})`);
});

test('the command for the current note saves its images alone', async () => {
  await begin({ 'a.md': shows('/any/1.png'), 'b.md': shows('/any/2.png') });
  await openNote(simulation.app, 'a.md');
  await save('save-images');
  expect(title()).toBe('Saved 1 image');
  expect(onDisk(simulation, 'b.md')).toBe(shows('/any/2.png'));
});

test('what is gone comes from the archive; what nobody has needs attention, with its reason and another try', async () => {
  const note = shows('/gone/1.png', '/never/2.png');
  await begin({ 'a.md': note });
  await save();
  expect(title()).toBe('Saved 1 image');
  expect(rows()).toEqual([
    'Needs your attention · 1',
    expect.stringMatching(
      /^a\.mdthe server refuses it \(404\).*never\/2\.png.*Open in the Wayback Machine$/,
    ),
  ]);
  expect(onDisk(simulation, 'a.md')).toContain(`![tide|300](${HOST}/never/2.png)`);
  click('Try again');
  await untilTitle('Save 1 image');
  click('Save 1 image');
  await untilTitle('No images saved');
});

test('a host in a private network is not asked', async () => {
  await begin({ 'a.md': shows('/any/1.png').replaceAll(HOST, 'http://192.168.1.2') });
  await save();
  expect(rows().join()).toContain('its host is in a private network');
  expect(seen).toEqual([]);
});

test('a run can be stopped; what was saved until then is linked', async () => {
  await begin({ 'a.md': shows('/any/1.png', '/silent') });
  await open();
  click(title());
  await until('the first image', () => images().length === 1);
  await until('the progress', () => (modal()?.textContent ?? '').includes('1 of 2 images'));
  click('Stop');
  await untilTitle('Saved 1 image');
  expect(modal()?.textContent).toContain('Stopped.');
  expect(onDisk(simulation, 'a.md')).toContain(`](${HOST}/silent)`);
  click('Undo');
  await untilTitle('Restored 1 note');
  expect(onDisk(simulation, 'a.md')).toBe(shows('/any/1.png', '/silent'));
});

test('an image that is there already is not fetched again', async () => {
  await begin({ 'a.md': shows('/any/1.png') });
  await save();
  click('Done');
  await simulation.app.vault.create('b.md', shows('/any/1.png'));
  await open();
  expect(modal()?.textContent).toContain('already in the vault');
  click('Save 1 image');
  await untilTitle('Saved 1 image');
  expect(seen).toHaveLength(1);
});

test('where nothing is to be saved, it says so', async () => {
  await begin({ 'a.md': article() });
  await open();
  expect(modal()?.textContent).toContain('No saved article here has an image from the web.');
});

test('neither the start nor another command makes a request', async () => {
  await begin({ 'a.md': shows('/any/1.png') });
  await openNote(simulation.app, 'a.md');
  const ids = Object.keys(simulation.app.commands.commands).filter(
    (id) => id.startsWith('omnivore-rescue:') && !/:(?:save-images|show-run)/.test(id),
  );
  expect(ids.length).toBeGreaterThan(10);
  for (const id of ids) {
    // Some can't run now.
    await simulation.app.commands.run(id).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(seen).toEqual([]);
  expect(server.requests).toEqual([]);
});
