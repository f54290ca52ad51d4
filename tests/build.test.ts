/** @jest-environment jsdom */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { boot } from './simulator/load-plugin';
import { openNote, settle } from './simulator/user';
import { fixturesOf } from './read-fixtures';

const FILE = join(__dirname, '..', 'main.js');

function mainJs(): string {
  if (!existsSync(FILE)) throw new Error('main.js is not there: run `npm run build` first.');
  return readFileSync(FILE, 'utf8');
}

test.each([
  ['eval', /\beval\(/],
  ['new Function', /\bnew Function\b/],
  ['fs', /require\("(?:node:)?fs"\)/],
  ['Buffer', /\bBuffer\b/],
])('the plugin holds no %s', (_, forbidden) => {
  expect(mainJs()).not.toMatch(forbidden);
});

test('the plugin is at most 100 KiB', () => {
  expect(mainJs().length).toBeLessThanOrEqual(100 * 1024);
});

test('Repair this note mends the open note as one step of the editor’s undo', async () => {
  const fixture = fixturesOf('draft-flag').find(
    ({ before, after }) => before !== after && !before.includes('\r'),
  );
  if (!fixture) throw new Error('There is no fixture for a draft flag.');
  const data = fixture.settings as Record<string, unknown>;
  const sim = await boot({
    code: mainJs(),
    manifest: { id: 'omnivore-rescue' },
    files: { 'Omnivore/note.md': fixture.before, 'own.md': 'Nothing of Omnivore.\n' },
    data,
  });
  const view = await openNote(sim.app, 'Omnivore/note.md');
  expect(sim.app.commands.isAvailable('omnivore-rescue:repair-note')).toBe(true);
  await sim.app.commands.run('omnivore-rescue:repair-note');
  await settle();
  expect(view.editor.getValue()).toBe(fixture.after);
  view.editor.undo();
  expect(view.editor.getValue()).toBe(fixture.before);
  await openNote(sim.app, 'own.md');
  expect(sim.app.commands.isAvailable('omnivore-rescue:repair-note')).toBe(false);
  expect(await sim.unload()).toEqual([]);
  sim.close();
});
