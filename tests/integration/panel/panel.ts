/** What the tests of the panel share: how it is opened, and what a user sees and does in it. */
import type { Simulation } from '../../simulator/load-plugin';
import { article, afterRepair, until } from '../start';

/** Notes of one source: one with nothing to repair, a damaged one, and a damaged draft of a later month. */
export const SAMPLE = {
  'A/Fine.md': afterRepair({ date: '2024-03-14 08:21:56', title: 'Fine' }),
  'A/Tides.md': article({ date: '2024-03-14 08:21:56', title: 'Tide clocks' }),
  'A/Later.md': article({ date: '2024-05-01 08:21:56', draft: true, title: 'Later' }),
};

/** Runs a command of the plugin; throws where it can't run now. */
export function run({ app }: Simulation, command: string): void {
  if (!app.commands.executeCommandById(`omnivore-rescue:${command}`)) {
    throw new Error(`The command ${command} can't run now`);
  }
}

/** Whether a command of the plugin is there. */
export function can({ app }: Simulation, command: string): boolean {
  return app.commands.isAvailable(`omnivore-rescue:${command}`);
}

/** Opens the panel, and waits until it is there. */
export async function openPanel(simulation: Simulation): Promise<void> {
  run(simulation, 'open-panel');
  await until('The panel', () => panel() !== null);
}

export function panel(): HTMLElement | null {
  return document.querySelector('.omnivore-rescue-panel');
}

/** The texts of the panel's elements that a selector finds. */
export function text(selector: string): string {
  const all = [...(panel()?.querySelectorAll<HTMLElement>(selector) ?? [])];
  return all.map((el) => el.textContent ?? '').join('|');
}

/** The names on the panel's rows. */
export function rows(): readonly string[] {
  const all = [...(panel()?.querySelectorAll('[role=treeitem]') ?? [])];
  return all.map((el) => el.querySelector('.omnivore-rescue-name')?.textContent ?? '');
}

/** A button of the panel by its words or its name; throws if there is none. */
export function button(words: string): HTMLElement {
  const all = [...(panel()?.querySelectorAll('button') ?? [])];
  const found = all.find((el) => el.textContent === words || el.ariaLabel === words);
  if (!found) throw new Error(`No button "${words}" in: ${panel()?.textContent ?? 'no panel'}`);
  return found;
}

export async function untilRows(): Promise<void> {
  await until('Rows', () => rows().length > 0 && text('.omnivore-rescue-empty-state') === '');
}

/** Waits for rows, and collapses all groups: few articles start expanded. */
export async function untilCollapsed(): Promise<void> {
  await untilRows();
  button('Collapse all').click();
}

/** Waits until the panel's footer shows this count. */
export async function untilFooter(wanted: string): Promise<void> {
  const footer = (): string => text('.omnivore-rescue-panel-footer');
  await until(`"${wanted}" at the footer`, () => footer() === wanted);
}

/** How many notes were read from disk, once or more. */
export function notesRead({ disk }: Simulation): number {
  return [...disk.reads.keys()].filter((path) => path.endsWith('.md')).length;
}

/** The items of the menu that is open. */
export function menuItems(): readonly string[] {
  return [...document.querySelectorAll('.menu .menu-item-title')].map((el) => el.textContent ?? '');
}

/** Chooses an item of the menu that is open. */
export function choose(item: string): void {
  const all = [...document.querySelectorAll<HTMLElement>('.menu .menu-item')];
  const found = all.find(
    (el) => el.textContent === item || el.textContent?.startsWith(`${item} (`),
  );
  if (!found) throw new Error(`No "${item}" among ${menuItems().join(', ')}`);
  found.click();
}

/** Opens the menu of a row. */
export function openMenuOf(row: HTMLElement): void {
  row.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
}

/** The texts of the banners that are shown. */
export function banners(): string {
  return text('.omnivore-rescue-banner-text').split('|').filter(Boolean).join('|');
}
