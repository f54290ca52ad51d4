/** @jest-environment jsdom */
import type { SettingDefinitionItem } from 'obsidian';
import type { BootOptions, Simulation } from './load-plugin';
import { boot } from './load-plugin';
import type { SettingTab } from './settings';
import { TINY } from './tiny-plugin';
import { fill, openSettings, press, settingRow, settle } from './user';

let simulation: Simulation | null = null;

afterEach(() => {
  simulation?.close();
  simulation = null;
});

interface Shown {
  readonly tab: SettingTab;
  readonly settings: () => Record<string, unknown>;
  readonly saved: () => unknown;
}

async function show(
  definitions: (tab: SettingTab) => SettingDefinitionItem[],
  options: Partial<BootOptions> = {},
): Promise<Shown> {
  const running = await boot({ ...TINY, files: { 'F/G/a.md': '', 'H/b.md': '' }, ...options });
  simulation = running;
  Object.assign(running.plugin, { definitions });
  const tab = openSettings(running.app, 'tiny');
  await settle();
  return {
    tab,
    settings: () => running.plugin.settings as Record<string, unknown>,
    saved: () => JSON.parse(running.disk.peek('.obsidian/plugins/tiny/data.json') ?? 'null'),
  };
}

function input(name: string): HTMLInputElement {
  const found = settingRow(name).querySelector<HTMLInputElement>('input, select, textarea');
  if (!found) throw new Error(`no input in ${name}`);
  return found;
}

test('every control shows its value and stores a new one', async () => {
  const { settings, saved } = await show(
    () => [
      { name: 'On', control: { type: 'toggle', key: 'on' } },
      { name: 'Name', control: { type: 'text', key: 'name' } },
      { name: 'Area', control: { type: 'textarea', key: 'area', rows: 3, defaultValue: 'x' } },
      { name: 'Way', control: { type: 'dropdown', key: 'way', options: { a: 'A', b: 'B' } } },
      { name: 'Count', control: { type: 'number', key: 'count', min: 1, defaultValue: 5 } },
      { name: 'Size', control: { type: 'slider', key: 'size', min: 0, max: 10, step: 2 } },
      { name: 'Tint', control: { type: 'color', key: 'tint' } },
    ],
    { data: { on: true, way: 'b', size: 4, tint: '#ff0000' } },
  );
  const names = ['Name', 'Area', 'Way', 'Count', 'Size', 'Tint'];
  expect(input('On').checked).toBe(true);
  expect(names.map((name) => input(name).value)).toEqual(['a', 'x', 'b', '5', '4', '#ff0000']);
  settingRow('On').querySelector<HTMLElement>('.checkbox-container')?.click();
  const entered = ['n', 'two\nlines', 'a', '7', '6', '#00ff00'];
  names.forEach((name, i) => fill(input(name), entered[i] ?? ''));
  input('Count').dispatchEvent(new Event('blur'));
  await settle();
  expect(saved()).toEqual({
    on: false,
    name: 'n',
    folder: '',
    area: 'two\nlines',
    way: 'a',
    count: 7,
    size: 6,
    tint: '#00ff00',
  });
  fill(input('Count'), '');
  input('Count').dispatchEvent(new Event('blur'));
  await settle();
  expect(settings()['count']).toBe(7);
});

test('a refused value is not stored and its message is shown', async () => {
  const validate = (value: string): string | void =>
    value === 'bad' ? 'Not bad, please' : undefined;
  const { settings } = await show(
    () => [{ name: 'Name', control: { type: 'text', key: 'name', validate } }],
    { data: { name: 'bad' } },
  );
  const error = (): string | undefined =>
    settingRow('Name').querySelector('.setting-item-error')?.textContent ?? undefined;
  expect(error()).toBe('Not bad, please');
  fill(input('Name'), 'good');
  await settle();
  expect([error(), settings()['name']]).toEqual([undefined, 'good']);
  fill(input('Name'), 'bad');
  await settle();
  expect([error(), settings()['name']]).toEqual(['Not bad, please', 'good']);
});

test('an answer to an older value comes too late', async () => {
  const answers: ((message: string | undefined) => void)[] = [];
  const validate = (value: string): Promise<string | void> =>
    value === 'a' ? Promise.resolve() : new Promise((resolve) => answers.push(resolve));
  const { settings } = await show(() => [
    { name: 'Name', control: { type: 'text', key: 'name', validate } },
  ]);
  fill(input('Name'), 'slow');
  fill(input('Name'), 'quick');
  await settle();
  answers[1]?.(undefined);
  answers[0]?.('Too late');
  await settle();
  expect(settings()['name']).toBe('quick');
  expect(settingRow('Name').classList.contains('is-invalid')).toBe(false);
});

test('a folder is found by typing and chosen with the keys', async () => {
  const { settings } = await show(() => [
    {
      name: 'Folder',
      control: { type: 'folder', key: 'folder', filter: ({ path }) => path !== 'H' },
    },
  ]);
  fill(input('Folder'), '');
  await settle();
  const offered = [...document.querySelectorAll('.suggestion-item')].map((el) => el.textContent);
  expect(offered).toEqual(['F', 'F/G']);
  press('ArrowDown');
  press('Enter');
  await settle();
  expect([input('Folder').value, settings()['folder']]).toEqual(['F/G', 'F/G']);
  expect(document.querySelector('.suggestion-container')).toBeNull();
});

test('what is visible and disabled follows the values', async () => {
  const { tab } = await show(({ app }) => {
    const on = (): boolean =>
      Boolean((app.plugins.plugins['tiny']?.settings as { on: boolean }).on);
    return [
      { name: 'On', control: { type: 'toggle', key: 'on' } },
      { name: 'Seen', visible: on, control: { type: 'text', key: 'name' } },
      { name: 'Free', control: { type: 'text', key: 'name', disabled: () => !on() } },
      { type: 'group', heading: 'Group', visible: on, items: [{ name: 'Inside' }] },
    ];
  });
  const state = (): unknown[] => [
    settingRow('Seen').style.display,
    input('Free').disabled,
    settingRow('Inside').closest<HTMLElement>('.setting-group')?.style.display,
  ];
  expect(state()).toEqual(['none', true, 'none']);
  input('On').click();
  await settle();
  expect(state()).toEqual(['', false, '']);
  tab.refreshDomState();
  expect(state()).toEqual(['', false, '']);
});

test('a list is added to, reordered and shortened', async () => {
  let folders = ['one', 'two', 'three'];
  await show((tab) => [
    {
      type: 'list',
      heading: 'Folders',
      emptyState: 'Nothing yet',
      items: folders.map((name) => ({ name })),
      onDelete: (at) => {
        folders = folders.filter((_name, i) => i !== at);
        tab.update();
      },
      onReorder: (from, to) => {
        const [moved = ''] = folders.splice(from, 1);
        folders.splice(to, 0, moved);
        tab.update();
      },
      addItem: {
        name: 'Add folder',
        action: () => {
          folders.push('new');
          tab.update();
        },
      },
    },
  ]);
  document.querySelector<HTMLElement>('[aria-label="Add folder"]')?.click();
  expect(folders).toEqual(['one', 'two', 'three', 'new']);
  settingRow('three')
    .querySelector('.setting-item-drag-handle')
    ?.dispatchEvent(new Event('dragstart'));
  settingRow('one').dispatchEvent(new Event('drop'));
  expect(folders).toEqual(['three', 'one', 'two', 'new']);
  settingRow('two').querySelector<HTMLElement>('[aria-label="Delete"]')?.click();
  expect(folders).toEqual(['three', 'one', 'new']);
  for (const name of ['three', 'one', 'new']) {
    settingRow(name).focus();
    press('Delete');
  }
  expect(document.querySelector('.setting-group-empty-state')?.textContent).toBe('Nothing yet');
});

test('a row is moved with the keys, keeps the focus, and is already in its new place', async () => {
  const moves: [number, number][] = [];
  const order = (): (string | null)[] =>
    [...document.querySelectorAll('.mod-list .setting-item-name')].map((el) => el.textContent);
  const items = ['one', 'two', 'three'].map((name) => ({ name }));
  await show(() => [{ type: 'list', items, onReorder: (from, to) => moves.push([from, to]) }]);
  settingRow('three').focus();
  press('ArrowUp', { altKey: true });
  press('ArrowUp', { altKey: true });
  press('ArrowUp', { altKey: true });
  expect([moves, order()]).toEqual([
    [
      [2, 1],
      [1, 0],
    ],
    ['three', 'one', 'two'],
  ]);
  expect(document.activeElement).toBe(settingRow('three'));
});

test('a number is stored on blur, and anything else is refused', async () => {
  const { settings } = await show(() => [
    { name: 'Number', control: { type: 'number', key: 'name' } },
  ]);
  fill(input('Number'), '12');
  await settle();
  expect(settings()['name']).toBe('a');
  input('Number').dispatchEvent(new Event('blur'));
  await settle();
  expect(settings()['name']).toBe(12);
  input('Number').type = 'text';
  fill(input('Number'), 'twelve');
  input('Number').focus();
  press('Enter');
  await settle();
  expect(settings()['name']).toBe(12);
  expect(settingRow('Number').classList.contains('is-invalid')).toBe(true);
});

test('on a phone the adding is a row', async () => {
  const action = jest.fn();
  await show(() => [{ type: 'list', items: [], addItem: { name: 'Add folder', action } }], {
    mobile: true,
  });
  settingRow('+ Add folder').click();
  expect(action).toHaveBeenCalledTimes(1);
});

test('a page opens, stays open over an update, and has a button back', async () => {
  const { tab } = await show(() => [
    {
      type: 'page',
      name: 'Dates',
      displayValue: () => 'Today',
      items: [{ name: 'Form' }, { type: 'page', name: 'Zones', items: [{ name: 'Zone' }] }],
    },
  ]);
  expect(settingRow('Dates').textContent).toContain('Today');
  settingRow('Dates').click();
  settingRow('Zones').click();
  tab.update();
  expect(settingRow('Zone')).not.toBeNull();
  const back = (): void => document.querySelector<HTMLElement>('[aria-label="Back"]')?.click();
  back();
  expect(settingRow('Form')).not.toBeNull();
  back();
  expect(document.activeElement).toBe(settingRow('Dates'));
});

test('a row can draw itself, and clears up after itself', async () => {
  const cleanUp = jest.fn();
  const { tab } = await show(() => [
    {
      name: 'Own',
      render: (setting) => {
        setting.addButton((button) => button.setButtonText('Press'));
        return cleanUp;
      },
    },
    { name: 'Act', action: (el, index) => el.setAttribute('data-index', String(index)) },
  ]);
  expect(settingRow('Own').querySelector('button')?.textContent).toBe('Press');
  settingRow('Act').click();
  expect(settingRow('Act').getAttribute('data-index')).toBe('1');
  tab.update();
  expect(cleanUp).toHaveBeenCalledTimes(1);
  press('Escape');
  expect(cleanUp).toHaveBeenCalledTimes(2);
  expect(document.querySelector('.setting-item')).toBeNull();
});

test('a group can be searched, and what is typed outlives an update', async () => {
  const { tab } = await show(() => [
    {
      type: 'group',
      heading: 'Many',
      search: { placeholder: 'Find', match: (item, query) => item.name.includes(query) },
      items: [{ name: 'one' }, { name: 'two' }],
    },
  ]);
  const search = document.querySelector<HTMLInputElement>('input[type=search]');
  if (search) fill(search, 'tw');
  expect([settingRow('one').hidden, settingRow('two').hidden]).toEqual([true, false]);
  tab.update();
  expect([settingRow('one').hidden, settingRow('two').hidden]).toEqual([true, false]);
});

test('the search of the settings finds names, descriptions and aliases', async () => {
  await show(() => [
    { name: 'Draft flag', desc: 'What a site generator reads', aliases: ['publish'] },
    { name: 'Secret', searchable: false },
    { type: 'page', name: 'Page', items: [{ name: 'Inner flag' }] },
  ]);
  const find = (query: string): string[] => simulation?.app.setting.search(query) ?? [];
  expect(find('FLAG')).toEqual(['Draft flag', 'Inner flag']);
  expect([find('generator'), find('publish'), find('secret')]).toEqual([
    ['Draft flag'],
    ['Draft flag'],
    [],
  ]);
});
