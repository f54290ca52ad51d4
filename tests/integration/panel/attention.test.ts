/** @jest-environment jsdom */
import type { Simulation } from '../../simulator/load-plugin';
import { article, click, modal, onDisk, SCANNED, start, title, until } from '../start';
import { banners, button, choose, openMenuOf, openPanel, panel, rows, untilRows } from './panel';

const AMBIGUOUS = article({ title: 'Two ways' }).replace(
  '---\n\n',
  'date_published: 03/04/2021\n---\n\n',
);
const LINKED = article({ title: 'Linked' }).replace(
  '---\n\n',
  'date_published: "[[2021-04-03]]"\n---\n\n',
);
const NOTES = { 'Two.md': AMBIGUOUS, 'Linked.md': LINKED, 'Fine.md': article({ title: 'Fine' }) };

let simulation: Simulation;

beforeEach(async () => {
  simulation = await start(NOTES, SCANNED);
  await openPanel(simulation);
  await untilRows();
});

afterEach(() => simulation.close());

const findings = (): readonly string[] =>
  [...(modal()?.querySelectorAll('.is-finding .omnivore-rescue-about') ?? [])].map(
    (el) => el.textContent ?? '',
  );
const notes = (): readonly string[] =>
  [...(modal()?.querySelectorAll('.is-heading') ?? [])].map((el) => el.textContent ?? '');

async function openAll(): Promise<void> {
  button('Filter').click();
  choose('Needs your attention');
  expect(banners()).toContain('2 notes need your attention');
  button('Resolve…').click();
  await until('The window', () => title() === 'Needs your attention');
}

test('every finding is listed by its note', async () => {
  await openAll();
  expect([...notes()].sort()).toEqual(['Linked.md', 'Two.md']);
  expect([...findings()].sort()).toEqual(['03/04/2021', '[[2021-04-03]]']);
});

test('whether day or month comes first is decided for one note, and what is resolved disappears', async () => {
  await openAll();
  click('Day first');
  await until('The date', () => onDisk(simulation, 'Two.md')?.includes('2021-04-03') === true);
  await until('The row to go', () => findings().length === 1);
  expect(onDisk(simulation, 'Two.md')).toBe(AMBIGUOUS.replace('03/04/2021', '2021-04-03'));
  expect(onDisk(simulation, 'Linked.md')).toBe(LINKED);
});

test('a line is opened in the editor, a setting at its row', async () => {
  const row = [...(panel()?.querySelectorAll<HTMLElement>('.is-article') ?? [])].find((el) =>
    el.textContent?.includes('Linked'),
  );
  if (!row) throw new Error(`No row among ${rows().join()}`);
  openMenuOf(row);
  choose('Resolve…');
  await until('The window', () => title() === 'Needs your attention');
  expect(notes()).toEqual(['Linked.md']);
  click('Open line');
  const state = (): { line?: unknown } | undefined =>
    simulation.app.workspace.getLeavesOfType('markdown')[0]?.getEphemeralState();
  await until('The note', () => state()?.line !== undefined);
  expect(LINKED.split('\n')[Number(state()?.line)]).toContain('[[2021-04-03]]');
  openMenuOf(row);
  choose('Resolve…');
  await until('The window', () => title() === 'Needs your attention');
  click('Open setting');
  const found = (): string => document.querySelector('.omnivore-rescue-found')?.textContent ?? '';
  await until('The setting', () => found().startsWith('Replace linked dates'));
});

describe('a finding that is ignored', () => {
  const FILE = '.obsidian/plugins/omnivore-rescue/attention.json';
  const sections = (): readonly string[] =>
    [...(modal()?.querySelectorAll('.is-section') ?? [])].map((el) => el.textContent ?? '');

  async function ignoreFirst(): Promise<void> {
    await openAll();
    click('Ignore');
    await until('The section', () => sections().length > 0);
  }

  test('is no longer counted, but listed under “Ignored”, and can be restored', async () => {
    await openAll();
    const before = [...findings()];
    click('Ignore');
    await until('The section', () => sections().length > 0);
    expect(sections()).toEqual(['Ignored (1)']);
    expect(findings()).toEqual([before[1], before[0]]);
    await until('The banner', () => banners().includes('1 note needs your attention'));
    click('Stop ignoring');
    await until('The end of the section', () => sections().length === 0);
    expect(findings()).toEqual(before);
    await until('The banner', () => banners().includes('2 notes need your attention'));
  });

  test('can be found again when nothing else needs attention', async () => {
    await openAll();
    click('Ignore');
    await until('The first', () => sections().includes('Ignored (1)'));
    click('Ignore');
    await until('The second', () => sections().includes('Ignored (2)'));
    expect(modal()?.textContent).toContain('Nothing needs your attention.');
    click('Close');
    await until('The banner', () => banners().includes('Ignored (2)'));
    button('Resolve…').click();
    await until('The window', () => sections().includes('Ignored (2)'));
  });

  test('changes no note, and stays ignored after a restart', async () => {
    await ignoreFirst();
    await until('The file', () => onDisk(simulation, FILE)?.includes('"ignored"') === true);
    for (const [path, text] of Object.entries(NOTES)) expect(onDisk(simulation, path)).toBe(text);
    const { disk } = simulation;
    await simulation.app.quit();
    simulation.close();
    simulation = await start({}, { ...SCANNED, disk });
    await openPanel(simulation);
    await untilRows();
    button('Filter').click();
    choose('Needs your attention');
    expect(banners()).toContain('1 note needs your attention');
  });

  test('stays ignored when its note is renamed', async () => {
    await ignoreFirst();
    const ignored = notes().at(-1) ?? '';
    const file = simulation.app.vault.getFileByPath(ignored);
    if (!file) throw new Error(`No note ${ignored}`);
    await simulation.app.vault.rename(file, 'Renamed.md');
    await until('The new name', () => notes().at(-1) === 'Renamed.md');
    expect([sections(), findings().length]).toEqual([['Ignored (1)'], 2]);
    await until('The file', () => onDisk(simulation, FILE)?.includes('Renamed.md') === true);
    expect(onDisk(simulation, FILE)).not.toContain(ignored);
  });

  test('a file of decisions that is not valid is kept, and can be written again', async () => {
    simulation.close();
    simulation = await start({ ...NOTES, [FILE]: '{broken' }, SCANNED);
    await openPanel(simulation);
    await untilRows();
    await ignoreFirst();
    await until('The file', () => onDisk(simulation, FILE)?.includes('"ignored"') === true);
    const kept = [...simulation.disk.files.keys()].filter((path) => path.endsWith('.old.json'));
    expect(kept.map((path) => onDisk(simulation, path))).toEqual(['{broken']);
  });
});
