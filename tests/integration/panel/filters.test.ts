/** @jest-environment jsdom */
import type { Simulation } from '../../simulator/load-plugin';
import { article, SCANNED, start, title, until } from '../start';
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

let simulation: Simulation;

beforeEach(async () => {
  simulation = await start(SAMPLE, SCANNED);
  await openPanel(simulation);
  await untilCollapsed();
});

afterEach(() => simulation.close());

const chips = (): readonly string[] =>
  [...(panel()?.querySelectorAll('.omnivore-rescue-filter') ?? [])].map((el) => el.ariaLabel ?? '');

function search(words: string): void {
  const input = panel()!.querySelector('input')!;
  input.value = words;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

test('a search shows the articles found, and collapses nothing that was expanded before', () => {
  expect(rows()).toEqual(['harbourpress.example.org']);
  search('tide');
  expect(rows()).toEqual(['harbourpress.example.org', 'Tide clocks']);
  panel()?.querySelector<HTMLElement>('.is-group')?.click();
  expect(rows()).toEqual(['harbourpress.example.org']);
  search('late');
  expect(rows()).toEqual(['harbourpress.example.org', 'Later']);
  search('');
  expect(rows()).toEqual(['harbourpress.example.org']);
});

test('each active filter is a chip that removes it, also while the chart is hidden', () => {
  button('May 2024: 1 article').click();
  button('Articles per month').click();
  expect(chips()).toEqual(['Remove filter: May 2024']);
  button('Filter').click();
  choose('Needs repair');
  expect(chips()).toEqual(['Remove filter: May 2024', 'Remove filter: Needs repair']);
  expect(rows()).toEqual(['harbourpress.example.org', 'Later']);
  button('Remove filter: May 2024').click();
  expect(rows()).toEqual(['harbourpress.example.org', 'Later', 'Tide clocks']);
  button('Remove filter: Needs repair').click();
  expect(chips()).toEqual([]);
  expect(rows()).toEqual(['harbourpress.example.org']);
});

test('the banner names how many of all notes need repair', () => {
  expect(banners()).toBe('2 notes need repair');
  button('May 2024: 1 article').click();
  expect(banners()).toBe('1 of 2 notes need repair');
});

test('the banner opens the preview of all notes, as the command does', async () => {
  button('Review…').click();
  await until('The preview', () => title() === 'Repair 2 notes');
});

test('there is nothing to clear while nothing is filtered', () => {
  button('Filter').click();
  expect(menuItems()).not.toContain('Clear search and filters');
});

test('groups can be sorted, and the footer counts what they are', () => {
  button('Month').click();
  expect(rows()).toEqual(['2024', 'May 2024', 'Later', 'March 2024', 'Fine', 'Tide clocks']);
  button('Collapse all').click();
  expect(rows()).toEqual(['2024']);
  panel()?.querySelector<HTMLElement>('.is-group')?.click();
  expect(rows()).toEqual(['2024', 'May 2024', 'March 2024']);
  expect(text('.omnivore-rescue-foot-counts span')).toBe('3 articles|2 months');
  button('Change sort order').click();
  expect(menuItems().slice(0, 3)).toEqual([
    'Months: newest first',
    'Months: oldest first',
    'Months: number of articles',
  ]);
  choose('Months: oldest first');
  expect(rows()).toEqual(['2024', 'March 2024', 'May 2024']);
  button('None').click();
  expect(rows()).toEqual(['Later', 'Fine', 'Tide clocks']);
  expect(text('.omnivore-rescue-foot-counts span')).toBe('3 articles|');
});

test('a preview with nothing to repair offers no repair', async () => {
  simulation.close();
  const date = '31/31/2024 08:21:56';
  simulation = await start({ 'A.md': article({ date }) }, SCANNED);
  await openPanel(simulation);
  await untilRows();
  simulation.app.commands.executeCommandById('omnivore-rescue:repair-all');
  await until('The preview', () => title() === 'Nothing to repair');
  const footer = document.querySelector('.omnivore-rescue-footer');
  const visible = [...(footer?.children ?? [])].filter(
    (el) => (el as HTMLElement).style.display !== 'none',
  );
  expect(visible.map((el) => el.textContent)).toEqual(['1 needs your attention', 'Close']);
  expect(document.querySelector<HTMLElement>('.omnivore-rescue-promise')?.style.display).toBe(
    'none',
  );
});
