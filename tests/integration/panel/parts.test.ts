/** @jest-environment jsdom */
import type { Simulation } from '../../simulator/load-plugin';
import { openNote, press } from '../../simulator/user';
import { SCANNED, start, title, until } from '../start';
import {
  banners,
  button,
  choose,
  menuItems,
  openPanel,
  panel,
  rows,
  SAMPLE,
  text,
  untilCollapsed,
  untilRows,
} from './panel';

const DAMAGED = SAMPLE['A/Tides.md'];

let simulation: Simulation;

async function open(files: Readonly<Record<string, string>> = SAMPLE): Promise<void> {
  simulation = await start(files, SCANNED);
  await openPanel(simulation);
}

afterEach(() => simulation.close());

test('with no article, it explains why and what to do', async () => {
  await open({ 'Mine.md': 'My own.' });
  await until('The words', () => text('.is-heading') === 'No saved articles here yet');
  await simulation.app.vault.create('New.md', DAMAGED);
  button('Scan again').click();
  await untilRows();
});

test('header and footer count what is shown, and the banner opens its repair', async () => {
  await open();
  await until('All', () => text('.omnivore-rescue-foot-counts span') === '3 articles|1 source');
  expect(text('.omnivore-rescue-foot-drafts')).toBe('1 draft');
  expect(banners()).toBe('2 notes need repair');
  button('May 2024: 1 article').click();
  expect(text('.omnivore-rescue-foot-counts span')).toBe('1 of 3 articles|1 source');
  button('Review…').click();
  await until('The preview', () => title() === 'Repair 1 note');
});

test('a bar stays the same element while the panel is filtered, and clears its month', async () => {
  await open();
  await untilRows();
  const bars = [...(panel()?.querySelectorAll('.omnivore-rescue-bar') ?? [])];
  expect(bars.map((bar) => bar.ariaLabel)).toEqual([
    ...['March 2024: 2 articles', 'April 2024: 0 articles', 'May 2024: 1 article'],
  ]);
  const march = button('March 2024: 2 articles');
  march.click();
  expect(march.getAttribute('aria-pressed')).toBe('true');
  expect(text('.omnivore-rescue-number')).toBe('2');
  march.click();
  expect(march.getAttribute('aria-pressed')).toBe('false');
  expect(text('.omnivore-rescue-number')).toBe('3');
  expect([...(panel()?.querySelectorAll('.omnivore-rescue-bar') ?? [])]).toEqual(bars);
});

test('the arrow keys move along the bars, and Tab reaches one of them', async () => {
  await open();
  await untilRows();
  const reached = (): readonly (string | null)[] =>
    [...(panel()?.querySelectorAll('.omnivore-rescue-bar[tabindex="0"]') ?? [])].map(
      (bar) => bar.ariaLabel,
    );
  expect(reached()).toEqual(['May 2024: 1 article']);
  button('May 2024: 1 article').focus();
  press('ArrowLeft');
  press('ArrowLeft');
  expect(document.activeElement?.ariaLabel).toBe('March 2024: 2 articles');
  expect(reached()).toEqual(['March 2024: 2 articles']);
  press('End');
  expect(document.activeElement?.ariaLabel).toBe('May 2024: 1 article');
});

test('a group’s menu repairs its notes, and expands and collapses all', async () => {
  await open();
  await untilRows();
  const menuOf = (): void => {
    const group = panel()?.querySelector('.is-group');
    group?.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
  };
  menuOf();
  expect(menuItems()).toEqual(['Repair 2 notes…', 'Expand all', 'Collapse all']);
  choose('Expand all');
  expect(rows()).toEqual(['harbourpress.example.org', 'Later', 'Fine', 'Tide clocks']);
  menuOf();
  choose('Collapse all');
  expect(rows()).toEqual(['harbourpress.example.org']);
  menuOf();
  choose('Repair 2 notes…');
  await until('The preview', () => title() === 'Repair 2 notes');
});

test('from right to left, the arrow to the left expands', async () => {
  await open();
  await untilCollapsed();
  panel()?.querySelector<HTMLElement>('[role=tree]')?.focus();
  press('ArrowLeft');
  expect(rows()).toHaveLength(1);
  panel()?.style.setProperty('direction', 'rtl');
  panel()?.querySelector<HTMLElement>('[role=tree]')?.style.setProperty('direction', 'rtl');
  press('ArrowLeft');
  expect(rows()).toHaveLength(4);
  press('ArrowRight');
  expect(rows()).toHaveLength(1);
});

test('a middle click opens a new tab, a drag carries a link', async () => {
  await open();
  await untilCollapsed();
  panel()?.querySelector<HTMLElement>('.is-group')?.click();
  const row = panel()?.querySelector('.is-article');
  const leaves = (): number => simulation.app.workspace.getLeavesOfType('markdown').length;
  await openNote(simulation.app, 'A/Fine.md');
  const middle = { button: 1, bubbles: true, cancelable: true };
  const down = new MouseEvent('mousedown', middle);
  row?.dispatchEvent(down);
  expect(down.defaultPrevented).toBe(true);
  row?.dispatchEvent(new MouseEvent('auxclick', middle));
  await until('A second tab', () => leaves() === 2);
  const carried: Record<string, string> = {};
  const dataTransfer = { setData: (kind: string, data: string) => (carried[kind] = data) };
  const drag = Object.assign(new Event('dragstart', { bubbles: true }), { dataTransfer });
  row?.dispatchEvent(drag);
  expect(carried['text/plain']).toContain('Later');
});
