/** @jest-environment jsdom */
import type { BootOptions, Simulation } from '../../simulator/load-plugin';
import { noticeTexts, openNote, settle } from '../../simulator/user';
import { article, PUBLISHES, SCANNED, start, until } from '../start';
import { button, openPanel, run, text, untilFooter } from './panel';

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
  await openPanel(simulation);
}

describe('it follows', () => {
  test('a folder that is renamed', async () => {
    await open();
    await untilFooter('3 articles1 source1 draft');
    const { app } = simulation;
    await app.vault.rename(app.vault.getFolderByPath('Omnivore')!, 'Read later');
    await settle();
    await openNote(app, 'Read later/A.md');
    run(simulation, 'reveal');
    await until('its row', () => text('[aria-selected=true]') !== '');
    await untilFooter('3 articles1 source1 draft');
  });

  test('a folder that is deleted', async () => {
    await open();
    await untilFooter('3 articles1 source1 draft');
    const { vault } = simulation.app;
    await vault.delete(vault.getFolderByPath('Omnivore')!, true);
    await untilFooter('1 article1 source');
  });

  test('folders that are chosen and excluded', async () => {
    await open();
    await untilFooter('3 articles1 source1 draft');
    const write = (settings: object): Promise<void> =>
      simulation.disk.writeFromOutside(
        '.obsidian/plugins/omnivore-rescue/data.json',
        JSON.stringify({ ...PUBLISHES, ...settings }),
      );
    await write({ folders: ['Omnivore'] });
    await untilFooter('2 articles1 source1 draft');
    await write({ folders: ['Omnivore'], excludedFolders: ['Omnivore/Old'] });
    await untilFooter('1 article1 source');
    await write({});
    await untilFooter('3 articles1 source1 draft');
  });

  test('a note that is no longer an article', async () => {
    await open();
    await untilFooter('3 articles1 source1 draft');
    await simulation.disk.writeFromOutside('Else/C.md', 'Mine now.');
    await untilFooter('2 articles1 source1 draft');
  });
});

describe('what can’t be read', () => {
  test('is not listed, the other notes are', async () => {
    simulation = await start(NOTES, SCANNED);
    simulation.disk.faults.failReads('Else/C.md');
    await openPanel(simulation);
    await untilFooter('2 articles1 source1 draft');
  });

  test('at all is reported, and read at the next try', async () => {
    simulation = await start(NOTES, SCANNED);
    for (const path of Object.keys(NOTES)) simulation.disk.faults.failReads(path);
    await openPanel(simulation);
    await until('the failure', () => text('.is-heading') === 'The vault could not be read');
    expect(text('.is-error')).toContain('EACCES');
    for (const path of Object.keys(NOTES)) simulation.disk.faults.clear(path);
    button('Try again').click();
    await untilFooter('3 articles1 source1 draft');
    expect(text('.omnivore-rescue-empty-state')).toBe('');
  });
});

test('a note that the panel does not list can’t be revealed, and a notice reports that', async () => {
  await open({ ...SCANNED, data: { folders: ['Else'] } });
  await untilFooter('1 article1 source');
  await openNote(simulation.app, 'Omnivore/A.md');
  run(simulation, 'reveal');
  await settle();
  expect(noticeTexts()).toEqual(['This note isn’t in the list.']);
});
