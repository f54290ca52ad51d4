/** @jest-environment jsdom */
import type { Simulation } from '../../simulator/load-plugin';
import { noticeTexts, openNote, settle } from '../../simulator/user';
import { article, start, until } from '../start';
import { button, can, notesRead, openPanel, panel, rows, run, text, untilFooter } from './panel';

const NOTES = {
  'Omnivore/A.md': article({ title: 'Tide clocks' }),
  'Omnivore/Old/B.md': article({ title: 'Salt roads', draft: true }),
  'Else/C.md': article({ title: 'Seed banks' }),
  'Else/Own.md': '# A note of mine\n',
};
const ON_ARTICLE = ['reveal', 'open-original', 'copy-original'];

let simulation: Simulation;

beforeEach(async () => {
  simulation = await start(NOTES);
});

afterEach(() => simulation.close());

test('the panel explains the scan and reads nothing before the user starts it; next time it reads by itself', async () => {
  await openPanel(simulation);
  expect(text('.is-heading')).toBe('Find your saved articles');
  expect(text('.omnivore-rescue-empty-state')).toContain('nothing is changed');
  expect(notesRead(simulation)).toBe(0);
  button('Scan this vault').click();
  await untilFooter('3 articles1 source1 draft');
  await until('The end of the reading', () => text('.omnivore-rescue-empty-state') === '');
  const { disk } = simulation;
  simulation.close();
  simulation = await start({}, { disk });
  await openPanel(simulation);
  await untilFooter('3 articles1 source1 draft');
});

test('folders can be chosen first', async () => {
  await openPanel(simulation);
  button('Choose folders').click();
  expect(document.querySelector('.modal')?.textContent).toContain('Folders to search');
});

test('a change of settings does not make it read', async () => {
  await openPanel(simulation);
  await simulation.disk.writeFromOutside(
    '.obsidian/plugins/omnivore-rescue/data.json',
    '{"folders":["Else"]}',
  );
  await settle(20);
  expect(notesRead(simulation)).toBe(0);
  expect(text('.omnivore-rescue-empty-state')).toContain('nothing is changed');
});

test('the commands for the open note work, and the one that reveals it waits for the scan', async () => {
  const opened = jest.spyOn(window, 'open').mockReturnValue(null);
  expect(ON_ARTICLE.filter((command) => can(simulation, command))).toEqual([]);
  await openNote(simulation.app, 'Omnivore/Old/B.md');
  expect(ON_ARTICLE.filter((command) => can(simulation, command))).toEqual(ON_ARTICLE);
  run(simulation, 'open-original');
  expect(opened).toHaveBeenCalledWith('https://harbourpress.example.org/tide-clocks');
  opened.mockRestore();
  run(simulation, 'reveal');
  await until('The panel', () => panel() !== null);
  button('Scan this vault').click();
  await until('The article', () => rows().includes('Salt roads'));
  expect(text('.omnivore-rescue-row.is-active')).toContain('Salt roads');
  expect(text('[aria-selected=true]')).toContain('Salt roads');
  expect(noticeTexts()).toEqual([]);
});

test('these commands are not offered for the user’s own notes', async () => {
  await openNote(simulation.app, 'Else/Own.md');
  expect(ON_ARTICLE.filter((command) => can(simulation, command))).toEqual([]);
});
