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
  SCANNED,
  start,
  title,
  until,
  untilTitle,
} from './start';
import { banners, button, choose, openPanel, untilRows } from './panel/panel';

/** Where the plugin keeps what could not be saved. */
const ATTENTION = '.obsidian/plugins/omnivore-rescue/attention.json';

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

test('a preview counts the images of each host, and requests none', async () => {
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

test('links are Markdown if the user has chosen that, with the chosen kind of path', async () => {
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

test('what is gone comes from the archive; what the archive lacks needs attention, with its reason and a retry', async () => {
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

test('an image that can’t be changed in place is not requested, and needs attention', async () => {
  const note = article().replace('---\n\n', `cover: >-\n  ${HOST}/any/1.png\n---\n\n`);
  await begin({ 'a.md': note });
  await open();
  expect(title()).toBe('No images to save');
  expect(modal()?.textContent).toContain('1 image stays a link');
  click('Close');
  await until('the list', () => onDisk(simulation, ATTENTION)?.includes('not-editable') ?? false);
  expect(seen).toEqual([]);
  expect(onDisk(simulation, 'a.md')).toBe(note);
});

test('a host in a private network gets no request', async () => {
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

test('with nothing to save, the window reports that', async () => {
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

describe('an image that could not be saved', () => {
  const never = `${HOST}/never/2.png`;

  /** Opens the list of what needs attention, through the panel's filter. */
  async function openAttention(): Promise<void> {
    await openPanel(simulation);
    await untilRows();
    button('Filter').click();
    choose('Needs your attention');
    button('Resolve…').click();
    await untilTitle('Needs your attention');
  }

  async function saveAndList(note: string): Promise<void> {
    simulation = await start({ 'a.md': note }, SCANNED);
    await save();
    click('Done');
    await openAttention();
  }

  test('needs attention in the panel, also after a restart, and can be tried again', async () => {
    await saveAndList(shows('/gone/1.png', '/never/2.png'));
    const { disk } = simulation;
    await simulation.app.quit();
    simulation.close();
    simulation = await start({}, { ...SCANNED, disk });
    await openAttention();
    expect(modal()?.textContent).toContain('Image not saved: the server refuses it (404)');
    expect(modal()?.textContent).toContain(never);
    const opened: unknown[] = [];
    jest.spyOn(window, 'open').mockImplementation((url) => void opened.push(url) as never);
    click('Open in the Wayback Machine');
    expect(opened).toEqual([expect.stringMatching(/^https:\/\/web\.archive\.org\/web\/\d{14}\//)]);
    expect(String(opened[0]).endsWith(`/${never}`)).toBe(true);
    click('Try again');
    await untilTitle('Save 1 image');
  });

  test('is no longer listed once a run has saved it', async () => {
    await saveAndList(shows('/never/2.png'));
    const local = networkTo(server.origin);
    connect((request) =>
      local.network({ ...request, url: request.url.replace('/never/', '/any/') }),
    );
    click('Try again');
    await untilTitle('Save 1 image');
    click('Save 1 image');
    await untilTitle('Saved 1 image');
    click('Done');
    await until('the panel', () => banners() === '');
    expect(onDisk(simulation, ATTENTION)).not.toContain(never);
  });

  test('is no longer listed once its note does not show it', async () => {
    const note = shows('/never/2.png');
    await saveAndList(note);
    const file = simulation.app.vault.getFileByPath('a.md');
    if (!file) throw new Error('No note');
    await simulation.app.vault.modify(file, `${note}\nMine.\n`);
    await until('the text', () => onDisk(simulation, 'a.md')?.includes('Mine.') === true);
    expect(modal()?.textContent).toContain(never);
    await simulation.app.vault.modify(file, note.replace(never, 'mine.png'));
    await until('the end', () => modal()?.textContent?.includes(never) === false);
    expect(modal()?.textContent).toContain('Nothing needs your attention.');
  });

  test('can be ignored, and stays a link', async () => {
    const note = shows('/never/2.png');
    await saveAndList(note);
    click('Ignore');
    await until('the section', () => modal()?.textContent?.includes('Ignored (1)') === true);
    expect(onDisk(simulation, 'a.md')).toBe(note);
  });
});
