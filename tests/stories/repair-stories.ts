import assert from 'node:assert/strict';
import {
  editorText,
  hashes,
  openNote,
  readNote,
  repairAll,
  runCommand,
  until,
  untilUndone,
} from './acts';
import type { AppDriver, Story } from './driver';
import { ARTICLE, repairedByCommandLine, sampleNotes } from './vaults';

const NOTE = 'Omnivore/Tides.md';
/** Ends without a newline, so that a caret at the end has one place only. */
const BEFORE = `${ARTICLE}My words:`;
const REPAIRED_DATE = 'date_saved: 2024-03-14T08:21:56';

/** Repair, undo, and what happens to text that is being typed. */
export const REPAIR_STORIES: readonly Story[] = [
  {
    name: 'repair all articles: the same bytes as the command line, and nothing else changes',
    async play(app) {
      const notes = sampleNotes();
      const expected = repairedByCommandLine(notes);
      await app.open({ notes });
      await repairAll(app);
      for (const [path, bytes] of Object.entries(expected)) {
        const found = Buffer.from(await app.readFile(path));
        assert.equal(found.toString('latin1'), Buffer.from(bytes).toString('latin1'), path);
      }
    },
  },
  {
    name: 'undo restores every SHA-256',
    async play(app) {
      await undoRestores(app, async () =>
        app.click('.omnivore-rescue-run button', 'Undo this repair'),
      );
    },
  },
  {
    name: 'undo restores every SHA-256 after a restart',
    async play(app) {
      await undoRestores(app, async () => {
        await app.restart();
        await runCommand(app, 'undo-last');
      });
    },
  },
  {
    name: 'a repair of the open note is one step to undo, and unsaved typing stays',
    async play(app) {
      await app.open({ notes: { [NOTE]: BEFORE } });
      await openNote(app, NOTE);
      await app.type(' typed just now');
      const typed = `${BEFORE} typed just now`;
      await until('the typed text', async () => (await editorText(app)) === typed);
      await runCommand(app, 'repair-note');
      await until(
        'the repair',
        async () => (await editorText(app))?.includes(REPAIRED_DATE) === true,
      );
      assert.match((await editorText(app)) ?? '', /My words: typed just now$/);
      await app.press('Control+z');
      await until('the undo', async () => (await editorText(app)) === typed);
    },
  },
  {
    name: 'a run meets unsaved typing: both are on the disk afterwards',
    async play(app) {
      await app.open({ notes: { [NOTE]: BEFORE } });
      await openNote(app, NOTE);
      await app.type(' typed just now');
      await repairAll(app);
      await until('both', async () => {
        const text = await readNote(app, NOTE);
        return text.includes(REPAIRED_DATE) && text.endsWith('My words: typed just now');
      });
    },
  },
  {
    name: 'another program writes a note with unsaved typing: what stays is recorded',
    where: 'desktop',
    async play(app) {
      await app.open({ notes: { [NOTE]: BEFORE } });
      await openNote(app, NOTE);
      await app.type(' typed just now');
      await app.writeFromOutside(NOTE, `${ARTICLE}From outside`);
      // Twice the two seconds after which the app saves what was typed.
      await new Promise((resolve) => setTimeout(resolve, 4000));
      const text = await readNote(app, NOTE);
      const kept = {
        typing: text.includes('typed just now'),
        outside: text.includes('From outside'),
      };
      await app.record('What is kept if another program writes a note with unsaved typing', kept);
      assert.ok(kept.typing || kept.outside);
    },
  },
  {
    name: 'repair keeps the time of the last change, if the user wants that',
    async play(app) {
      await app.open({ notes: { [NOTE]: ARTICLE }, data: { keepModified: true } });
      const before = await modified(app, NOTE);
      await new Promise((resolve) => setTimeout(resolve, 20));
      await repairAll(app);
      assert.notEqual(await readNote(app, NOTE), ARTICLE);
      assert.equal(await modified(app, NOTE), before);
    },
  },
];

/** Repairs the sample vault, undoes that, and compares each note with its original. */
async function undoRestores(app: AppDriver, undo: () => Promise<void>): Promise<void> {
  const notes = sampleNotes();
  const paths = Object.keys(notes);
  await app.open({ notes });
  const before = await hashes(app, paths);
  await repairAll(app);
  assert.notDeepEqual(await hashes(app, paths), before);
  await undo();
  await untilUndone(app);
  assert.deepEqual(await hashes(app, paths), before);
}

/** When a note was last changed, on the disk, in milliseconds since 1970. */
async function modified(app: AppDriver, path: string): Promise<number> {
  const stat = await app.inside(({ app: inside }, at) => inside.vault.adapter.stat(at), path);
  return stat?.mtime ?? NaN;
}
