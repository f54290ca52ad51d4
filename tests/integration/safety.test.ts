/** @jest-environment jsdom */
import { diskError } from '../simulator/faults';
import type { Simulation } from '../simulator/load-plugin';
import { noticeTexts, openNote, settle, type } from '../simulator/user';
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

const DAMAGE = { images: 1, date: '2024-03-14 08:21:56' };
const DAMAGED = article(DAMAGE);
const AFTER_REPAIR = afterRepair(DAMAGE);

function manyNotes(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`Omnivore/${String(i).padStart(4, '0')}.md`, DAMAGED]),
  );
}

async function preview(): Promise<void> {
  await simulation.app.commands.run('omnivore-rescue:repair-all');
  await until('the preview', () => title() !== '' && !title().endsWith('…'));
}

afterEach(() => simulation.close());

function repairedCount(): number {
  return Object.values(allNotes(simulation)).filter((text) => text === AFTER_REPAIR).length;
}

test('a run that is stopped leaves the rest untouched, and what was done can be undone', async () => {
  const notes = manyNotes(300);
  simulation = await start(notes);
  await preview();
  simulation.disk.faults.writeDelay = 1;
  click('Repair 300 notes');
  await until('some notes', () => repairedCount() > 5);
  click('Stop');
  const atStop = repairedCount();
  await until('the summary', () => title().startsWith('Repaired '));
  simulation.disk.faults.writeDelay = 0;
  // The current note is finished, no other is changed.
  expect(repairedCount()).toBeLessThanOrEqual(atStop + 1);
  expect(title()).toBe(`Repaired ${repairedCount()} notes`);
  expect(modal()?.textContent).toContain('Stopped. The remaining notes were not changed.');
  const others = Object.values(allNotes(simulation)).filter((text) => text === DAMAGED).length;
  expect(others).toBe(300 - repairedCount());
  click('Undo this repair');
  await until('the end of undo', () => title().startsWith('Restored '));
  expect(allNotes(simulation)).toEqual(notes);
});

test('a run that is stopped while it reads writes nothing more', async () => {
  simulation = await start(manyNotes(64));
  await preview();
  simulation.disk.faults.readDelay = 5;
  click('Repair 64 notes');
  await until('the run', () => title() === 'Repairing');
  click('Stop');
  await untilTitle('Nothing was changed');
  expect(repairedCount()).toBe(0);
  expect(simulation.disk.files.has(RUNS)).toBe(false);
});

test('a survey ends with its window', async () => {
  simulation = await start(manyNotes(200), {});
  simulation.disk.faults.readDelay = 2;
  await simulation.app.commands.run('omnivore-rescue:repair-all');
  await until('the reading', () => /[1-9]\d* of 200 notes read/.test(modal()?.textContent ?? ''));
  click('Cancel');
  await settle();
  const read = simulation.disk.reads.size;
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(simulation.disk.reads.size).toBeLessThanOrEqual(read + 1);
  expect(modal()).toBeNull();
});

test('a note that can’t be written is named with its reason, and the others are repaired', async () => {
  simulation = await start(manyNotes(3));
  await preview();
  simulation.disk.faults.failWrites('Omnivore/0001.md');
  click('Repair 3 notes');
  await untilTitle('Repaired 2 notes');
  expect(rows()).toEqual(['Failed · 1', 'Omnivore/0001.mdNo permission.']);
  expect(onDisk(simulation, 'Omnivore/0001.md')).toBe(DAMAGED);
  click('Undo this repair');
  await untilTitle('Restored 2 notes');
  expect(repairedCount()).toBe(0);
});

test('a note that another program changes between reading and writing keeps that change', async () => {
  simulation = await start(manyNotes(2));
  await preview();
  await until('the lines', () => rows().some((row) => row.includes('After: ')));
  const theirs = `${DAMAGED}Written by a sync service.\n`;
  simulation.disk.faults.changeAfterRead('Omnivore/0000.md', theirs);
  click('Repair 2 notes');
  await untilTitle('Repaired 1 note');
  expect(rows()).toEqual([
    'Needs your attention · 1',
    'Omnivore/0000.mdchanged while the repair was running',
  ]);
  expect(onDisk(simulation, 'Omnivore/0000.md')).toBe(theirs);
});

test('a note that is changed while the preview is open is skipped: only what was shown is written', async () => {
  simulation = await start(manyNotes(3));
  await preview();
  const theirs = `${DAMAGED}![](${'https://proxy-prod.omnivore-image-cache.app/1x1,s'}${'x'.repeat(44)}/https://a.example/b.png)\n`;
  await simulation.disk.writeFromOutside('Omnivore/0001.md', theirs);
  click('Repair 3 notes');
  await untilTitle('Repaired 2 notes');
  expect(rows()).toEqual(['Needs your attention · 1', 'Omnivore/0001.mdchanged after the preview']);
  expect(onDisk(simulation, 'Omnivore/0001.md')).toBe(theirs);
  click('Done');
  await preview();
  click('Repair 1 note');
  await untilTitle('Repaired 1 note');
});

test('settings that are changed while the preview is open change nothing of what it does', async () => {
  const data = '.obsidian/plugins/omnivore-rescue/data.json';
  simulation = await start(manyNotes(2));
  await preview();
  const changed = JSON.stringify({
    dates: { format: 'date' },
    repairs: { 'proxied-images': false },
  });
  await simulation.disk.writeFromOutside(data, changed);
  await settle();
  click('Repair 2 notes');
  await untilTitle('Repaired 2 notes');
  expect(repairedCount()).toBe(2);
});

test('a note that is deleted during the preview is named, and not created again', async () => {
  simulation = await start(manyNotes(2));
  await preview();
  await simulation.disk.removeFromOutside('Omnivore/0000.md');
  click('Repair 2 notes');
  await untilTitle('Repaired 1 note');
  expect(rows()).toEqual(['Failed · 1', 'Omnivore/0000.mdThe file is no longer there.']);
  expect(onDisk(simulation, 'Omnivore/0000.md')).toBeNull();
});

test.each([
  ['is read-only', 'EROFS', 'The disk is read-only.'],
  ['is full', 'ENOSPC', 'The disk is full.'],
])(
  'if the disk %s, no note is changed, because undo data can’t be saved',
  async (_, code, reason) => {
    const notes = manyNotes(2);
    simulation = await start(notes);
    await preview();
    const { faults } = simulation.disk;
    jest.spyOn(faults, 'beforeChange').mockImplementation((path) => {
      throw diskError(code, path);
    });
    click('Repair 2 notes');
    await untilTitle('Nothing was changed');
    expect(modal()?.textContent).toContain(
      `Nothing was changed, because undo data can’t be saved: ${reason}`,
    );
    expect(allNotes(simulation)).toEqual(notes);
  },
);

test('a note that can’t be read is listed with its reason', async () => {
  simulation = await start(manyNotes(2));
  simulation.disk.faults.failReads('Omnivore/0001.md');
  await preview();
  expect(title()).toBe('Repair 1 note');
  expect(noteRows()[1]).toBe('0001Omnivore/0001.md · No permission.');
});

test('an undo that is stopped can be started again', async () => {
  const notes = manyNotes(40);
  simulation = await start(notes);
  await preview();
  click('Repair 40 notes');
  await untilTitle('Repaired 40 notes');
  simulation.disk.faults.writeDelay = 2;
  click('Undo this repair');
  await until('some notes', () => repairedCount() < 35);
  click('Stop');
  await until('the summary', () => title().startsWith('Restored '));
  simulation.disk.faults.writeDelay = 0;
  expect(repairedCount()).toBeGreaterThan(0);
  expect(title()).toBe(`Restored ${40 - repairedCount()} notes`);
  click('Done');
  await simulation.app.commands.run('omnivore-rescue:undo-last');
  await until('the end of undo', () => repairedCount() === 0);
  expect(allNotes(simulation)).toEqual(notes);
});

test('a run is shown in one window, however often it is asked for', async () => {
  simulation = await start(manyNotes(30));
  await preview();
  simulation.disk.faults.writeDelay = 2;
  click('Repair 30 notes');
  await until('the run', () => title() === 'Repairing');
  await simulation.app.commands.run('omnivore-rescue:show-run');
  expect(document.querySelectorAll('.modal')).toHaveLength(1);
  click('Continue in the background');
  await simulation.app.commands.run('omnivore-rescue:show-run');
  expect(title()).toBe('Repairing');
  await untilTitle('Repaired 30 notes');
});

test('a second run reports that one is running', async () => {
  simulation = await start(manyNotes(50));
  await preview();
  await preview();
  simulation.disk.faults.writeDelay = 2;
  click('Repair 50 notes');
  await until('the run', () => title() === 'Repairing');
  click('Continue in the background');
  expect(title()).toBe('Repair 50 notes');
  click('Repair 50 notes');
  const message = 'A repair is already running. Wait for it to finish, or stop it.';
  expect(noticeTexts()).toContain(message);
  expect(title()).toBe('Repair 50 notes');
  for (const command of ['repair-all', 'undo-last']) {
    document.querySelectorAll('.notice').forEach((el) => el.remove());
    await simulation.app.commands.run(`omnivore-rescue:${command}`);
    expect(noticeTexts()).toContain(message);
  }
  expect(await simulation.app.cli.run('omnivore-rescue:repair')).toBe(`Error: ${message}`);
  await until('the end', () => noticeTexts().some((text) => text.includes('Repaired 50 notes')));
  expect(repairedCount()).toBe(50);
});

test('closing the window does not stop the run; the status bar and then a notice report it', async () => {
  simulation = await start(manyNotes(30));
  await preview();
  simulation.disk.faults.writeDelay = 2;
  click('Repair 30 notes');
  await until('the run', () => title() === 'Repairing');
  const bar = (): string => document.querySelector('.plugin-omnivore-rescue')?.textContent ?? '';
  click('Continue in the background');
  await until('the status', () => /^Repairing [1-9]\d* of 30$/.test(bar()));
  document.querySelector<HTMLElement>('.status-bar button')?.click();
  expect(title()).toBe('Repairing');
  click('Continue in the background');
  await until('the notice', () => noticeTexts().some((text) => text.startsWith('Repaired 30')));
  expect(bar()).toBe('');
  click('Show');
  expect(title()).toBe('Repaired 30 notes');
  click('Done');
  await simulation.app.commands.run('omnivore-rescue:undo-last');
  await untilTitle('Restored 30 notes');
  expect(repairedCount()).toBe(0);
});

test('unsaved typing is kept, and repaired with the note', async () => {
  simulation = await start({ 'Omnivore/a.md': DAMAGED });
  const view = await openNote(simulation.app, 'Omnivore/a.md');
  type(view, 'A thought of mine.');
  await preview();
  click('Repair 1 note');
  await untilTitle('Repaired 1 note');
  expect(view.editor.getValue()).toBe(`${AFTER_REPAIR}A thought of mine.`);
  await view.save();
  expect(onDisk(simulation, 'Omnivore/a.md')).toBe(`${AFTER_REPAIR}A thought of mine.`);
  view.editor.undo();
  expect(view.editor.getValue()).toBe(`${DAMAGED}A thought of mine.`);
});

test('a note that is open without typing shows what the run wrote', async () => {
  simulation = await start({ 'Omnivore/a.md': DAMAGED });
  const view = await openNote(simulation.app, 'Omnivore/a.md');
  await preview();
  click('Repair 1 note');
  await untilTitle('Repaired 1 note');
  await settle();
  expect(view.editor.getValue()).toBe(AFTER_REPAIR);
});

test('a note that is not valid UTF-8 is skipped, with the reason', async () => {
  simulation = await start({ 'Omnivore/ok.md': `${DAMAGED}A \ufffd of its own.\n` });
  const bytes = Uint8Array.from([...DAMAGED].map((c) => c.charCodeAt(0)).concat([0xff, 0x0a]));
  await simulation.app.vault.createBinary('Omnivore/bad.md', bytes.buffer);
  await preview();
  expect(noteRows()).toEqual([
    'Tide clocksOmnivore/ok.md1 date · 1 image',
    'Tide clocksOmnivore/bad.md · not valid UTF-8',
  ]);
  click('Repair 1 note');
  await untilTitle('Repaired 1 note');
  expect(onDisk(simulation, 'Omnivore/ok.md')).toBe(`${AFTER_REPAIR}A \ufffd of its own.\n`);
  expect(simulation.disk.files.get('Omnivore/bad.md')?.bytes).toEqual(bytes);
});

test('a byte order mark is kept, even if the app hides it from plugins', async () => {
  const path = 'Omnivore/a.md';
  for (const hidden of [false, true]) {
    simulation = await start({ [path]: `\ufeff${DAMAGED}` });
    const { adapter } = simulation.app.vault;
    if (hidden) {
      const process = adapter.process.bind(adapter);
      adapter.process = (at, change) => process(at, (text) => change(text.replace('\ufeff', '')));
    }
    await preview();
    click('Repair 1 note');
    await untilTitle('Repaired 1 note');
    expect(onDisk(simulation, path)).toBe(`\ufeff${AFTER_REPAIR}`);
    click('Undo this repair');
    await untilTitle('Restored 1 note');
    expect(onDisk(simulation, path)).toBe(`\ufeff${DAMAGED}`);
    simulation.close();
  }
});

test.each([
  [true, 'keeps'],
  [false, 'does not keep'],
])('with keepModified %s a repair %s the time of the last change', async (keepModified) => {
  simulation = await start({}, { data: { keepModified } });
  const path = 'Omnivore/a.md';
  await simulation.disk.writeFromOutside(path, DAMAGED, { ctime: 1000, mtime: 2000 });
  await preview();
  click('Repair 1 note');
  await untilTitle('Repaired 1 note');
  const { ctime, mtime } = simulation.disk.files.get(path) ?? { ctime: 0, mtime: 0 };
  expect([ctime, mtime === 2000]).toEqual([1000, keepModified]);
});

test('the machine stops in the middle: every note is whole, and undo restores what was written', async () => {
  const notes = manyNotes(20);
  for (const after of [1, 2, 3, 9]) {
    simulation = await start(notes);
    await preview();
    simulation.disk.faults.quitAfter(after);
    click('Repair 20 notes');
    await until('the end', () => title() !== 'Repairing');
    const { disk } = simulation;
    simulation.close();
    simulation = await start({}, { disk });
    const texts = new Set(Object.values(allNotes(simulation)));
    expect([...texts].every((text) => text === DAMAGED || text === AFTER_REPAIR)).toBe(true);
    await simulation.app.commands.run('omnivore-rescue:undo-last');
    await settle(30);
    expect(allNotes(simulation)).toEqual(notes);
    simulation.close();
  }
});

test('the power fails within a note: undo skips and names the torn note, and restores the others', async () => {
  const notes = manyNotes(6);
  simulation = await start(notes);
  await preview();
  // The journal's folder with its .gitignore and its lock, its lines, and two notes are written.
  simulation.disk.faults.quitAfter(6, { torn: true });
  click('Repair 6 notes');
  await until('the end', () => title() !== 'Repairing');
  const { disk } = simulation;
  simulation.close();
  simulation = await start({}, { disk });
  const torn = onDisk(simulation, 'Omnivore/0002.md') ?? '';
  expect(AFTER_REPAIR.startsWith(torn) && torn !== AFTER_REPAIR).toBe(true);
  expect(repairedCount()).toBe(2);
  await simulation.app.commands.run('omnivore-rescue:undo-last');
  await untilTitle('Restored 2 notes');
  expect(rows()).toContain('Omnivore/0002.mdchanged since the repair');
  expect(allNotes(simulation)).toEqual({ ...notes, 'Omnivore/0002.md': torn });
});
