/** @jest-environment jsdom */
import type { Simulation } from '../../simulator/load-plugin';
import { noticeTexts, openNote } from '../../simulator/user';
import { article, click, onDisk, SCANNED, start, until } from '../start';
import {
  button,
  can,
  choose,
  menuItems,
  openMenuOf,
  openPanel,
  panel,
  run,
  text,
  untilRows,
} from './panel';

const withState = (title: string, state: string): string =>
  article({ title }).replace('---\n\n', `state: ${state}\n---\n\n`);

const NOTES = {
  'One.md': withState('One', 'INBOX'),
  'Two.md': withState('Two', 'COMPLETED'),
  'List.md': withState('List', '[INBOX]'),
};

let simulation: Simulation;

beforeEach(async () => {
  simulation = await start(NOTES, { ...SCANNED, data: {} });
  await openPanel(simulation);
  await untilRows();
});

afterEach(() => simulation.close());

function row(title: string): HTMLElement {
  const all = [...(panel()?.querySelectorAll<HTMLElement>('.is-article') ?? [])];
  const found = all.find((el) => el.querySelector('.omnivore-rescue-name')?.textContent === title);
  if (!found) throw new Error(`No row "${title}"`);
  return found;
}

const states = (): readonly string[] =>
  [...(panel()?.querySelectorAll('.omnivore-rescue-state') ?? [])].map((el) => el.ariaLabel ?? '');

test('an article is marked as read in the vault’s own words, and back again', async () => {
  expect(states()).toEqual(['Read']);
  openMenuOf(row('One'));
  expect(menuItems()).toEqual(expect.arrayContaining(['Mark as read', 'Archive']));
  expect(menuItems()).not.toContain('Mark as unread');
  choose('Mark as read');
  await until('The notice', () => noticeTexts().some((one) => one.startsWith('Marked as read.')));
  expect(onDisk(simulation, 'One.md')).toBe(withState('One', 'COMPLETED'));
  await until('The sign', () => states().length === 2);
  click('Undo');
  await until('The note as it was', () => onDisk(simulation, 'One.md') === NOTES['One.md']);
});

test('several are archived at once; what can’t be written is skipped and reported', async () => {
  const tree = panel()?.querySelector<HTMLElement>('[role=tree]');
  row('One').dispatchEvent(new MouseEvent('click', { ctrlKey: true, bubbles: true }));
  for (const title of ['Two', 'List']) {
    row(title).dispatchEvent(new MouseEvent('click', { ctrlKey: true, bubbles: true }));
  }
  expect(tree?.querySelectorAll('.is-selected')).toHaveLength(3);
  openMenuOf(row('Two'));
  choose('Archive');
  await until('The run', () => onDisk(simulation, 'Two.md') === withState('Two', 'ARCHIVED'));
  expect(onDisk(simulation, 'One.md')).toBe(withState('One', 'ARCHIVED'));
  expect(onDisk(simulation, 'List.md')).toBe(NOTES['List.md']);
  await until('The notice', () => noticeTexts().some((one) => one.includes('2 notes')));
});

test('the unread are filtered; an article without a state counts as unread', () => {
  button('Filter').click();
  expect(menuItems()).toContain('Unread (2)');
  choose('Unread');
  expect(text('.is-article .omnivore-rescue-name').split('|').sort()).toEqual(['List', 'One']);
});

test('a command marks the open note, another opens one that is unread', async () => {
  await openNote(simulation.app, 'One.md');
  expect(can(simulation, 'mark-read')).toBe(true);
  run(simulation, 'mark-archived');
  await until('The state', () => onDisk(simulation, 'One.md')?.includes('ARCHIVED') === true);
  await until('The sign', () => states().includes('Archived'));
  run(simulation, 'open-random-unread');
  await until('The note', () => simulation.app.workspace.getActiveFile()?.path === 'List.md');
});

test('a command opens the search', async () => {
  run(simulation, 'search');
  await until('The focus', () => document.activeElement === panel()?.querySelector('input'));
});
