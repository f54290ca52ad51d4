/** @jest-environment jsdom */
import type { Simulation } from '../../simulator/load-plugin';
import { openFileMenu, openNote, titlesOf } from '../../simulator/user';
import { article, onDisk, SCANNED, start, until } from '../start';
import { can, choose, menuItems, openMenuOf, openPanel, panel, run, untilCollapsed } from './panel';

const IDS = ['7b9689e3-5b18-4601-aeb6-719f7319797a', '2d733806-de38-4f16-aafa-e54589ffbb10'];
const PATH = 'Omnivore/Saved in August.md';

function section(id: string, title: string, slug: string): readonly string[] {
  return [
    `%%${id}_start%%`,
    `# ${title}`,
    '#Omnivore',
    '',
    `[Read on Omnivore](https://omnivore.app/me/${slug}-1917333e978)`,
    `[Read Original](https://benches.example.org/${slug})`,
    '',
    'A text.',
    '',
    `%%${id}_end%%`,
  ];
}

const SEVERAL = [
  '---',
  ...IDS.map((id) => `- id: ${id}`),
  '---',
  '',
  ...section(IDS[0] ?? '', 'Park Benches', 'benches'),
  ...section(IDS[1] ?? '', 'Umbrellas', 'umbrellas'),
  '',
].join('\n');
const UMBRELLAS = SEVERAL.split('\n').indexOf('# Umbrellas');

let simulation: Simulation;

beforeEach(async () => {
  simulation = await start({ [PATH]: SEVERAL, 'Draft.md': article({ draft: true }) }, SCANNED);
});

afterEach(() => simulation.close());

async function openGroup(): Promise<void> {
  await openPanel(simulation);
  await untilCollapsed();
  panel()?.querySelector<HTMLElement>('.is-group')?.click();
}

function row(title: string): HTMLElement {
  const all = [...(panel()?.querySelectorAll<HTMLElement>('.is-article') ?? [])];
  const found = all.find((el) => el.textContent?.includes(title));
  if (!found) throw new Error(`No row "${title}"`);
  return found;
}

test('a row opens its note at its article', async () => {
  await openGroup();
  row('Umbrellas').click();
  const leaf = (): { line?: unknown } | undefined =>
    simulation.app.workspace.getLeavesOfType('markdown')[0]?.getEphemeralState();
  await until('The note', () => leaf()?.line !== undefined);
  // The range of an article starts with its marker or right after it.
  expect(Math.abs(Number(leaf()?.line) - UMBRELLAS)).toBeLessThanOrEqual(1);
});

test('each row has its own original, and no draft flag, which would apply to the others too', async () => {
  await openGroup();
  openMenuOf(row('Umbrellas'));
  expect(menuItems()).toContain('Copy original URL');
  expect(menuItems().filter((item) => item.startsWith('Mark'))).toEqual(['Mark as read']);
});

test('one is marked as read and the others are not, in the panel and with the command', async () => {
  await openGroup();
  openMenuOf(row('Umbrellas'));
  choose('Mark as read');
  const readState = '\n  state: COMPLETED';
  const [first = '', second = ''] = IDS;
  await until('The state', () => onDisk(simulation, PATH) !== SEVERAL);
  expect(onDisk(simulation, PATH)).toBe(
    SEVERAL.replace(`- id: ${second}`, `- id: ${second}${readState}`),
  );
  await until('The sign', () => row('Umbrellas').querySelector('.omnivore-rescue-state') !== null);
  expect(row('Park Benches').querySelector('.omnivore-rescue-state')).toBeNull();
  const view = await openNote(simulation.app, PATH);
  view.editor.setCursor({ line: 9, ch: 0 });
  run(simulation, 'mark-archived');
  await until('The other state', () => onDisk(simulation, PATH)?.includes('ARCHIVED') === true);
  expect(onDisk(simulation, PATH)).toContain(`- id: ${first}\n  state: ARCHIVED\n- id: ${second}`);
});

test('its note can be repaired from the file menu', async () => {
  await openGroup();
  const file = simulation.app.vault.getFileByPath(PATH)!;
  expect(titlesOf(openFileMenu(simulation.app, file))).toContain('Repair this saved article…');
});

test('the command opens the original of the article that the cursor is in', async () => {
  const opened = jest.spyOn(window, 'open').mockReturnValue(null);
  const view = await openNote(simulation.app, PATH);
  expect(['mark-ready', 'mark-draft'].filter((id) => can(simulation, id))).toEqual([]);
  for (const [line, slug] of [
    [UMBRELLAS + 4, 'umbrellas'],
    [8, 'benches'],
    [1, 'benches'],
  ] as const) {
    view.editor.setCursor({ line, ch: 0 });
    run(simulation, 'open-original');
    expect(opened).toHaveBeenLastCalledWith(`https://benches.example.org/${slug}`);
  }
  opened.mockRestore();
});

test('a draft is marked as ready in these words, and as draft again from there', async () => {
  await openPanel(simulation);
  await untilCollapsed();
  const groups = [...(panel()?.querySelectorAll<HTMLElement>('.is-group') ?? [])];
  groups.at(-1)?.click();
  openMenuOf(row('Tide clocks'));
  expect(menuItems().filter((item) => /^Mark as (?:ready|draft)/.test(item))).toEqual([
    'Mark as ready',
  ]);
  choose('Mark as ready');
  const notice = (): string => document.querySelector('.notice')?.textContent ?? '';
  await until('The notice', () => notice() !== '');
  expect(notice()).toBe('Marked as ready.Undo');
  await until('The new state', () => !panel()?.querySelector('.omnivore-rescue-draft'));
  openMenuOf(row('Tide clocks'));
  expect(menuItems().filter((item) => /^Mark as (?:ready|draft)/.test(item))).toEqual([
    'Mark as draft',
  ]);
});
