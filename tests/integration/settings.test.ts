/** @jest-environment jsdom */
import { ALL_REPAIRS } from '../../src/core/repairs';
import type { BootOptions, Simulation } from '../simulator/load-plugin';
import {
  fill,
  noticeTexts,
  openNote,
  openSettings,
  press,
  settingRow,
  settle,
} from '../simulator/user';
import {
  PUBLISHES,
  allNotes,
  article,
  click,
  afterRepair,
  modal,
  rows,
  SCANNED,
  start,
  title,
  until,
} from './start';

const ID = 'omnivore-rescue';
const FOLDER = `.obsidian/plugins/${ID}`;
const DATA = `${FOLDER}/data.json`;
const OLD = '.obsidian/plugins/obsidian-omnivore/data.json';

let simulation: Simulation;

afterEach(() => simulation.close());

/** Starts the plugin and shows its settings. */
async function show(
  options: Partial<BootOptions> = {},
  files: Readonly<Record<string, string>> = {},
): Promise<void> {
  simulation = await start(files, { data: undefined, ...options });
  await settle();
  openSettings(simulation.app, ID);
  await settle();
}

function data(): unknown {
  return JSON.parse(simulation.disk.peek(DATA) ?? 'null');
}

function field(name: string): HTMLInputElement {
  const found = settingRow(name).querySelector<HTMLInputElement>('input, select, textarea');
  if (!found) throw new Error(`no field in ${name}`);
  return found;
}

function toggle(name: string): void {
  settingRow(name).querySelector<HTMLElement>('.checkbox-container')?.click();
}

function enter(name: string, value: string): void {
  fill(field(name), value);
}

function push(row: string, button: string): void {
  const buttons = [...settingRow(row).querySelectorAll('button')];
  const found = buttons.find((el) => el.textContent === button);
  if (!found) throw new Error(`no button ${button} in ${row}`);
  found.click();
}

function names(): string[] {
  const all = [...document.querySelectorAll<HTMLElement>('.setting-item')];
  return all
    .filter((el) => el.style.display !== 'none')
    .map((el) => el.querySelector('.setting-item-name')?.textContent ?? '');
}

function errorAt(name: string): string | null {
  return settingRow(name).querySelector('.setting-item-error')?.textContent ?? null;
}

/** The rows of the list with this heading. */
function listed(heading: string): string[] {
  const group = settingRow(heading).closest('.setting-group');
  return [
    ...(group?.querySelectorAll('.setting-items > .setting-item .setting-item-name') ?? []),
  ].map((el) => el.textContent ?? '');
}

/** The note as the command *Repair current note* leaves it. */
async function repaired(note: string): Promise<string> {
  await simulation.app.vault.create('repaired.md', note);
  await settle();
  press('Escape');
  const view = await openNote(simulation.app, 'repaired.md');
  await simulation.app.commands.run(`${ID}:repair-note`);
  await settle();
  return view.editor.getValue();
}

const DRAFT = article({ draft: true });
const PLAIN = article();
const DATED = article({ date: '2024-03-14T12:21:56.000Z' });
const IMAGE = article({ images: 1 });
const PROXY = 'http://localhost:7070/0x0,s3xXYAes4vRXbTdZ2mD6oPqLk9WnEuJf5cGhIa7yKzM0/';

interface Case {
  readonly name: string;
  /** What is stored before the change. */
  readonly stored?: object;
  readonly act: () => void;
  readonly data: object;
  /** A note, and what a repair makes of it by the settings as they then are. */
  readonly note: string;
  readonly becomes: (note: string) => string;
}

const same = (note: string): string => note;
const swap =
  (before: string, after: string) =>
  (note: string): string => {
    if (!note.includes(before)) throw new Error(`no ${before}`);
    return note.split(before).join(after);
  };
const becomesDate = (date: string) => swap('2024-03-14T12:21:56.000Z', date);
const READ_LINK = 'https://omnivore.app/me/tide-clocks-18e3d5b1a2c';
const ORIGINAL = 'https://harbourpress.example.org/tide-clocks';

const CASES: readonly Case[] = [
  {
    name: 'the draft flag off',
    stored: PUBLISHES,
    act: () => toggle('Fix draft flags'),
    data: { ...PUBLISHES, repairs: { 'draft-flag': false } },
    note: DRAFT,
    becomes: same,
  },
  {
    name: 'another publisher',
    act: () => enter('Published with', 'publish'),
    data: { draftFlag: { preset: 'publish' } },
    note: DRAFT.replace('draft: true', 'publish: false'),
    becomes: swap('publish: false', 'publish: true'),
  },
  {
    name: 'no draft property',
    act: () => enter('Published with', 'remove'),
    data: { draftFlag: { preset: 'remove' } },
    note: DRAFT,
    becomes: swap('draft: true\n', ''),
  },
  {
    name: 'a custom property',
    act: () => {
      enter('Published with', 'custom');
      enter('Property', 'stage');
      enter('Value when ready', 'live');
      enter('Value for drafts', 'raw');
    },
    data: { draftFlag: { preset: 'custom', property: 'stage', value: 'live', draftValue: 'raw' } },
    note: DRAFT.replace('draft: true', 'stage: raw'),
    becomes: swap('stage: raw', 'stage: live'),
  },
  {
    name: 'adding a missing flag',
    stored: PUBLISHES,
    act: () => toggle('Add where missing'),
    data: { draftFlag: { preset: 'hugo', addMissing: true } },
    note: PLAIN,
    becomes: swap('0e11\n', '0e11\ndraft: false\n'),
  },
  {
    name: 'ready when highlighted',
    stored: PUBLISHES,
    act: () => toggle('Ready when highlighted'),
    data: { draftFlag: { preset: 'hugo', byHighlights: true } },
    note: DRAFT,
    becomes: same,
  },
  {
    name: 'dates off',
    stored: { dates: { zone: 'UTC' } },
    act: () => toggle('Normalize dates'),
    data: { dates: { zone: 'UTC' }, repairs: { dates: false } },
    note: DATED,
    becomes: same,
  },
  {
    name: 'dates only',
    stored: { dates: { zone: 'UTC' } },
    act: () => enter('Date format', 'date'),
    data: { dates: { zone: 'UTC', format: 'date' } },
    note: DATED,
    becomes: becomesDate('2024-03-14'),
  },
  {
    name: 'a custom format',
    stored: { dates: { zone: 'UTC' } },
    act: () => {
      enter('Date format', 'custom');
      enter('Custom format', 'yyyy/MM/dd HH:mm');
    },
    data: { dates: { zone: 'UTC', format: 'custom', pattern: 'yyyy/MM/dd HH:mm' } },
    note: DATED,
    becomes: becomesDate('2024/03/14 12:21'),
  },
  {
    name: 'a zone',
    act: () => enter('Time zone', 'Asia/Shanghai'),
    data: { dates: { zone: 'Asia/Shanghai' } },
    note: DATED,
    becomes: becomesDate('2024-03-14T20:21:56'),
  },
  {
    name: 'the system’s zone',
    stored: { dates: { zone: 'Asia/Shanghai' } },
    act: () => enter('Time zone', 'system'),
    data: { dates: { zone: 'system' } },
    note: DATED,
    becomes: becomesDate('2024-03-14T12:21:56'),
  },
  {
    name: 'no zone: dates keep their own',
    stored: { dates: { zone: 'Asia/Shanghai' } },
    act: () => enter('Time zone', ''),
    data: { dates: { zone: 'keep' } },
    note: DATED,
    becomes: same,
  },
  {
    name: 'the month first',
    act: () => enter('Day and month', 'month-first'),
    data: { dates: { order: 'month-first' } },
    note: article({ date: '03/04/2023' }),
    becomes: swap('03/04/2023', '2023-03-04'),
  },
  {
    name: 'the day first',
    act: () => enter('Day and month', 'day-first'),
    data: { dates: { order: 'day-first' } },
    note: article({ date: '03/04/2023' }),
    becomes: swap('03/04/2023', '2023-04-03'),
  },
  {
    name: 'dates that are links',
    act: () => toggle('Replace linked dates'),
    data: { dates: { links: true } },
    note: article({ date: '"[[2024-06-22]]"' }),
    becomes: swap('[[2024-06-22]]', '2024-06-22'),
  },
  {
    name: 'adding a missing saved date',
    act: () => toggle('Add missing saved dates'),
    data: { dates: { addMissingSaved: true } },
    note: PLAIN,
    becomes: swap('0e11\n', '0e11\ndate_saved: 2024-03-14T14:26:04Z\n'),
  },
  {
    name: 'images off',
    act: () => toggle('Unproxy images'),
    data: { repairs: { 'proxied-images': false } },
    note: IMAGE,
    becomes: same,
  },
  {
    name: 'a custom image proxy',
    act: () => enter('Your own image proxies', 'http://localhost:7070/\n\n'),
    data: { proxiedImages: { hosts: ['http://localhost:7070/'] } },
    note: `${PLAIN}![](${PROXY}https://a.example/b.png)\n`,
    becomes: swap(PROXY, ''),
  },
  {
    name: 'escaped text off',
    act: () => toggle('Unescape text'),
    data: { repairs: { 'escaped-text': false } },
    note: `${PLAIN}A &quot;tide&quot; clock &#x2F; watch &#x3D; old &#x60;thing&#x60; &gt; new\n`,
    becomes: same,
  },
  {
    name: 'dead links on',
    act: () => toggle('Fix dead links'),
    data: { repairs: { 'dead-links': true } },
    note: PLAIN,
    becomes: swap(READ_LINK, ORIGINAL),
  },
  {
    name: 'dead links removed',
    stored: { repairs: { 'dead-links': true } },
    act: () => enter('Links to articles', 'remove'),
    data: { repairs: { 'dead-links': true }, deadLinks: { articles: 'remove' } },
    note: PLAIN,
    becomes: swap(`[Read on Omnivore](${READ_LINK})\n`, ''),
  },
  {
    name: 'links behind highlights removed',
    stored: { repairs: { 'dead-links': true }, deadLinks: { articles: 'keep' } },
    act: () => enter('Highlight links', 'remove'),
    data: {
      repairs: { 'dead-links': true },
      deadLinks: { articles: 'keep', highlights: 'remove' },
    },
    note: `${PLAIN}> The clock stood still. [⤴️](${READ_LINK}#1a2b3c4d-0000-4000-8000-000000000000)\n`,
    becomes: swap(` [⤴️](${READ_LINK}#1a2b3c4d-0000-4000-8000-000000000000)`, ''),
  },
  {
    name: 'a property name for other dates',
    act: () => {
      settingRow('Property names').click();
      enter('Other dates', 'noted，seen, ');
    },
    data: { dateProperties: ['noted', 'seen'] },
    note: article({ date: '2024-03-14T08:21:56\nseen: 2024-03-15 10:00:00' }),
    becomes: swap('2024-03-15 10:00:00', '2024-03-15T10:00:00'),
  },
];

describe('every setting changes its file, and what a repair does:', () => {
  test.each(CASES)('$name', async ({ stored = {}, act, data: expected, note, becomes }) => {
    await show({ data: stored });
    act();
    await settle();
    expect(data()).toEqual(expected);
    expect(await repaired(note)).toBe(becomes(note));
  });

  test.each(CASES)('$name: without it, something else', async ({ note, becomes, stored = {} }) => {
    simulation = await start({}, { data: stored });
    expect(await repaired(note)).not.toBe(becomes(note));
  });

  test('an article is recognized by a custom property name', async () => {
    const note = `---\nid: 4a7c6a1e-e1f2-11ee-8a3c-6f2b1c9d0e11\nomni_link: x\ndate_published: 2024-03-14 08:21:56\n---\n# Tide clocks\n`;
    simulation = await start({});
    await expect(repaired(note)).rejects.toThrow("can't run now");
    simulation.close();
    await show();
    settingRow('Property names').click();
    enter('Omnivore URL', 'omni_link');
    await settle();
    expect(data()).toEqual({ properties: { omnivoreUrl: ['omni_link'] } });
    expect(await repaired(note)).toBe(note.replace('14 08', '14T08'));
  });

  test('no publisher is shown before one is chosen', async () => {
    await show({});
    expect(field('Published with').value).toBe('');
    expect(names()).not.toContain('Add where missing');
    expect(await repaired(DRAFT)).toBe(DRAFT);
    expect(noticeTexts().at(-1)).toBe(
      'Nothing to repair in this note. 1 item needs your attention.',
    );
  });

  test('Omnivore’s folder', async () => {
    await show({}, { 'Clippings/a.md': 'x' });
    enter('Omnivore’s folder', 'Clippings');
    await settle();
    expect(data()).toEqual({ omnivoreFolder: 'Clippings' });
  });

  test('the modified time is kept', async () => {
    await show({ data: PUBLISHES }, { 'a.md': DRAFT });
    const file = simulation.app.vault.getFileByPath('a.md');
    const before = file?.stat.mtime;
    toggle('Keep modification time');
    await settle();
    expect(data()).toEqual({ ...PUBLISHES, keepModified: true });
    press('Escape');
    await simulation.app.commands.run(`${ID}:repair-all`);
    await until('the preview', () => rows().length > 0);
    click('Repair 1 note');
    await until('the end', () => title() === 'Repaired 1 note');
    expect(allNotes(simulation)['a.md']).toContain('draft: false');
    expect(file?.stat.mtime).toBe(before);
  });
});

describe('folders', () => {
  const FILES = { 'A/B/1.md': DRAFT, 'C/2.md': DRAFT, 'D/3.md': DRAFT };

  async function found(): Promise<string> {
    press('Escape');
    await simulation.app.commands.run(`${ID}:repair-all`);
    await until('the preview', () => rows().length > 0);
    return title();
  }

  async function add(button: string, folder: string): Promise<void> {
    document.querySelector<HTMLElement>(`[aria-label="${button}"]`)?.click();
    const input = modal()?.ownerDocument.querySelector<HTMLInputElement>('.prompt-input');
    if (!input) throw new Error('no prompt');
    fill(input, folder);
    await settle();
    press('Enter');
    await settle();
  }

  test('are added, ordered and deleted; only those are searched', async () => {
    await show({ data: PUBLISHES }, FILES);
    expect(listed('Folders to search')).toEqual([]);
    await add('Add folder', 'D');
    await add('Add folder', 'A/B');
    expect(listed('Folders to search')).toEqual(['D', 'A/B']);
    settingRow('A/B')
      .querySelector('.setting-item-drag-handle')
      ?.dispatchEvent(new Event('dragstart'));
    settingRow('D').dispatchEvent(new Event('drop'));
    await settle();
    expect(data()).toEqual({ ...PUBLISHES, folders: ['A/B', 'D'] });
    settingRow('D').querySelector<HTMLElement>('[aria-label="Delete"]')?.click();
    await settle();
    expect(listed('Folders to search')).toEqual(['A/B']);
    expect(data()).toEqual({ ...PUBLISHES, folders: ['A/B'] });
    expect(await found()).toBe('Repair 1 note');
  });

  test('are moved with the keys, one place after the other', async () => {
    await show({ data: { folders: ['A', 'C', 'D'] } }, FILES);
    settingRow('D').focus();
    press('ArrowUp', { altKey: true });
    await settle();
    press('ArrowUp', { altKey: true });
    await settle();
    expect(listed('Folders to search')).toEqual(['D', 'A', 'C']);
    expect(data()).toEqual({ folders: ['D', 'A', 'C'] });
    press('Delete');
    await settle();
    expect(listed('Folders to search')).toEqual(['A', 'C']);
    expect(data()).toEqual({ folders: ['A', 'C'] });
  });

  test('are excluded', async () => {
    await show({ data: PUBLISHES }, FILES);
    await add('Exclude folder', 'C');
    expect(data()).toEqual({ ...PUBLISHES, excludedFolders: ['C'] });
    expect(await found()).toBe('Repair 2 notes');
  });

  test('that are renamed in the vault are followed', async () => {
    const stored = { folders: ['A/B', 'C'], excludedFolders: ['A'], omnivoreFolder: 'A/B' };
    await show({ data: stored }, FILES);
    const folder = simulation.app.vault.getFolderByPath('A');
    if (folder) await simulation.app.fileManager.renameFile(folder, 'Z');
    await settle();
    expect(data()).toEqual({
      folders: ['Z/B', 'C'],
      excludedFolders: ['Z'],
      omnivoreFolder: 'Z/B',
    });
    expect(listed('Folders to search')).toEqual(['Z/B', 'C']);
    expect(field('Omnivore’s folder').value).toBe('Z/B');
  });

  test('that are gone are shown with an error', async () => {
    await show({ data: { folders: ['A', 'Gone'], omnivoreFolder: 'Lost' } }, FILES);
    expect([errorAt('A'), errorAt('Gone'), errorAt('Omnivore’s folder')]).toEqual([
      null,
      'This folder is not in the vault.',
      'This folder is not in the vault.',
    ]);
  });
});

describe('an invalid value is not stored:', () => {
  test.each([
    ['Property', 'bad: name', { draftFlag: { preset: 'custom' } }],
    ['Value when ready', '', { draftFlag: { preset: 'custom' } }],
    ['Custom format', 'MM-DD', { dates: { format: 'custom' } }],
    ['Time zone', 'Mars/Olympus', {}],
    ['Your own image proxies', 'localhost', {}],
    ['Omnivore’s folder', 'Nowhere', {}],
  ])('%s: %j', async (name, value, stored) => {
    await show({ data: stored });
    enter(name, value);
    await settle();
    expect(errorAt(name)).toMatch(/\S/);
    expect(data()).toEqual(stored);
  });
});

test('the example follows format and zone', async () => {
  await show();
  const example = (): string[] =>
    [...settingRow('Example').querySelectorAll('.setting-item-description div')].map(
      (el) => el.textContent ?? '',
    );
  expect(example()).toEqual([
    '2024-03-14 08:21:56 becomes 2024-03-14T08:21:56',
    '2024-03-14T12:21:56Z becomes 2024-03-14T12:21:56Z',
  ]);
  enter('Date format', 'offset');
  await settle();
  expect(example()).toEqual([
    '2024-03-14 08:21:56 does not change: choose a time zone to convert it',
    '2024-03-14T12:21:56Z becomes 2024-03-14T12:21:56+00:00',
  ]);
  enter('Time zone', 'America/New_York');
  await settle();
  expect(example()).toEqual([
    '2024-03-14 08:21:56 becomes 2024-03-14T08:21:56-04:00',
    '2024-03-14T12:21:56Z becomes 2024-03-14T08:21:56-04:00',
  ]);
});

describe('a custom format', () => {
  test('is shown with an example', async () => {
    await show({ data: { dates: { format: 'custom', zone: 'America/New_York' } } });
    enter('Custom format', 'DD.MM.YYYY [at] HH:mm');
    await settle();
    const example = settingRow('Example').textContent;
    expect(example).toContain('2024-03-14 08:21:56 becomes 14.03.2024 at 08:21');
    expect(example).toContain('2024-03-14T12:21:56Z becomes 14.03.2024 at 08:21');
  });

  test.each([
    ['', 'Enter a format'],
    ['YYYY', 'The month is missing: add MM.'],
    ['YYYY-MM-dd', 'The day is missing: add DD (with YYYY)'],
    ['MM-dd', 'The year is missing: add YYYY.'],
    ['YYYY-MM-DD hh:mm', '12-hour times need AM or PM'],
    ['DD.MM.YY', '“YY” loses the century'],
    ['dMdMdMyyyy', 'same part appears twice: “d”'],
    ["YYYY-MM-DD 'at'", '“t” is not a date token'],
    ['yyyy-dd-MM', 'dates such as 2024-05-04 can’t be read back correctly'],
  ])('%j is refused: %s', async (format, reason) => {
    await show({ data: { dates: { format: 'custom' } } });
    enter('Custom format', format);
    await settle();
    expect(errorAt('Custom format')).toContain(reason);
    expect(data()).toEqual({ dates: { format: 'custom' } });
  });

  test('of an older version that is refused now is named', async () => {
    await show({ data: { dates: { format: 'custom', pattern: 'yyyy', zone: 'UTC' } } });
    const row = settingRow('Some settings are not valid');
    expect(row.textContent).toContain('dates.pattern');
  });
});

test('a zone is found by typing a part of it', async () => {
  await show();
  enter('Time zone', 'shang');
  await settle();
  press('Enter');
  await settle();
  expect(data()).toEqual({ dates: { zone: 'Asia/Shanghai' } });
});

describe('the zone is detected from the notes', () => {
  const detect = async (date: string): Promise<void> => {
    const note = article({ date });
    await show({}, { 'A.md': note, 'B.md': note, 'C.md': note });
    push('Time zone', 'Detect from notes');
    await until('an answer', () => noticeTexts().length > 0);
  };

  test('where their saved dates agree with the clocks in their URLs', async () => {
    await detect('2024-03-14 23:26:04');
    expect(noticeTexts()).toEqual([
      'The time zone is Asia/Tokyo: 3 of 3 saved dates agree with it.',
    ]);
    await settle();
    expect(data()).toEqual({ dates: { zone: 'Asia/Tokyo' } });
    expect(field('Time zone').value).toBe('Asia/Tokyo');
  });

  test('and not set if they do not agree', async () => {
    await detect('2024-03-01 10:11:12');
    expect(noticeTexts()).toEqual(['No time zone could be detected.']);
    expect(data()).toBeNull();
  });
});

test('the options of a repair that is off are not shown', async () => {
  await show();
  expect(names()).toEqual(expect.arrayContaining(['Published with', 'Date format']));
  expect(names()).not.toContain('Links to articles');
  expect(names()).not.toContain('Property');
  toggle('Fix draft flags');
  toggle('Fix dead links');
  await settle();
  expect(names()).not.toContain('Published with');
  expect(names()).toContain('Links to articles');
});

test('settings are found by Obsidian’s search', async () => {
  await show();
  const find = (query: string): string[] => simulation.app.setting.search(query);
  expect(find('time zone')).toEqual(['Time zone']);
  expect(find('jekyll')).toEqual(['Published with']);
  expect(find('date saved')).toEqual(['Date saved']);
  expect(find('old omnivore plugin')).toEqual([]);
});

describe('stored settings', () => {
  test('of wrong types are at their defaults, named, and kept until they are changed', async () => {
    const stored = {
      folders: 5,
      dates: { format: 'ISO', zone: 7 },
      draftFlag: [],
      repairs: { dates: 'yes' },
    };
    await show({ data: stored });
    const row = settingRow('Some settings are not valid');
    expect(row.textContent).toContain(
      'folders, repairs.dates, draftFlag, dates.format, dates.zone',
    );
    expect(field('Date format').value).toBe('date-time');
    enter('Date format', 'utc');
    await settle();
    expect(data()).toEqual({ ...stored, dates: { format: 'utc', zone: 7 } });
    push('Some settings are not valid', 'Restore defaults');
    await settle();
    expect(data()).toEqual({ dates: { format: 'utc' }, repairs: {} });
    expect(names()).not.toContain('Some settings are not valid');
  });

  test('of wrong types are reported once, with a button to the settings', async () => {
    simulation = await start({}, { data: { folders: 5 } });
    await settle();
    expect(noticeTexts()).toEqual([
      'Some settings of Omnivore Rescue are not valid. Defaults are in use for: foldersOpen settings',
    ]);
    await simulation.disk.writeFromOutside(DATA, '{"folders":5,"dates":{"format":"date"}}');
    await settle();
    expect(noticeTexts()).toHaveLength(1);
    click('Open settings');
    await settle();
    expect(settingRow('Some settings are not valid').textContent).toContain('folders');
    expect(data()).toEqual({ folders: 5, dates: { format: 'date' } });
  });

  test('of a newer version keep what this one does not know', async () => {
    const newer = {
      theme: { group: 'oak' },
      repairs: { glow: true },
      dates: { format: 'date', calendar: 'julian' },
      properties: { mood: ['m'], title: ['name'] },
    };
    await show({ data: newer });
    expect(names()).not.toContain('Some settings are not valid');
    toggle('Fix draft flags');
    enter('Date format', 'utc');
    await settle();
    expect(data()).toEqual({
      ...newer,
      repairs: { glow: true, 'draft-flag': false },
      dates: { format: 'utc', calendar: 'julian' },
    });
  });

  test('that another program changes are used', async () => {
    await show();
    await simulation.disk.writeFromOutside(DATA, '{"dates":{"format":"date","zone":"UTC"}}');
    await until('the format', () => field('Date format').value === 'date');
    expect(await repaired(DATED)).toContain('date_saved: 2024-03-14\n');
    expect(data()).toEqual({ dates: { format: 'date', zone: 'UTC' } });
  });

  test('that can’t be saved are reported, and are in effect', async () => {
    await show({ data: {} });
    simulation.disk.faults.failWrites(DATA);
    toggle('Fix draft flags');
    await settle();
    expect(noticeTexts()).toEqual([
      'The settings could not be saved: Obsidian did not write data.json. Is the disk full or read-only?',
    ]);
    expect(data()).toEqual({});
    expect(await repaired(DRAFT)).toBe(DRAFT);
  });

  test('that a full disk has emptied are written again with the next change', async () => {
    await show({ data: { folders: ['A'] } });
    simulation.disk.faults.failWrites(DATA);
    toggle('Fix draft flags');
    await settle();
    simulation.disk.faults.clear(DATA);
    await simulation.disk.writeFromOutside(DATA, '');
    await settle();
    toggle('Keep modification time');
    await settle();
    expect(names()).not.toContain('The settings can’t be read');
    expect(data()).toEqual({
      ...{ folders: ['A'], keepModified: true },
      repairs: { 'draft-flag': false },
    });
  });

  test('that another program has just written are kept together with what is changed here', async () => {
    await show({ data: { folders: ['A'] } });
    await simulation.disk.writeFromOutside(
      DATA,
      '{"folders":["A"],"dates":{"format":"date","zone":"UTC"}}',
    );
    toggle('Fix draft flags');
    await settle();
    expect(data()).toEqual({
      ...{ folders: ['A'], dates: { format: 'date', zone: 'UTC' } },
      repairs: { 'draft-flag': false },
    });
    expect(await repaired(DATED)).toContain('date_saved: 2024-03-14\n');
  });

  test('that are written again without a change have no effect', async () => {
    await show({ data: { folders: ['A'] }, ...SCANNED }, { 'A/a.md': DRAFT });
    press('Escape');
    await simulation.app.commands.run(`${ID}:open-panel`);
    await until('the article', () => document.querySelector('[role=treeitem]') !== null);
    const read = (): number => simulation.disk.reads.get('A/a.md') ?? 0;
    const seen: (string | null)[] = [];
    const watch = new MutationObserver(() => {
      seen.push(document.querySelector('.omnivore-rescue-empty-state')?.textContent ?? null);
    });
    watch.observe(document.body, { subtree: true, childList: true, characterData: true });
    const before = read();
    await simulation.disk.writeFromOutside(DATA, '{ "folders": ["A"] }');
    await new Promise((resolve) => setTimeout(resolve, 150));
    watch.disconnect();
    expect([read(), seen]).toEqual([before, []]);
  });
});

describe('a file that can’t be read', () => {
  const UNREADABLE = [
    ['a torn file', '{"dates":{"format":'],
    ['an empty file', ''],
    ['a list', '["a"]'],
    ['a number', '5'],
  ] as const;

  test.each(UNREADABLE)('%s is reported and not changed', async (_name, text) => {
    await show({ data: text }, { 'A/a.md': DRAFT });
    expect(noticeTexts()).toHaveLength(1);
    expect(noticeTexts()[0]).toContain('can’t read its settings');
    expect(names()).toEqual(['The settings can’t be read']);
    const folder = simulation.app.vault.getFolderByPath('A');
    if (folder) await simulation.app.fileManager.renameFile(folder, 'Z');
    expect(await repaired(IMAGE)).toBe(afterRepair({ images: 1 }));
    expect(simulation.disk.peek(DATA)).toBe(text);
    expect(await simulation.unload()).toEqual([]);
    expect(simulation.disk.peek(DATA)).toBe(text);
  });

  test('is kept as a copy when the user starts over', async () => {
    await show({ data: '{"a":' }, { [`${FOLDER}/data.old.json`]: 'older' });
    push('The settings can’t be read', 'Start over');
    await until('the notice', () => noticeTexts().length > 1);
    expect(noticeTexts()[1]).toBe(`The old file is kept as ${FOLDER}/data.old-2.json.`);
    expect(simulation.disk.peek(`${FOLDER}/data.old.json`)).toBe('older');
    expect(simulation.disk.peek(`${FOLDER}/data.old-2.json`)).toBe('{"a":');
    expect(data()).toEqual({});
    toggle('Fix draft flags');
    await settle();
    expect(data()).toEqual({ repairs: { 'draft-flag': false } });
  });

  test('stays where it can’t be copied', async () => {
    await show({ data: '{"a":' });
    simulation.disk.faults.failWrites(`${FOLDER}/data.old.json`);
    push('The settings can’t be read', 'Start over');
    await until('the notice', () => noticeTexts().length > 1);
    expect(noticeTexts()[1]).toContain('could not be copied: No permission.');
    expect(simulation.disk.peek(DATA)).toBe('{"a":');
    expect(names()).toEqual(['The settings can’t be read']);
  });

  test('that was valid before is not written when a folder is renamed', async () => {
    await show({ data: { folders: ['A'] } }, { 'A/a.md': DRAFT });
    await simulation.disk.writeFromOutside(DATA, '{');
    const folder = simulation.app.vault.getFolderByPath('A');
    if (folder) await simulation.app.fileManager.renameFile(folder, 'Z');
    await settle();
    expect(simulation.disk.peek(DATA)).toBe('{');
  });

  test('is read again when it was fixed', async () => {
    await show({ data: '{"a":' });
    simulation.disk.seed(DATA, '{"dates":{"format":"utc"}}');
    push('The settings can’t be read', 'Read again');
    await settle();
    expect(field('Date format').value).toBe('utc');
    await simulation.disk.writeFromOutside(DATA, '{');
    await until('the row', () => names().join() === 'The settings can’t be read');
    expect(noticeTexts()).toHaveLength(2);
    await simulation.disk.writeFromOutside(DATA, '{}');
    await until('the settings', () => names().length > 1);
    expect(field('Date format').value).toBe('date-time');
  });
});

describe('the old Omnivore plugin’s settings', () => {
  const OLD_DATA = JSON.stringify({
    apiKey: 'secret-key-1234',
    folder: 'Read/Omnivore/{{{date}}}',
    frontMatterVariables: ['title', 'author::writer', 'date_saved::kept', 'site_name::site'],
    dateSavedFormat: 'dd/MM/yyyy',
  });
  const ROW = 'Settings of the old Omnivore plugin';

  test('are not offered if there are none', async () => {
    await show();
    expect(names()).not.toContain(ROW);
  });

  test('are shown, and imported if the user agrees', async () => {
    await show({ data: { properties: { author: ['who'] } } }, { [OLD]: OLD_DATA });
    expect(names()).toContain(ROW);
    expect(simulation.disk.reads.get(OLD) ?? 0).toBe(0);
    push(ROW, 'Review…');
    await until('the question', () => title() === 'Import the old Omnivore plugin’s settings?');
    expect([...(modal()?.querySelectorAll('li') ?? [])].map((el) => el.textContent)).toEqual([
      'Omnivore’s folder: Read/Omnivore',
      'Author: writer',
      'Source: site',
      'Date saved: kept',
      'Other dates: kept',
      'Day and month: Day first',
    ]);
    expect(data()).toEqual({ properties: { author: ['who'] } });
    click('Import');
    await settle();
    expect(data()).toEqual({
      omnivoreFolder: 'Read/Omnivore',
      properties: { author: ['who', 'writer'], source: ['site'], saved: ['kept'] },
      dateProperties: ['kept'],
      dates: { order: 'day-first' },
    });
    expect(simulation.disk.peek(OLD)).toBe(OLD_DATA);
    const texts = [...simulation.disk.files].filter(([path]) => path !== OLD);
    expect(texts.filter(([, { text }]) => text.includes('secret-key'))).toEqual([]);
    expect(document.body.textContent).not.toContain('secret-key');
    push(ROW, 'Review…');
    await until('the notice', () =>
      noticeTexts().some((text) => text.startsWith('Nothing to import')),
    );
  });

  test('are not imported when the question is canceled', async () => {
    await show({ data: {} }, { [OLD]: OLD_DATA });
    push(ROW, 'Review…');
    await until('the question', () => title().startsWith('Import'));
    click('Cancel');
    await settle();
    expect(data()).toEqual({});
  });

  test('that can’t be read are reported', async () => {
    await show({}, { [OLD]: '{"apiKey": "secret' });
    push(ROW, 'Review…');
    await until('the notice', () => noticeTexts().length > 0);
    expect(noticeTexts()).toEqual(['Its settings can’t be read.']);
  });
});

test('a reset asks first, and keeps what a newer version wrote', async () => {
  const stored = {
    folders: ['A'],
    dates: { format: 'utc', calendar: 'julian' },
    properties: { title: ['name'] },
    keepModified: 'often',
    theme: 'oak',
  };
  await show({ data: stored });
  push('Reset settings', 'Reset…');
  click('Cancel');
  await settle();
  expect(data()).toEqual(stored);
  push('Reset settings', 'Reset…');
  expect(title()).toBe('Reset all settings?');
  click('Reset');
  await settle();
  expect(data()).toEqual({
    folders: [],
    dates: { format: 'date-time', calendar: 'julian' },
    properties: {},
    theme: 'oak',
  });
  expect(listed('Folders to search')).toEqual([]);
  expect(field('Date format').value).toBe('date-time');
});

test('in Chinese, all of it is Chinese, except repairs without a translation', async () => {
  await show({ language: 'zh', data: { folders: ['无'], repairs: { 'dead-links': true } } });
  expect(errorAt('无')).toBe('仓库中没有这个文件夹。');
  const texts = [
    ...document.querySelectorAll(
      '.setting-item-name, .setting-item-description, .setting-group-empty-state, button',
    ),
  ].map((el) => el.textContent ?? '');
  expect(texts.length).toBeGreaterThan(40);
  const untranslated = ALL_REPAIRS.filter(({ messages }) => !messages.zh).flatMap(
    ({ messages: { en } }) => [
      ...[en.name, en.enable, en.enableDesc],
      ...Object.values(en.options).flatMap(({ name, desc = '' }) => [name, desc]),
    ],
  );
  const english = texts.filter((text) => text !== '' && !/[\u4e00-\u9fff]/.test(text));
  expect(english.filter((text) => !untranslated.includes(text))).toEqual(['Omnivore']);
});

test('nothing remains after unload, whatever was open', async () => {
  await show({}, { [OLD]: '{"folder":"Read"}' });
  push('Reset settings', 'Reset…');
  expect(await simulation.unload()).toEqual([]);
  expect(modal()).toBeNull();
});
