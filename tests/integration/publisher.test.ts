/** @jest-environment jsdom */
import type { Simulation } from '../simulator/load-plugin';
import { fill, openNote, press, settle } from '../simulator/user';
import { article, click, modal, onDisk, start, title, until, untilTitle } from './start';

const NOTES = { 'a.md': article({ draft: true, images: 1 }), 'b.md': article({ draft: true }) };
const QUESTION = 'What do you publish with?';
const DATA = '.obsidian/plugins/omnivore-rescue/data.json';

let simulation: Simulation;

afterEach(() => simulation.close());

/** Starts the plugin for a user who has not chosen anything. */
async function begin(): Promise<void> {
  simulation = await start(NOTES, { data: undefined });
}

function stored(): unknown {
  return JSON.parse(simulation.disk.peek(DATA) ?? 'null');
}

function choose(publisher: string): void {
  const field = modal()?.querySelector('select');
  if (!field) throw new Error(`no choice in ${title()}`);
  fill(field, publisher);
}

function chip(): { box: HTMLInputElement; text: string } {
  const chips = [...(modal()?.querySelectorAll('.omnivore-rescue-chip') ?? [])];
  const el = chips.find((each) => /draft/i.test(each.textContent ?? ''));
  const box = el?.querySelector('input');
  if (!el || !box) throw new Error('no chip of drafts');
  return { box, text: el.textContent ?? '' };
}

test('the command asks once, and stores the answer', async () => {
  await begin();
  await simulation.app.commands.run('omnivore-rescue:fix-draft-flag-all');
  expect(title()).toBe(QUESTION);
  choose('jekyll');
  click('Continue');
  await until('the preview', () => title() !== QUESTION && title() !== '');
  expect(stored()).toMatchObject({ draftFlag: { preset: 'jekyll' } });
  press('Escape');
  await simulation.app.commands.run('omnivore-rescue:fix-draft-flag-all');
  expect(title()).not.toBe(QUESTION);
});

test('the command for the open note asks too, and then does it', async () => {
  await begin();
  const view = await openNote(simulation.app, 'b.md');
  await simulation.app.commands.run('omnivore-rescue:fix-draft-flag');
  expect(title()).toBe(QUESTION);
  click('Continue');
  await until('the repair', () => view.editor.getValue().includes('draft: false'));
});

test('cancel chooses nothing, and changes nothing', async () => {
  await begin();
  await simulation.app.commands.run('omnivore-rescue:fix-draft-flag-all');
  click('Cancel');
  await settle();
  expect(modal()).toBeNull();
  expect(stored()).toBeNull();
});

test('in the preview of all repairs the drafts are counted, and off until it is chosen', async () => {
  await begin();
  await simulation.app.commands.run('omnivore-rescue:repair-all');
  await untilTitle('Repair 1 note');
  expect(chip()).toMatchObject({
    text: '2 drafts: choose how you publish',
    box: { checked: false },
  });
  chip().box.click();
  expect(title()).toBe(QUESTION);
  click('Cancel');
  await settle();
  expect(title()).toBe('Repair 1 note');
  expect(chip().box.checked).toBe(false);
  chip().box.click();
  click('Continue');
  await untilTitle('Repair 2 notes');
  expect(chip()).toMatchObject({ text: 'Draft flag2', box: { checked: true } });
  click('Repair 2 notes');
  await untilTitle('Repaired 2 notes');
  expect(onDisk(simulation, 'b.md')).toBe(article({ draft: false }));
});
