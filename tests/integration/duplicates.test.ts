/** @jest-environment jsdom */
import type { Simulation } from '../simulator/load-plugin';
import { settle } from '../simulator/user';
import { allNotes, click, modal, start, title, until, untilTitle } from './start';

let simulation: Simulation;

const TEXT = 'The keeper slept until the fog came in. '.repeat(9).trim();

function lamp(body: string, properties = ''): string {
  return `---\nid: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a\n${properties}---\n\n# A lamp\n#Omnivore\n\n[Read on Omnivore](https://omnivore.app/me/x-18e5b5c135d)\n[Read Original](https://a.example/lamp)\n\n${body}`;
}

const NOTES = {
  'Omnivore/Lamp.md': lamp(`${TEXT}\n`),
  'Clips/Lamp 2.md': lamp('> until the fog came in, they say\n', 'rating: 5\n'),
  'Mine.md': 'See [[Lamp 2|the lamp]].\n',
};

beforeEach(async () => {
  simulation = await start(NOTES);
});

afterEach(() => simulation.close());

async function find(): Promise<void> {
  await simulation.app.commands.run('omnivore-rescue:find-duplicates');
}

const found = (): Promise<void> => untilTitle('1 article has several notes');

function texts(selector: string): readonly (string | null)[] {
  return [...(modal()?.querySelectorAll(selector) ?? [])].map(({ textContent }) => textContent);
}

function radio(at: number): HTMLInputElement {
  const radios = [...(modal()?.querySelectorAll<HTMLInputElement>('input[type=radio]') ?? [])];
  const wanted = radios[at];
  if (!wanted) throw new Error('no such note');
  return wanted;
}

test('duplicates are shown side by side, merged, and restored by undo', async () => {
  await find();
  await found();
  expect(texts('.omnivore-rescue-duplicate-note a')).toEqual([
    'Omnivore/Lamp.md',
    'Clips/Lamp 2.md',
  ]);
  expect([radio(0).checked, radio(1).checked]).toEqual([true, false]);
  expect(texts('.omnivore-rescue-duplicate-note ins')).toEqual([
    TEXT,
    'rating: 5',
    '> until the fog came in, they say',
  ]);
  expect(texts('.omnivore-rescue-duplicate-heading')).toEqual([
    'Added to Lamp',
    'Links updated in 1 note',
  ]);
  expect(texts('.omnivore-rescue-totals')).toEqual(['1 of 1 article · 1 note goes to the trash']);
  expect(allNotes(simulation)).toEqual(NOTES);

  click('Merge the notes of 1 article');
  await untilTitle('Merged and removed 1 note');
  const notes = allNotes(simulation);
  expect(Object.keys(notes).sort()).toEqual(['Mine.md', 'Omnivore/Lamp.md']);
  expect(notes['Omnivore/Lamp.md']).toContain('\nrating: 5\n');
  expect(notes['Omnivore/Lamp.md']).toContain('> until the fog came in, they say');
  expect(notes['Mine.md']).toBe('See [[Lamp|the lamp]].\n');

  click('Undo');
  await until('the undo', () => title().startsWith('Restored'));
  expect(allNotes(simulation)).toEqual(NOTES);
});

test('the user keeps the other note', async () => {
  await find();
  await found();
  radio(1).click();
  await until('the new plan', () =>
    texts('.omnivore-rescue-duplicate-heading').includes('Added to Lamp 2'),
  );
  expect(document.activeElement).toBe(radio(1));
  expect(texts('.omnivore-rescue-duplicate-heading')).toEqual(['Added to Lamp 2']);
  click('Merge the notes of 1 article');
  await untilTitle('Merged and removed 1 note');
  const notes = allNotes(simulation);
  expect(Object.keys(notes).sort()).toEqual(['Clips/Lamp 2.md', 'Mine.md']);
  expect(notes['Clips/Lamp 2.md']).toContain(TEXT);
  expect(notes['Mine.md']).toBe(NOTES['Mine.md']);
});

test('without a selected article there is nothing to merge', async () => {
  await find();
  await found();
  modal()?.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
  expect(texts('.omnivore-rescue-totals')).toEqual(['0 of 1 article · 0 notes go to the trash']);
  expect(modal()?.querySelector<HTMLButtonElement>('.mod-cta')?.disabled).toBe(true);
});

test('a note that changed since it was shown is shown again before it is merged', async () => {
  await find();
  await found();
  const changed = `${NOTES['Clips/Lamp 2.md']}\nMy thought.\n`;
  await simulation.disk.write('Clips/Lamp 2.md', changed);
  click('Merge the notes of 1 article');
  await until('the note as it is now', () =>
    texts('.omnivore-rescue-duplicate-note ins').includes('My thought.'),
  );
  expect(allNotes(simulation)).toEqual({ ...NOTES, 'Clips/Lamp 2.md': changed });
});

test('a note on a canvas is not merged, and the window shows the reason', async () => {
  const card = '{"nodes":[{"type":"file","file":"Clips/Lamp 2.md"}],"edges":[]}';
  simulation.close();
  simulation = await start({ ...NOTES, 'Board.canvas': card });
  await find();
  await found();
  expect(modal()?.textContent).toContain(
    'Clips/Lamp 2.md: a canvas shows it or links to it, and canvases are not changed',
  );
  expect(texts('.omnivore-rescue-totals')).toEqual(['0 of 0 articles · 0 notes go to the trash']);
});

test('without duplicates, the window reports that', async () => {
  simulation.close();
  simulation = await start({ 'Omnivore/Lamp.md': NOTES['Omnivore/Lamp.md'] });
  await find();
  await untilTitle('No duplicates');
  click('Close');
  await settle();
  expect(modal()).toBeNull();
});
