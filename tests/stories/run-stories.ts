import assert from 'node:assert/strict';
import { hashes, runCommand, untilUndone } from './acts';
import type { AppDriver, Story } from './driver';
import { manyNotes } from './vaults';

const RUNNING = /^Error: .*already running/;

/** Runs that are interrupted, or that meet one another. */
export const RUN_STORIES: readonly Story[] = [
  {
    name: 'the app ends in the middle of a run: undo restores every note after the next start',
    where: 'desktop',
    async play(app) {
      const notes = manyNotes(200);
      const paths = Object.keys(notes);
      await app.open({ notes });
      const before = await hashes(app, paths);
      await runCommand(app, 'repair-all');
      await app.crashAfter(100, () =>
        app.click('.omnivore-rescue-preview button.mod-cta', 'Repair '),
      );
      const changed = paths.length - (await unchanged(app, before));
      assert.ok(changed >= 100 && changed < paths.length, `${changed} changed`);
      await runCommand(app, 'undo-last');
      await untilUndone(app);
      assert.deepEqual(await hashes(app, paths), before);
    },
  },
  {
    name: 'a second run reports that one is running, and the first one ends',
    where: 'desktop',
    async play(app) {
      const notes = manyNotes(900);
      await app.open({ notes });
      const answers = await Promise.all([
        app.commandLine('omnivore-rescue:repair'),
        app.commandLine('omnivore-rescue:repair'),
      ]);
      const refused = answers.filter((answer) => RUNNING.test(answer));
      assert.equal(refused.length, 1, answers.map((answer) => answer.slice(0, 80)).join('\n'));
      const [report = ''] = answers.filter((answer) => !RUNNING.test(answer));
      const { repaired } = JSON.parse(report) as { readonly repaired: readonly unknown[] };
      assert.equal(repaired.length, Object.keys(notes).length);
    },
  },
  {
    name: 'a run ends while the window is hidden, though nothing is drawn and timers are slow',
    where: 'desktop',
    async play(app) {
      const notes = manyNotes(900);
      await app.open({ notes });
      await app.hideMainWindow();
      const report = await app.commandLine('omnivore-rescue:repair');
      const { repaired } = JSON.parse(report) as { readonly repaired: readonly unknown[] };
      assert.equal(repaired.length, Object.keys(notes).length);
    },
  },
];

/** How many notes have the same bytes as before. */
async function unchanged(
  app: AppDriver,
  before: Readonly<Record<string, string>>,
): Promise<number> {
  const now = await hashes(app, Object.keys(before));
  return Object.entries(before).filter(([path, hash]) => now[path] === hash).length;
}
