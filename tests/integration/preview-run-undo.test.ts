/** @jest-environment jsdom */
import type { Simulation } from '../simulator/load-plugin';
import { fill, noticeTexts, settle } from '../simulator/user';
import {
  allNotes,
  article,
  click,
  afterRepair,
  modal,
  onDisk,
  noteRows,
  rows,
  RUNS,
  start,
  title,
  until,
  untilTitle,
} from './start';

let simulation: Simulation;

const DAMAGE = { images: 2, date: '2024-03-14 08:21:56', draft: true, title: 'Tide clocks' };
const NOTES = {
  'Omnivore/Tides.md': article(DAMAGE),
  'Omnivore/Dates.md': article({ date: '2024-03-15 09:00:00', title: 'Leap years' }),
  'Omnivore/Fine.md': article({ title: 'Nothing to repair' }),
  'Omnivore/Open.md': article({ date: '03/04/2024', title: 'Which way round' }),
  'Notes/Mine.md': '# Mine\n\ndraft: true\n',
};

async function repairAll(): Promise<void> {
  await simulation.app.commands.run('omnivore-rescue:repair-all');
  await until('the preview', () => title() !== '' && !title().endsWith('…'));
}

beforeEach(async () => {
  simulation = await start(NOTES);
});

afterEach(() => simulation.close());

test('the preview lists what would change, and writes nothing', async () => {
  await repairAll();
  expect(title()).toBe('Repair 2 notes');
  expect(noteRows()).toEqual([
    'Leap yearsOmnivore/Dates.md1 date',
    'Tide clocksOmnivore/Tides.md1 draft flag · 1 date · 2 images',
    'Which way roundOmnivore/Open.md · 1 needs your attention',
  ]);
  expect(modal()?.querySelector('.omnivore-rescue-totals')?.textContent).toBe(
    '2 of 2 notes · 5 changes · 1 needs your attention',
  );
  click('Cancel');
  await settle();
  expect(modal()).toBeNull();
  expect(allNotes(simulation)).toEqual(NOTES);
  expect([...simulation.disk.writes.keys()]).toEqual([]);
});

function open(name: string): void {
  const buttons = [...(modal()?.querySelectorAll<HTMLElement>('button[data-part=open]') ?? [])];
  const button = buttons.find((el) => el.textContent?.startsWith(name));
  if (!button) throw new Error(`No note ${name} in the list`);
  button.click();
}

function box(label: string): HTMLInputElement {
  const boxes = [...(modal()?.querySelectorAll<HTMLInputElement>('input[type=checkbox]') ?? [])];
  const nameOf = (el: HTMLElement): string =>
    el.getAttribute('aria-label') ?? el.parentElement?.querySelector('span')?.textContent ?? '';
  const found = boxes.find((el) => nameOf(el) === label);
  if (!found) throw new Error(`No box "${label}" among: ${boxes.map(nameOf).join(', ')}`);
  return found;
}

test('a note that is opened shows its lines before and after, with the change highlighted', async () => {
  await repairAll();
  open('Tide clocks');
  await until('the lines', () => rows().includes('Draft flag · 1'));
  const shown = rows().slice(rows().indexOf('Draft flag · 1') - 1, rows().indexOf('Images · 2'));
  expect(shown).toEqual([
    'Tide clocksOmnivore/Tides.md1 draft flag · 1 date · 2 images',
    'Draft flag · 1',
    '3−Before: draft: true3+After: draft: false',
    'Dates · 1',
    '4−Before: date_saved: 2024-03-14 08:21:564+After: date_saved: 2024-03-14T08:21:56',
  ]);
  const highlighted = [...(modal()?.querySelectorAll('del, ins') ?? [])].map(
    (el) => el.textContent,
  );
  expect(highlighted.slice(2, 6)).toEqual(['true', 'false', ' ', 'T']);
  expect(highlighted[6]).toMatch(/^https:\/\/proxy-prod\.omnivore-image-cache\.app\/0x0,s\w+\/$/);
  open('Tide clocks');
  expect(noteRows()).toHaveLength(3);
});

test('what comes from notes is shown as text, whatever it is', async () => {
  const hostile = '<img src=x onerror=alert(1)><b>__proto__';
  const path = 'Omnivore/constructor <i>.md';
  await simulation.disk.writeFromOutside(
    path,
    article({ title: hostile, date: '2024-03-14 08:21:56 <u>' }).replace(
      '---\n',
      '---\ndraft: true\n',
    ),
  );
  await repairAll();
  open(hostile);
  await until('the lines', () => rows().some((row) => row.includes('draft: false')));
  expect(noteRows()).toContain(`${hostile}${path} · 1 needs your attention1 draft flag`);
  expect(rows()).toContain('Dates: unrecognized date format: 2024-03-14 08:21:56 <u>');
  expect(modal()?.querySelector('img, b, i, u')).toBeNull();
});

test('what needs attention is listed with its reason', async () => {
  await repairAll();
  open('Which way round');
  await until('the reason', () => rows().includes('Needs your attention'));
  expect(rows().slice(-2)).toEqual([
    'Needs your attention',
    'Dates: could be day/month or month/day: 03/04/2024',
  ]);
  expect(box('Repair “Which way round”').disabled).toBe(true);
});

test('the search finds notes and what changes in them', async () => {
  await repairAll();
  const search = modal()?.querySelector<HTMLInputElement>('input[type=search]');
  if (!search) throw new Error('No search');
  fill(search, 'LEAP');
  expect(noteRows()).toEqual(['Leap yearsOmnivore/Dates.md1 date']);
  fill(search, '1.png tide');
  expect(noteRows()).toEqual(['Tide clocksOmnivore/Tides.md1 draft flag · 1 date · 2 images']);
  fill(search, 'nowhere');
  expect(noteRows()).toEqual([]);
  expect(modal()?.textContent).toContain('No matching notes.');
});

test('only what is switched on is repaired, in the notes that are chosen', async () => {
  await repairAll();
  box('Dates').click();
  expect(title()).toBe('Repair 1 note');
  expect(noteRows()).toEqual(['Tide clocksOmnivore/Tides.md1 draft flag · 2 images']);
  box('Dates').click();
  box('Images').click();
  box('Repair “Leap years”').click();
  expect(modal()?.querySelector('.omnivore-rescue-totals')?.textContent).toBe(
    '1 of 2 notes · 2 changes · 1 needs your attention',
  );
  click('Repair 1 note');
  await untilTitle('Repaired 1 note');
  expect(onDisk(simulation, 'Omnivore/Dates.md')).toBe(NOTES['Omnivore/Dates.md']);
  const imagesKept = NOTES['Omnivore/Tides.md']
    .replace('draft: true', 'draft: false')
    .replace('14 08', '14T08');
  expect(onDisk(simulation, 'Omnivore/Tides.md')).toBe(imagesKept);
});

test('all notes shown are checked or unchecked at once', async () => {
  await repairAll();
  const all = box('Select all');
  expect([all.checked, all.indeterminate]).toEqual([true, false]);
  box('Repair “Leap years”').click();
  expect([all.checked, all.indeterminate]).toEqual([false, true]);
  all.click();
  expect(title()).toBe('Repair 2 notes');
  expect(box('Repair “Leap years”').checked).toBe(true);
  all.click();
  expect(title()).toBe('Repair 0 notes');
  expect(box('Repair “Tide clocks”').checked).toBe(false);
  const repair = [...(modal()?.querySelectorAll('button') ?? [])].at(-1);
  expect([repair?.textContent, repair?.disabled]).toEqual(['Repair 0 notes', true]);
  fill(modal()?.querySelector('input[type=search]') as HTMLInputElement, 'leap');
  expect([all.checked, all.indeterminate]).toEqual([false, false]);
  all.click();
  expect(title()).toBe('Repair 1 note');
  fill(modal()?.querySelector('input[type=search]') as HTMLInputElement, 'nowhere');
  expect(all.parentElement?.style.display).toBe('none');
  click('Repair 1 note');
  await untilTitle('Repaired 1 note');
  expect(onDisk(simulation, 'Omnivore/Tides.md')).toBe(NOTES['Omnivore/Tides.md']);
});

test('a repair that is off in the settings can be switched on', async () => {
  await repairAll();
  expect(box('Dead links').checked).toBe(false);
  box('Dead links').click();
  expect(title()).toBe('Repair 4 notes');
});

test('a run repairs, reports it, and is undone', async () => {
  await repairAll();
  click('Repair 2 notes');
  await untilTitle('Repaired 2 notes');
  expect(modal()?.querySelector('[role=status]')?.textContent).toBe(
    '1 draft flag · 2 dates · 2 images',
  );
  const repaired = {
    ...NOTES,
    'Omnivore/Tides.md': afterRepair(DAMAGE),
    'Omnivore/Dates.md': NOTES['Omnivore/Dates.md'].replace('15 09', '15T09'),
  };
  expect(allNotes(simulation)).toEqual(repaired);
  click('Undo this repair');
  await untilTitle('Restored 2 notes');
  expect(allNotes(simulation)).toEqual(NOTES);
  click('Done');
  await settle();
  expect(modal()).toBeNull();
  await repairAll();
  expect(title()).toBe('Repair 2 notes');
});

test('an ambiguous date is decided by all scanned notes, whichever are repaired', async () => {
  simulation.close();
  simulation = await start({
    'Omnivore/Open.md': NOTES['Omnivore/Open.md'],
    'Omnivore/Sibling.md': article({ date: '25/07/2024', title: 'Tells' }),
    'Omnivore/Other.md': article({ date: '31/12/2023', title: 'Agrees' }),
  });
  await repairAll();
  await until('the lines', () => rows().some((row) => row.includes('After: date_saved')));
  expect(rows().join()).toContain('+After: date_saved: 2024-04-03');
  for (const name of ['Tells', 'Agrees']) box(`Repair “${name}”`).click();
  click('Repair 1 note');
  await untilTitle('Repaired 1 note');
  expect(onDisk(simulation, 'Omnivore/Open.md')).toContain('\ndate_saved: 2024-04-03\n');
});

test('a second repair finds nothing', async () => {
  await repairAll();
  click('Repair 2 notes');
  await untilTitle('Repaired 2 notes');
  click('Done');
  const writes = new Map(simulation.disk.writes);
  await repairAll();
  expect(title()).toBe('Nothing to repair');
  expect(noteRows()).toEqual(['Which way roundOmnivore/Open.md · 1 needs your attention']);
  expect(simulation.disk.writes).toEqual(writes);
});

test('without notes, the window reports that and suggests what to do', async () => {
  simulation.close();
  simulation = await start(NOTES, { data: { folders: ['Gone'] } });
  await repairAll();
  expect(title()).toBe('Nothing to repair');
  expect(modal()?.textContent).toContain('No notes here. Check the folders in the settings.');
});

test('in a vault without articles, the window reports that', async () => {
  simulation.close();
  simulation = await start({ 'a.md': 'a', 'b.md': 'b' });
  await repairAll();
  expect(modal()?.textContent).toContain('None of these 2 notes is a saved Omnivore article.');
});

test('the history shows when and how much was repaired, and undoes each run', async () => {
  await repairAll();
  click('Repair 2 notes');
  await untilTitle('Repaired 2 notes');
  click('Done');
  await simulation.app.commands.run('omnivore-rescue:history');
  await until('the run', () => rows().length === 1);
  expect(rows()[0]).toMatch(
    /^\w+ \d+, \d{4}, .+2 notes · Draft flag, Dates, Images, Escaped textDates, TidesShowUndo$/,
  );
  click('Undo');
  await untilTitle('Restored 2 notes');
  expect(allNotes(simulation)).toEqual(NOTES);
  click('Done');
  await simulation.app.commands.run('omnivore-rescue:history');
  await until('the run', () => rows().length === 1);
  expect(rows()[0]).toMatch(
    /2 notes · Draft flag, Dates, Images, Escaped textDates, TidesUndoneShow$/,
  );
});

test('undo works after a restart; a note that was changed since stays, and is named', async () => {
  await repairAll();
  click('Repair 2 notes');
  await untilTitle('Repaired 2 notes');
  const { disk } = simulation;
  simulation.close();
  simulation = await start({}, { disk });
  const mine = `${onDisk(simulation, 'Omnivore/Dates.md')}A thought of mine.\n`;
  await simulation.disk.writeFromOutside('Omnivore/Dates.md', mine);
  await simulation.app.commands.run('omnivore-rescue:undo-last');
  await untilTitle('Restored 1 note');
  expect(allNotes(simulation)).toEqual({ ...NOTES, 'Omnivore/Dates.md': mine });
  expect(rows().slice(0, 2)).toEqual(['Skipped · 1', 'Omnivore/Dates.mdchanged since the repair']);
  click('Done');
  await simulation.app.commands.run('omnivore-rescue:undo-last');
  await until('the notice', () =>
    noticeTexts().some((text) => text.startsWith('No repair to undo. ')),
  );
});

test('undo skips a torn line of the journal', async () => {
  await repairAll();
  click('Repair 2 notes');
  await untilTitle('Repaired 2 notes');
  const { disk } = simulation;
  simulation.close();
  const [path, file] =
    [...disk.files].find(([name]) => name.startsWith(RUNS) && name.endsWith('.jsonl')) ?? [];
  if (!path || !file) throw new Error('No journal');
  disk.seed(path, file.text.slice(0, -30));
  // The note of the torn line had not been written when the machine stopped.
  disk.seed('Omnivore/Tides.md', NOTES['Omnivore/Tides.md']);
  simulation = await start({}, { disk });
  await simulation.app.commands.run('omnivore-rescue:undo-last');
  await untilTitle('Restored 1 note');
  expect(allNotes(simulation)).toEqual(NOTES);
});
