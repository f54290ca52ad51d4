/** @jest-environment jsdom */
import { fill, openSettings, settingRow, settle } from '../../simulator/user';
import type { Simulation } from '../../simulator/load-plugin';
import { PUBLISHES, SCANNED, start, until } from '../start';
import { notesRead, openPanel, panel, SAMPLE, text, untilRows } from './panel';

let simulation: Simulation;

afterEach(() => simulation.close());

async function show(data: Readonly<Record<string, unknown>> = PUBLISHES): Promise<void> {
  simulation = await start(SAMPLE, { ...SCANNED, data });
  await openPanel(simulation);
  await untilRows();
}

async function openTab(): Promise<void> {
  openSettings(simulation.app, 'omnivore-rescue');
  await settle();
}

function choose(name: string, value: string): void {
  const select = settingRow(name).querySelector('select');
  if (!select) throw new Error(`No choice in ${name}`);
  fill(select, value);
}

function toggle(name: string): void {
  settingRow(name).querySelector<HTMLElement>('.checkbox-container')?.click();
}

const grouping = (): string =>
  panel()?.querySelector('.omnivore-rescue-groups [aria-pressed=true]')?.textContent ?? '';
const hasChart = (): boolean =>
  panel()?.querySelector<HTMLElement>('.omnivore-rescue-chart')?.style.display !== 'none';
const leaf = () => simulation.app.workspace.getLeavesOfType('omnivore-rescue-panel')[0];
const ribbonIcons = (): number =>
  [...document.querySelectorAll<HTMLElement>('[aria-label="Open saved articles"]')].filter(
    (el) => el.style.display !== 'none',
  ).length;

test('a new panel starts with the settings', async () => {
  await show({
    panel: { grouping: 'month', chart: false, badges: false, side: 'left', ribbonIcon: false },
    secondLine: { date: false, source: false, minutes: false, highlights: false, tags: false },
    ...PUBLISHES,
  });
  expect([grouping(), hasChart(), text('.omnivore-rescue-draft')]).toEqual(['Month', false, '']);
  expect(text('.omnivore-rescue-about').replaceAll('|', '')).toBe('');
  expect(leaf()?.getRoot()).toBe(simulation.app.workspace.leftSplit);
  expect(ribbonIcons()).toBe(0);
});

test('an open panel follows a change of the settings at once, and reads no note for it', async () => {
  await show();
  expect([grouping(), hasChart(), text('.omnivore-rescue-draft')]).toEqual([
    ...['Source', true],
    'draft',
  ]);
  expect(ribbonIcons()).toBe(1);
  simulation.disk.reads.clear();
  await openTab();
  choose('Group by', 'none');
  await until('The list', () => grouping() === 'None');
  toggle('Articles per month');
  await until('No chart', () => !hasChart());
  toggle('Badges');
  await until('No badge', () => text('.omnivore-rescue-draft') === '');
  toggle('Icon in the ribbon');
  await until('No icon', () => ribbonIcons() === 0);
  toggle('Icon in the ribbon');
  await until('The icon', () => ribbonIcons() === 1);
  expect(notesRead(simulation)).toBe(0);
});

test('the second line shows what is chosen on its page', async () => {
  await show();
  expect(text('.omnivore-rescue-about')).toContain('2024');
  await openTab();
  settingRow('Second line').click();
  await settle();
  toggle('Date');
  await until('No date', () => !text('.omnivore-rescue-about').includes('2024'));
});

test('the panel moves to the other sidebar, and keeps its state', async () => {
  await show();
  await openTab();
  choose('Group by', 'tag');
  await until('The tags', () => grouping() === 'Tag');
  choose('Sidebar', 'left');
  const { workspace } = simulation.app;
  await until('The move', () => leaf()?.getRoot() === workspace.leftSplit);
  await untilRows();
  expect(grouping()).toBe('Tag');
  expect(workspace.getLeavesOfType('omnivore-rescue-panel')).toHaveLength(1);
});

test('a change of another setting does not change the panel', async () => {
  await show();
  const byTag = [...(panel()?.querySelectorAll('button') ?? [])].find(
    (el) => el.textContent === 'Tag',
  );
  byTag?.click();
  expect(grouping()).toBe('Tag');
  await openTab();
  toggle('Badges');
  await until('No badge', () => text('.omnivore-rescue-draft') === '');
  expect(grouping()).toBe('Tag');
});

test('property names and values show what is used without them', async () => {
  const named =
    '---\nid: 4a7c6a1e-e1f2-11ee-8a3c-6f2b1c9d0e11\nstate: Finished\n---\n\n#Omnivore\n\n';
  simulation = await start(
    { ...SAMPLE, 'Read.md': `${named}[Read on Omnivore](https://omnivore.app/me/a-18e3d5b1a2c)\n` },
    SCANNED,
  );
  await openPanel(simulation);
  await untilRows();
  await openTab();
  settingRow('Property names').click();
  await settle();
  const placeholder = (name: string): string =>
    settingRow(name).querySelector('input')?.placeholder ?? '';
  expect(placeholder('Original URL')).toBe('original_url, url, link');
  expect(placeholder('Value for “Read”')).toBe('Finished');
  expect(placeholder('Value for “Archived”')).toBe('ARCHIVED');
  const described = [...document.querySelectorAll('.setting-item-description')].filter((el) =>
    el.textContent?.includes('commas'),
  );
  expect(described.length).toBeLessThanOrEqual(1);
});
