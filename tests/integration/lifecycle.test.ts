/** @jest-environment jsdom */
import type { Simulation } from '../simulator/load-plugin';
import { noticeTexts, openNote, openSettings, settle } from '../simulator/user';
import {
  allNotes,
  article,
  BUILT,
  click,
  afterRepair,
  modal,
  rows,
  SCANNED,
  start,
  title,
  until,
} from './start';

let simulation: Simulation;

const DAMAGED = article({ date: '2024-03-14 08:21:56' });
const AFTER_REPAIR = afterRepair({ date: '2024-03-14 08:21:56' });
const NOTES = Object.fromEntries(
  Array.from({ length: 40 }, (_, i) => [`Omnivore/${i}.md`, DAMAGED] as const),
);

async function preview(): Promise<void> {
  await simulation.app.commands.run('omnivore-rescue:repair-all');
  await until('the preview', () => rows().length > 0);
}

afterEach(() => simulation.close());

test('nothing is read until the user asks for it, even when the layout is ready', async () => {
  simulation = await start(NOTES);
  await settle();
  const notes = [...simulation.disk.reads.keys()].filter((path) => path.startsWith('Omnivore/'));
  expect(notes.length).toBe(0);
});

describe('what is unloaded leaves nothing behind', () => {
  const during: Record<string, () => Promise<void>> = {
    'at rest': () => settle(),
    'with a note open': async () => void (await openNote(simulation.app, 'Omnivore/1.md')),
    'while it looks': async () => {
      simulation.disk.faults.readDelay = 2;
      await simulation.app.commands.run('omnivore-rescue:repair-all');
      await settle();
    },
    'with the preview open': preview,
    'in the middle of a run': async () => {
      await preview();
      simulation.disk.faults.writeDelay = 2;
      click('Repair 40 notes');
      await until('the run', () => title() === 'Repairing');
      await until('some notes', () => Object.values(allNotes(simulation)).includes(AFTER_REPAIR));
    },
    'with a run in the background': async () => {
      await preview();
      simulation.disk.faults.writeDelay = 2;
      click('Repair 40 notes');
      await until('the run', () => title() === 'Repairing');
      click('Continue in the background');
    },
    'with the summary of a run open': async () => {
      await preview();
      click('Repair 40 notes');
      await until('the summary', () => title() === 'Repaired 40 notes');
    },
    'in the middle of an undo': async () => {
      await preview();
      click('Repair 40 notes');
      await until('the summary', () => title() === 'Repaired 40 notes');
      simulation.disk.faults.writeDelay = 2;
      click('Undo this repair');
      await until('some notes', () => Object.values(allNotes(simulation)).includes(DAMAGED));
    },
    'with a notice that offers to undo a run': async () => {
      await preview();
      click('Repair 40 notes');
      click('Continue in the background');
      await until('the notice', () => noticeTexts().includes('Repaired 40 notesUndoShow'));
    },
    'with a note in the preview open': async () => {
      await preview();
      modal()?.querySelector<HTMLElement>('[data-part=open]')?.click();
      await settle();
    },
    'with the panel open': async () => {
      await simulation.app.commands.run('omnivore-rescue:open-panel');
      await until('the articles', () => document.querySelector('[role=treeitem]') !== null);
      await until(
        'the end',
        () => document.querySelector('.omnivore-rescue-empty-state:empty') !== null,
      );
    },
    'with the panel explaining itself': async () => {
      simulation.app.saveLocalStorage('omnivore-rescue-scanned', null);
      await simulation.app.commands.run('omnivore-rescue:open-panel');
      await settle();
    },
    'with the panel reading': async () => {
      // Long enough to be seen, also on a busy machine.
      simulation.disk.faults.readDelay = 50;
      await simulation.app.commands.run('omnivore-rescue:open-panel');
      await until('the reading', () => document.body.textContent?.includes(' of 40') === true);
    },
    'with the settings open': async () => {
      openSettings(simulation.app, 'omnivore-rescue');
      await settle();
    },
    'with the history open': async () => {
      await simulation.app.commands.run('omnivore-rescue:history');
      await settle();
    },
  };

  test.each(Object.keys(during))('%s', async (when) => {
    simulation = await start(NOTES, SCANNED);
    await during[when]?.();
    expect(await simulation.unload()).toEqual([]);
    expect(document.querySelector('[class*=omnivore-rescue]')).toBeNull();
    expect(noticeTexts()).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const before = new Map(simulation.disk.writes);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(simulation.disk.writes).toEqual(before);
    const texts = Object.values(allNotes(simulation));
    expect(texts.every((text) => text === DAMAGED || text === AFTER_REPAIR)).toBe(true);
  });
});

describe('on a phone', () => {
  test('a run in the background shows its progress in a notice', async () => {
    simulation = await start(NOTES, { mobile: true });
    await preview();
    simulation.disk.faults.writeDelay = 2;
    click('Repair 40 notes');
    await until('the run', () => title() === 'Repairing');
    click('Continue in the background');
    await until('the notice', () =>
      noticeTexts().some((text) => /^Repairing \d+ of 40$/.test(text)),
    );
    expect(noticeTexts()).toHaveLength(1);
    document.querySelector<HTMLElement>('.notice')?.click();
    expect(title()).toBe('Repairing');
    click('Continue in the background');
    expect(noticeTexts()).toHaveLength(1);
    await until('the end', () => noticeTexts().join() === 'Repaired 40 notesUndoShow');
    expect(new Set(Object.values(allNotes(simulation)))).toEqual(new Set([AFTER_REPAIR]));
    expect(await simulation.unload()).toEqual([]);
  });

  test('the built plugin loads and repairs where there is no Node', async () => {
    const gone = ['process', 'Buffer', 'global', 'setImmediate', 'require', '__dirname'];
    const code = `((${gone.join(', ')}) => {${BUILT.code}\n})();`;
    // In strict mode and out of it, these are undefined within.
    simulation = await start(
      { 'Omnivore/a.md': DAMAGED },
      { mobile: true, code: withRequire(code) },
    );
    const view = await openNote(simulation.app, 'Omnivore/a.md');
    await simulation.app.commands.run('omnivore-rescue:repair-note');
    await until('the notice', () => noticeTexts().length > 0);
    expect(view.editor.getValue()).toBe(AFTER_REPAIR);
    await preview().catch(() => undefined);
    expect(title()).toBe('Nothing to repair');
  });
});

/** `require` stays, as the app gives it. */
function withRequire(code: string): string {
  return code.replace(', require', '');
}
