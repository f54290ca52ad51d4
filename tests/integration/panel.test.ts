/** @jest-environment jsdom */
import type { BootOptions, Simulation } from '../simulator/load-plugin';
import { noticeTexts, openNote, settle } from '../simulator/user';
import { article, click, SCANNED, start, until } from './start';

let simulation: Simulation;

afterEach(() => simulation.close());

const NOTES = {
  'Omnivore/A.md': article({ title: 'Tide clocks' }),
  'Omnivore/Old/B.md': article({ title: 'Salt roads', draft: true }),
  'Else/C.md': article({ title: 'Seed banks' }),
  'Else/Own.md': '# A note of mine\n',
};

async function open(options: Partial<BootOptions> = SCANNED): Promise<void> {
  simulation = await start(NOTES, options);
  await settle();
  await simulation.app.commands.run('omnivore-rescue:open-panel');
  await settle();
}

function panel(): HTMLElement {
  const el = document.querySelector<HTMLElement>('.omnivore-rescue-panel');
  if (!el) throw new Error('The panel is not open');
  return el;
}

function foot(): string {
  return panel().querySelector('.omnivore-rescue-panel-foot')?.textContent ?? '';
}

/** What stands in the list's place. */
function stead(): string {
  return panel().querySelector('.omnivore-rescue-stead')?.textContent ?? '';
}

async function untilFoot(wanted: string): Promise<void> {
  await until(`"${wanted}" at the foot, where it says "${foot()}"`, () => foot() === wanted);
}

function notesRead(): number {
  return [...simulation.disk.reads.keys()].filter((path) => path.endsWith('.md')).length;
}

describe('at first', () => {
  test('it says what it is for and reads nothing until it is told to; then it is known for good', async () => {
    await open({});
    expect(stead()).toContain('It writes nothing');
    expect(notesRead()).toBe(0);
    click('Scan this vault');
    await untilFoot('3 articles1 source1 draft');
    const { disk } = simulation;
    simulation.close();
    simulation = await start({}, { disk });
    await simulation.app.commands.run('omnivore-rescue:open-panel');
    await untilFoot('3 articles1 source1 draft');
  });

  test('a change of settings does not make it read', async () => {
    await open({});
    await simulation.disk.writeFromOutside(
      '.obsidian/plugins/omnivore-rescue/data.json',
      '{"folders":["Else"]}',
    );
    await settle(20);
    expect(notesRead()).toBe(0);
    expect(stead()).toContain('It writes nothing');
  });

  test('the commands for the open note are there all the same, and the note is shown once it was read', async () => {
    await open({});
    await openNote(simulation.app, 'Omnivore/Old/B.md');
    const ids = ['reveal', 'open-original', 'copy-original'];
    const { commands } = simulation.app;
    expect(ids.filter((id) => commands.isAvailable(`omnivore-rescue:${id}`))).toEqual(ids);
    await commands.run('omnivore-rescue:reveal');
    await settle();
    click('Scan this vault');
    await until('the article', () => panel().textContent?.includes('Salt roads') ?? false);
    expect(panel().querySelector('[aria-selected=true]')?.textContent).toContain('Salt roads');
  });

  test('a note of one’s own has no such commands', async () => {
    await open({});
    await openNote(simulation.app, 'Else/Own.md');
    expect(simulation.app.commands.isAvailable('omnivore-rescue:reveal')).toBe(false);
  });
});

describe('it follows', () => {
  test('a folder that is renamed', async () => {
    await open();
    await untilFoot('3 articles1 source1 draft');
    const { app } = simulation;
    await app.vault.rename(app.vault.getFolderByPath('Omnivore')!, 'Read later');
    await settle();
    await openNote(app, 'Read later/A.md');
    await app.commands.run('omnivore-rescue:reveal');
    await until('its row', () => panel().querySelector('[aria-selected=true]') !== null);
    await untilFoot('3 articles1 source1 draft');
  });

  test('a folder that is deleted', async () => {
    await open();
    await untilFoot('3 articles1 source1 draft');
    const { vault } = simulation.app;
    await vault.delete(vault.getFolderByPath('Omnivore')!, true);
    await untilFoot('1 article1 source');
  });

  test('folders that are chosen and left out', async () => {
    await open();
    await untilFoot('3 articles1 source1 draft');
    const write = (settings: object): Promise<void> =>
      simulation.disk.writeFromOutside(
        '.obsidian/plugins/omnivore-rescue/data.json',
        JSON.stringify(settings),
      );
    await write({ folders: ['Omnivore'] });
    await untilFoot('2 articles1 source1 draft');
    await write({ folders: ['Omnivore'], leftOut: ['Omnivore/Old'] });
    await untilFoot('1 article1 source');
    await write({});
    await untilFoot('3 articles1 source1 draft');
  });

  test('a note that was an article and is none any more', async () => {
    await open();
    await untilFoot('3 articles1 source1 draft');
    await simulation.disk.writeFromOutside('Else/C.md', 'Mine now.');
    await untilFoot('2 articles1 source1 draft');
  });
});

describe('what can’t be read', () => {
  test('is left out, the others are there', async () => {
    simulation = await start(NOTES, SCANNED);
    simulation.disk.faults.failReads('Else/C.md');
    await simulation.app.commands.run('omnivore-rescue:open-panel');
    await untilFoot('2 articles1 source1 draft');
  });

  test('at all is said, and read when that is tried again', async () => {
    simulation = await start(NOTES, SCANNED);
    for (const path of Object.keys(NOTES)) simulation.disk.faults.failReads(path);
    await simulation.app.commands.run('omnivore-rescue:open-panel');
    await until('the failure', () => stead().includes('could not be read'));
    for (const path of Object.keys(NOTES)) simulation.disk.faults.heal(path);
    click('Try again');
    await untilFoot('3 articles1 source1 draft');
    expect(stead()).toBe('');
  });
});

test('a note that the panel does not list can’t be revealed, and that is said', async () => {
  await open({ ...SCANNED, data: { folders: ['Else'] } });
  await untilFoot('1 article1 source');
  await openNote(simulation.app, 'Omnivore/A.md');
  await simulation.app.commands.run('omnivore-rescue:reveal');
  await settle();
  expect(noticeTexts()).toEqual(['This note is not among the articles that the panel lists.']);
});
