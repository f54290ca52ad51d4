/** @jest-environment jsdom */
import { ALL_REPAIRS } from '../../src/core/repairs';
import type { Simulation } from '../simulator/load-plugin';
import type { MarkdownView } from '../simulator/markdown-view';
import {
  choose,
  noticeTexts,
  openFileMenu,
  openNote,
  settle,
  titlesOf,
  type,
} from '../simulator/user';
import {
  allNotes,
  article,
  click,
  afterRepair,
  noteRows,
  rows,
  start,
  title,
  until,
} from './start';

let simulation: Simulation;

const DAMAGE = { images: 2, date: '2024-03-14 08:21:56', draft: true };
const ESCAPED = article({ title: 'Escaped' }).concat(
  'It&#39;s said: &lt;b&gt; is bold; see https:&#x2F;&#x2F;example.org&#x2F;a?b&#x3D;c &amp; more.\n',
);
const NOTES = {
  'Omnivore/Tides.md': article(DAMAGE),
  'Omnivore/Fine.md': article(),
  'Omnivore/Escaped.md': ESCAPED,
  'Deep/er/Dates.md': article({ date: '2024-03-15 09:00:00', title: 'Leap years' }),
  'Notes/Mine.md': '# Mine\n',
};

const ON_NOTE = [
  'repair-note',
  ...ALL_REPAIRS.map(({ command }) => command.id),
  'mark-ready',
  'mark-draft',
  'why',
];

async function run(command: string): Promise<void> {
  await simulation.app.commands.run(`omnivore-rescue:${command}`);
  await settle();
}

async function runOn(path: string, command: string): Promise<MarkdownView> {
  const view = await openNote(simulation.app, path);
  await run(command);
  await until('the answer', () => noticeTexts().length > 0);
  return view;
}

beforeEach(async () => {
  simulation = await start(NOTES);
});

afterEach(() => simulation.close());

test('every command has a name in sentence case, and an icon', () => {
  const commands = Object.values(simulation.app.commands.commands);
  expect(commands.map(({ name }) => name.replace('Omnivore Rescue: ', ''))).toEqual([
    'Open saved articles',
    'Search saved articles',
    'Open a random unread article',
    'Mark as read',
    'Archive',
    'Mark as unread',
    'Reveal current note in saved articles',
    'Open original article',
    'Copy original URL',
    'Repair current note',
    ...ALL_REPAIRS.map(({ messages }) => messages.en.onNote),
    'Save images in current note…',
    'Mark as ready',
    'Mark as draft',
    'Why is this note listed?',
    'Repair all saved articles…',
    ...ALL_REPAIRS.map(({ messages }) => messages.en.onAll),
    'Unproxy images in other notes…',
    'Save images in all saved articles…',
    'Undo last repair',
    'Repair history',
    'Show repair progress',
    'Import Omnivore export…',
    'Find duplicates…',
    'Export reading list…',
    'Create base of saved articles',
  ]);
  expect(commands.filter(({ icon }) => !icon)).toEqual([]);
});

test.each([
  ['fix-draft-flag', 'Fix draft flag in current note'],
  ['normalize-dates', 'Normalize dates in current note'],
  ['unproxy-images', 'Unproxy images in current note'],
  ['undo-escaping', 'Unescape text in current note'],
  ['mend-dead-links', 'Fix dead links in current note'],
  ['normalize-dates-all', 'Normalize dates in all saved articles…'],
  ['mend-dead-links-all', 'Fix dead links in all saved articles…'],
])('%s keeps its id, since hotkeys are bound to it', (id, name) => {
  const command = simulation.app.commands.commands[`omnivore-rescue:${id}`];
  expect(command?.name).toBe(`Omnivore Rescue: ${name}`);
});

test.each(ON_NOTE)('%s appears only where a saved article is open', async (command) => {
  const id = `omnivore-rescue:${command}`;
  expect(simulation.app.commands.isAvailable(id)).toBe(false);
  await openNote(simulation.app, 'Notes/Mine.md');
  expect(simulation.app.commands.isAvailable(id)).toBe(false);
  await openNote(simulation.app, 'Omnivore/Fine.md');
  expect(simulation.app.commands.isAvailable(id)).toBe(true);
});

test('a long note is read in the background, and its commands are offered afterwards', async () => {
  const { app, disk } = simulation;
  const long = 'A line of text.\n'.repeat(20_000);
  await disk.writeFromOutside('Notes/Long.md', long);
  const view = await openNote(app, 'Notes/Long.md');
  await settle();
  const isOffered = (): boolean => app.commands.isAvailable('omnivore-rescue:repair-note');
  const write = async (text: string): Promise<void> => {
    await disk.writeFromOutside('Notes/Long.md', text);
    await until('the new text', () => view.getViewData() === text);
  };
  await write(article(DAMAGE) + long);
  expect(isOffered()).toBe(false);
  await until('the note is read', isOffered);
  await write(long);
  expect(isOffered()).toBe(true);
  await until('the note is read again', () => !isOffered());
});

test('a note is read once to detect a saved article, and again only after a change', async () => {
  const view = await openNote(simulation.app, 'Omnivore/Tides.md');
  const read = jest.spyOn(view.editor, 'getValue');
  simulation.app.commands.listCommands();
  simulation.app.commands.listCommands();
  expect(read).toHaveBeenCalledTimes(1);
});

describe('in a cell of a table', () => {
  const TABLE = `${article(DAMAGE)}\n| a | b |\n| - | - |\n| cell | 2 |\n`;
  const REPAIRED = `${afterRepair(DAMAGE)}\n| a | b |\n| - | - |\n| cell | 2 |\n`;

  async function enter(typed = ''): Promise<MarkdownView> {
    await simulation.app.vault.create('Table.md', TABLE);
    const view = await openNote(simulation.app, 'Table.md');
    if (typed !== '') type(view, typed);
    view.editor.enterTableCell('cell');
    return view;
  }

  test('the note is repaired on disk, around the cell', async () => {
    const view = await enter();
    const edit = jest.spyOn(view.editor, 'transaction');
    await run('repair-note');
    await until('the notice', () => noticeTexts().includes('Repaired 1 noteUndoShow'));
    expect(edit).not.toHaveBeenCalled();
    expect(allNotes(simulation)['Table.md']).toBe(REPAIRED);
  });

  test('what was typed just before is kept', async () => {
    await enter('typed');
    await run('repair-note');
    await until('the notice', () => noticeTexts().includes('Repaired 1 noteUndoShow'));
    expect(allNotes(simulation)['Table.md']).toBe(`${REPAIRED}typed`);
  });

  test('a run over all notes skips a note with unsaved typing', async () => {
    const view = await enter('typed');
    await run('repair-all');
    await until('the preview', () => noteRows().length > 0);
    click(title());
    await until('the summary', () => title().startsWith('Repaired '));
    expect(rows()).toContain('Table.mdchanged while the repair was running');
    expect(view.editor.getValue()).toBe(`${TABLE}typed`);
  });

  test('a repair is not undone into the cell', async () => {
    const view = await runOn('Omnivore/Tides.md', 'repair-note');
    const repaired = view.editor.getValue();
    view.editor.enterTableCell('Tide clocks');
    click('Undo');
    expect(view.editor.getValue()).toBe(repaired);
    expect(noticeTexts()).toContain(
      'This note has changed since the repair. Use the editor’s undo instead.',
    );
  });
});

describe('in reading mode', () => {
  async function read(path: string): Promise<MarkdownView> {
    const view = await openNote(simulation.app, path);
    view.currentMode = { type: 'preview' };
    return view;
  }

  test.each(ON_NOTE)('%s appears too', async (command) => {
    await read('Omnivore/Fine.md');
    expect(simulation.app.commands.isAvailable(`omnivore-rescue:${command}`)).toBe(true);
  });

  test('the note is repaired on disk, and the notice undoes it', async () => {
    const view = await read('Omnivore/Tides.md');
    const edit = jest.spyOn(view.editor, 'transaction');
    await run('repair-note');
    await until('the notice', () => noticeTexts().includes('Repaired 1 noteUndoShow'));
    expect(edit).not.toHaveBeenCalled();
    expect(allNotes(simulation)['Omnivore/Tides.md']).toBe(afterRepair(DAMAGE));
    click('Undo');
    await until('the undo', () => title() === 'Restored 1 note');
    expect(allNotes(simulation)).toEqual(NOTES);
  });

  test('with nothing to repair, a notice reports that', async () => {
    await read('Omnivore/Fine.md');
    await run('repair-note');
    expect(noticeTexts()).toEqual(['Nothing to repair in this note.']);
  });

  test('unsaved typing stays, and the note is skipped', async () => {
    const view = await read('Omnivore/Tides.md');
    type(view, 'Mine');
    await run('repair-all');
    await until('the preview', () => noteRows().length > 0);
    click(title());
    await until('the summary', () => title().startsWith('Repaired '));
    expect(rows()).toEqual([
      'Needs your attention · 1',
      'Omnivore/Tides.mdchanged while the repair was running',
    ]);
    expect(view.editor.getValue()).toBe(`${NOTES['Omnivore/Tides.md']}Mine`);
  });
});

test.each([
  ['fix-draft-flag', { ...DAMAGE, draft: false }, (text: string) => text],
  ['normalize-dates', DAMAGE, (text: string) => text.replace('14 08', '14T08')],
  [
    'unproxy-images',
    DAMAGE,
    (text: string) => text.replaceAll(/https:\/\/proxy.+?\/(?=https)/g, ''),
  ],
])('%s does only its own repair, and one undo restores the note', async (command, of, edit) => {
  const view = await runOn('Omnivore/Tides.md', command);
  expect(view.editor.getValue()).toBe(edit(article(of)));
  expect(view.editor.getValue()).not.toBe(NOTES['Omnivore/Tides.md']);
  view.editor.undo();
  expect(view.editor.getValue()).toBe(NOTES['Omnivore/Tides.md']);
});

test('undo-escaping un-escapes the body once', async () => {
  const view = await runOn('Omnivore/Escaped.md', 'undo-escaping');
  expect(view.editor.getValue()).toContain(
    "It's said: <b> is bold; see https://example.org/a?b=c & more.",
  );
});

test('mend-dead-links points the link at the original', async () => {
  const view = await runOn('Omnivore/Fine.md', 'mend-dead-links');
  expect(view.editor.getValue()).not.toContain('omnivore.app');
  expect(noticeTexts()).toEqual(['Repaired: 1 dead linkUndo']);
});

test('repair-note does all repairs of the settings, reports them, and its notice undoes them', async () => {
  const view = await runOn('Omnivore/Tides.md', 'repair-note');
  expect(view.editor.getValue()).toBe(afterRepair(DAMAGE));
  expect(noticeTexts()).toEqual(['Repaired: 1 draft flag · 1 date · 2 imagesUndo']);
  click('Undo');
  expect(view.editor.getValue()).toBe(NOTES['Omnivore/Tides.md']);
  expect(noticeTexts()).toEqual(['Undone.']);
});

test('the notice’s undo keeps what was typed since', async () => {
  const view = await runOn('Omnivore/Tides.md', 'repair-note');
  type(view, 'Mine');
  click('Undo');
  expect(view.editor.getValue()).toBe(`${afterRepair(DAMAGE)}Mine`);
  expect(noticeTexts()[0]).toMatch(/^This note has changed since/);
});

test('with nothing to repair the note is not changed, and a notice reports that', async () => {
  const view = await runOn('Omnivore/Fine.md', 'repair-note');
  expect(view.dirty).toBe(false);
  expect(noticeTexts()).toEqual(['Nothing to repair in this note.']);
});

test('a note that can no longer be read is skipped, with the reason', async () => {
  const view = await openNote(simulation.app, 'Omnivore/Tides.md');
  simulation.disk.faults.failReads('Omnivore/Tides.md');
  await run('repair-note');
  expect(noticeTexts()).toEqual(['No permission.']);
  expect(view.editor.getValue()).toBe(NOTES['Omnivore/Tides.md']);
});

test('findings that need attention are counted', async () => {
  await simulation.disk.writeFromOutside('Omnivore/Fine.md', article({ date: '2024-02-30' }));
  await runOn('Omnivore/Fine.md', 'repair-note');
  expect(noticeTexts()).toEqual(['Nothing to repair in this note. 1 item needs your attention.']);
});

test('why names the signal that the note was recognized by', async () => {
  await runOn('Omnivore/Fine.md', 'why');
  expect(noticeTexts()).toEqual(['Recognized as a saved article by its “Read on Omnivore” link.']);
});

test('mark-ready and mark-draft write the flag, also if it was missing', async () => {
  const view = await runOn('Omnivore/Fine.md', 'mark-draft');
  expect(view.editor.getValue()).toContain('\ndraft: true\n---\n');
  await run('mark-ready');
  expect(view.editor.getValue()).toContain('\ndraft: false\n---\n');
  await run('mark-ready');
  expect(noticeTexts().at(-1)).toBe('Already marked as ready.');
});

test.each([
  ['other line breaks', (text: string) => text.replaceAll('\n', '\r\n')],
  ['a byte order mark', (text: string) => `\ufeff${text}`],
])(
  'a note with %s keeps them: it is repaired on disk, and the notice undoes it',
  async (_, dress) => {
    const before = dress(article(DAMAGE));
    await simulation.disk.writeFromOutside('Omnivore/Dressed.md', before);
    const view = await openNote(simulation.app, 'Omnivore/Dressed.md');
    await run('repair-note');
    await until('the notice', () => noticeTexts().includes('Repaired 1 noteUndoShow'));
    await settle();
    expect(allNotes(simulation)['Omnivore/Dressed.md']).toBe(dress(afterRepair(DAMAGE)));
    expect(view.editor.getValue()).toBe(afterRepair(DAMAGE));
    click('Undo');
    await until('the undo', () => title() === 'Restored 1 note');
    expect(allNotes(simulation)['Omnivore/Dressed.md']).toBe(before);
  },
);

test.each([
  ['fix-draft-flag-all', ['Tide clocksOmnivore/Tides.md1 draft flag']],
  [
    'normalize-dates-all',
    ['Leap yearsDeep/er/Dates.md1 date', 'Tide clocksOmnivore/Tides.md1 date'],
  ],
  ['unproxy-images-all', ['Tide clocksOmnivore/Tides.md2 images']],
  ['undo-escaping-all', ['EscapedOmnivore/Escaped.md1 escaped text']],
  ['mend-dead-links-all', 4],
])('%s previews its repair alone', async (command, expected) => {
  await run(command);
  await until('the preview', () => noteRows().length > 0);
  if (typeof expected === 'number') expect(noteRows()).toHaveLength(expected);
  else expect(noteRows()).toEqual(expected);
});

test('only the chosen folders are searched, except the excluded ones', async () => {
  simulation.close();
  const data = { folders: ['Deep', 'Omnivore'], excludedFolders: ['Deep/er'] };
  simulation = await start({ ...NOTES, 'Else/Tides.md': article(DAMAGE) }, { data });
  await run('repair-all');
  await until('the preview', () => noteRows().length > 0);
  expect(noteRows().map((row) => row.replace(/\.md.*/, ''))).toEqual([
    'EscapedOmnivore/Escaped',
    'Tide clocksOmnivore/Tides',
  ]);
});

describe('the menu', () => {
  const HERE = 'Repair saved articles here…';

  test.each([
    ['Omnivore', ['Escaped', 'Tide clocks']],
    ['Deep', ['Leap years']],
    ['/', ['Escaped', 'Leap years', 'Tide clocks']],
  ])('of the folder %s repairs the notes in it', async (path, titles) => {
    const folder = simulation.app.vault.getFolderByPath(path);
    if (!folder) throw new Error('No folder');
    choose(openFileMenu(simulation.app, folder), HERE);
    await until('the preview', () => noteRows().length > 0);
    expect(
      noteRows()
        .map((row) => titles.find((one) => row.startsWith(one)))
        .sort(),
    ).toEqual(titles);
  });

  test('of several files repairs those', async () => {
    const files = ['Omnivore/Tides.md', 'Omnivore/Fine.md', 'Notes/Mine.md'].map((path) => {
      const file = simulation.app.vault.getFileByPath(path);
      if (!file) throw new Error('No file');
      return file;
    });
    choose(openFileMenu(simulation.app, files), HERE);
    await until('the preview', () => noteRows().length > 0);
    expect(noteRows()).toEqual(['Tide clocksOmnivore/Tides.md1 draft flag · 1 date · 2 images']);
  });

  test.each([
    ['Omnivore/Tides.md', true],
    ['Notes/Mine.md', false],
  ])('of %s offers the repair: %s', async (path, offered) => {
    await settle(20);
    const file = simulation.app.vault.getFileByPath(path);
    if (!file) throw new Error('No file');
    const menu = openFileMenu(simulation.app, file);
    expect(titlesOf(menu).includes('Repair this saved article…')).toBe(offered);
  });
});
