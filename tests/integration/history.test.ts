/** @jest-environment jsdom */
import { diskError } from '../simulator/faults';
import type { Simulation } from '../simulator/load-plugin';
import { noticeTexts, settle } from '../simulator/user';
import {
  allNotes,
  article,
  click,
  modal,
  onDisk,
  rows,
  RUNS,
  start,
  title,
  until,
  untilTitle,
} from './start';

let simulation: Simulation;

const BOTH = article({ date: '2024-03-14 08:21:56', draft: true, title: 'Both' });
const DATE = article({ date: '2024-03-15 09:00:00', title: 'A date' });
const NOTES = { 'Omnivore/Both.md': BOTH, 'Omnivore/Date.md': DATE };

async function repair(command: string): Promise<void> {
  await simulation.app.commands.run(`omnivore-rescue:${command}`);
  await until('the preview', () => /^Repair \d/.test(title()));
  click(title());
  await until('the end', () => title().startsWith('Repaired '));
  click('Done');
}

async function history(runs = 1): Promise<void> {
  await simulation.app.commands.run('omnivore-rescue:history');
  await until('the history', () => title() === 'Repair history' && rows().length >= runs);
}

function undo(at: number): void {
  const items = modal()?.querySelectorAll('[role=listitem]') ?? [];
  const buttons = [...(items[at]?.querySelectorAll('button') ?? [])];
  const button = buttons.find((el) => el.textContent === 'Undo');
  if (!button) throw new Error(`No button in ${items[at]?.textContent}`);
  button.click();
}

function journals(): string[] {
  return [...simulation.disk.files.keys()]
    .filter((path) => path.startsWith(RUNS) && path.endsWith('.jsonl'))
    .sort();
}

beforeEach(async () => {
  simulation = await start(NOTES);
});

afterEach(() => simulation.close());

test('undo of an older run skips and names notes that a newer run changed, until that run is undone', async () => {
  await repair('normalize-dates-all');
  await repair('fix-draft-flag-all');
  await history(2);
  undo(1);
  await untilTitle('Restored 1 note');
  expect(rows().slice(0, 2)).toEqual(['Skipped · 1', 'Omnivore/Both.mdchanged since the repair']);
  expect(onDisk(simulation, 'Omnivore/Date.md')).toBe(DATE);
  click('Done');
  await history(2);
  expect(rows()[1]).toMatch(/2 notes · DatesBoth, DateUndone, except 1 noteShowUndo$/);
  undo(0);
  await untilTitle('Restored 1 note');
  click('Done');
  await history(2);
  undo(1);
  await untilTitle('Restored 1 note');
  expect(allNotes(simulation)).toEqual(NOTES);
  click('Done');
  await history(2);
  expect(rows().map((row) => row.slice(-10))).toEqual(['UndoneShow', 'UndoneShow']);
});

test('a run is not undone twice', async () => {
  await repair('normalize-dates-all');
  await history();
  undo(0);
  await untilTitle('Restored 2 notes');
  const [path = ''] = journals();
  const run = path.slice(RUNS.length + 1, -'.jsonl'.length);
  const again = JSON.parse(
    await simulation.app.cli.run('omnivore-rescue:undo', { run }),
  ) as unknown;
  expect(again).toEqual({ schema: 1, run, restored: [], left: [] });
  expect(allNotes(simulation)).toEqual(NOTES);
});

test('a run that can’t be read is named, and the others can be undone', async () => {
  await repair('normalize-dates-all');
  await repair('fix-draft-flag-all');
  const [, last = ''] = journals();
  simulation.disk.faults.failReads(last);
  await history(2);
  expect(rows()).toHaveLength(2);
  expect(rows()[0]).toMatch(/No permission\.$/);
  undo(1);
  await untilTitle('Restored 1 note');
  click('Done');
  // It is then unknown which run is the last.
  await simulation.app.commands.run('omnivore-rescue:undo-last');
  await settle();
  expect(noticeTexts()).toContain('The history can’t be read: No permission.');
});

test.each([
  [
    'of a newer version',
    '{"schema":2,"run":"x","started":5}\n{"step":{"note":"Omnivore/Both.md"}}\n',
  ],
  ['that is damaged', '\0\0\0{"schema"\n[[[[\n{"step":[1,2,3,4]}\n{"undone":'],
  ['that is empty', ''],
])('a journal %s is skipped', async (_, text) => {
  await repair('normalize-dates-all');
  simulation.disk.seed(`${RUNS}/29990101T000000000-aaaa.jsonl`, text);
  await history();
  expect(rows()).toHaveLength(1);
  click('Undo');
  await untilTitle('Restored 2 notes');
  expect(allNotes(simulation)).toEqual(NOTES);
});

test('a run of the command line is listed among them', async () => {
  await simulation.app.cli.run('omnivore-rescue:repair', { only: 'dates' });
  await history();
  expect(rows()[0]).toMatch(/2 notes · DatesBoth, DateShowUndo$/);
});

test('an old run that can’t be removed does not stop a new one', async () => {
  for (let i = 10; i < 30; i++) simulation.disk.seed(`${RUNS}/20200101T0000000${i}-aaaa.jsonl`, '');
  const remove = jest.spyOn(simulation.app.vault.adapter, 'remove');
  remove.mockImplementation((path) => Promise.reject(diskError('EACCES', path)));
  await repair('normalize-dates-all');
  expect(remove).toHaveBeenCalled();
  expect(allNotes(simulation)).not.toEqual(NOTES);
});
