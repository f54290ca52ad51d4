/** @jest-environment jsdom */
import { article, mended, start, title, until } from '../integration/start';
import { Disk } from '../simulator/disk';
import type { Simulation } from '../simulator/load-plugin';
import { noticeTexts, openNote, press } from '../simulator/user';

const FINE = mended({ date: '2024-03-14 08:21:56', title: 'Fine' });
const DAMAGED = article({ date: '2024-03-14 08:21:56', title: 'Tide clocks' });
const LATER = article({ date: '2024-05-01 08:21:56', draft: true, title: 'Later' });
const FILES = { 'A/Fine.md': FINE, 'A/Tides.md': DAMAGED, 'A/Later.md': LATER };

let simulation: Simulation;

async function open(
  options: { files?: Readonly<Record<string, string>>; scanned?: boolean; disk?: Disk } = {},
): Promise<void> {
  const { files = FILES, scanned = true, disk = new Disk() } = options;
  if (scanned) disk.localStorage.set('omnivore-rescue-scanned', 'true');
  simulation = await start(files, { disk });
}

async function openPanel(): Promise<void> {
  run('open-panel');
  await until('The panel', () => panel() !== null);
}

function run(command: string): void {
  const { commands } = simulation.app;
  if (!commands.executeCommandById(`omnivore-rescue:${command}`)) {
    throw new Error(`The command ${command} can't run now`);
  }
}

const can = (command: string): boolean =>
  simulation.app.commands.isAvailable(`omnivore-rescue:${command}`);

function panel(): HTMLElement | null {
  return document.querySelector('.omnivore-rescue-panel');
}

function text(selector: string): string {
  const all = [...(panel()?.querySelectorAll<HTMLElement>(selector) ?? [])];
  return all.map((el) => el.textContent ?? '').join('|');
}

function rows(): readonly string[] {
  const all = [...(panel()?.querySelectorAll('[role=treeitem]') ?? [])];
  return all.map((el) => el.querySelector('.omnivore-rescue-name')?.textContent ?? '');
}

function button(words: string): HTMLElement {
  const all = [...(panel()?.querySelectorAll('button') ?? [])];
  const found = all.find((el) => el.textContent === words || el.ariaLabel === words);
  if (!found) throw new Error(`No button "${words}" in: ${panel()?.textContent ?? 'no panel'}`);
  return found;
}

function menuItems(): readonly string[] {
  return [...document.querySelectorAll('.menu .menu-item-title')].map((el) => el.textContent ?? '');
}

function choose(item: string): void {
  const all = [...document.querySelectorAll<HTMLElement>('.menu .menu-item')];
  const found = all.find((el) => el.textContent === item);
  if (!found) throw new Error(`No "${item}" among ${menuItems().join(', ')}`);
  found.click();
}

const untilRows = (): Promise<void> => until('Rows', () => rows().length > 0);

afterEach(() => simulation.close());

describe('the first time', () => {
  test('it says what it will do, and reads nothing before it is told to; the next time it reads by itself', async () => {
    const disk = new Disk();
    await open({ scanned: false, disk });
    await openPanel();
    expect(text('.is-heading')).toBe('Find your saved articles');
    expect(text('.omnivore-rescue-stead')).toContain('It writes nothing');
    expect([...simulation.disk.reads.keys()].filter((path) => path.endsWith('.md'))).toEqual([]);
    button('Scan this vault').click();
    await untilRows();
    expect(text('.omnivore-rescue-stead')).toBe('');
    simulation.close();
    simulation = await start({}, { disk: simulation.disk });
    await openPanel();
    await untilRows();
  });

  test('folders can be chosen first', async () => {
    await open({ scanned: false });
    await openPanel();
    button('Choose folders').click();
    expect(document.querySelector('.modal')?.textContent).toContain('Folders to look in');
  });

  test('the commands for the open note work, and the one that reveals it waits for the scan', async () => {
    await open({ scanned: false });
    const opened = jest.spyOn(window, 'open').mockReturnValue(null);
    expect(can('reveal')).toBe(false);
    await openNote(simulation.app, 'A/Tides.md');
    run('open-original');
    expect(opened).toHaveBeenCalledWith('https://harbourpress.example.org/tide-clocks');
    opened.mockRestore();
    run('reveal');
    await until('The panel', () => panel() !== null);
    button('Scan this vault').click();
    await until('The article', () => rows().includes('Tide clocks'));
    expect(panel()?.querySelector('.omnivore-rescue-row.is-active')?.textContent).toContain(
      'Tide clocks',
    );
    expect(noticeTexts()).toEqual([]);
  });
});

test('with no article, it says why and what to do', async () => {
  await open({ files: { 'Mine.md': 'My own.' } });
  await openPanel();
  await until('The words', () => text('.is-heading') === 'No saved articles here yet');
  await simulation.app.vault.create('New.md', DAMAGED);
  button('Look again').click();
  await untilRows();
});

test('a reading that failed can be tried again', async () => {
  await open({ files: { 'A.md': DAMAGED } });
  simulation.disk.faults.failReads('A.md');
  await openPanel();
  await until('The words', () => text('.is-heading') === 'The vault could not be read');
  expect(text('.is-error')).toContain('EACCES');
  simulation.disk.faults.heal('A.md');
  button('Try again').click();
  await untilRows();
});

test('head and foot count what is shown, and the wrench leads to its repair', async () => {
  await open();
  await openPanel();
  await until('All', () => text('.omnivore-rescue-foot-counts span') === '3 articles|1 source');
  expect(text('.omnivore-rescue-panel-foot > div:last-child')).toBe('1 draft');
  expect(text('.omnivore-rescue-banner-text')).toBe('2 notes need repair');
  expect(button('Repair 2 notes…').textContent).toBe('2');
  button('May 2024: 1 article').click();
  expect(text('.omnivore-rescue-foot-counts span')).toBe('1 of 3 articles|1 source');
  button('Repair 1 note…').click();
  await until('The preview', () => title() === 'Repair 1 note');
});

test('a bar stays the same element while the panel is filtered, and lets its month go', async () => {
  await open();
  await openPanel();
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

test('the keyboard walks the bars, and Tab reaches one of them', async () => {
  await open();
  await openPanel();
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

test('a shelf’s menu repairs what is on it, and unfolds and folds all', async () => {
  await open();
  await openPanel();
  await untilRows();
  const menuOf = (): void => {
    const shelf = panel()?.querySelector('.is-shelf');
    shelf?.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
  };
  menuOf();
  expect(menuItems()).toEqual(['Repair 2 notes…', 'Unfold all', 'Fold all']);
  choose('Unfold all');
  expect(rows()).toEqual(['harbourpress.example.org', 'Later', 'Fine', 'Tide clocks']);
  menuOf();
  choose('Fold all');
  expect(rows()).toEqual(['harbourpress.example.org']);
  menuOf();
  choose('Repair 2 notes…');
  await until('The preview', () => title() === 'Repair 2 notes');
});

test('from right to left, the arrow to the left unfolds', async () => {
  await open();
  await openPanel();
  await untilRows();
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

test('a middle click opens a tab of its own, a drag carries a link', async () => {
  await open();
  await openPanel();
  await untilRows();
  panel()?.querySelector<HTMLElement>('.is-shelf')?.click();
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
