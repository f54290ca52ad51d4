/** @jest-environment jsdom */
// First, as it gives jsdom what it lacks and the core needs.
import '../simulator/dom';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskJournal } from '../../src/cli/fs/disk-journal.mts';
import { diskStore } from '../../src/cli/fs/disk-store.mts';
import { openJournal } from '../../src/core/runs/journal';
import { repairRun } from '../../src/core/runs/repair-run';
import { plannerFor } from '../planner-for';
import { allFixtures, type Fixture } from '../read-fixtures';
import { openNote } from '../simulator/user';
import { allNotes, article, onDisk, RUNS, start, until } from './start';

const PATH = 'Omnivore/note.md';

/** What the command line makes of a note. */
async function onCommandLine({ before, settings }: Fixture): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'same-bytes-'));
  try {
    mkdirSync(join(root, 'Omnivore'));
    writeFileSync(join(root, PATH), before);
    const store = diskStore(root, { folders: [], excludedFolders: [], keepModified: false });
    const runs = diskJournal(root, join(root, '.runs'));
    const journal = openJournal(runs, new Date(0), '0000');
    const run = repairRun([PATH], store, plannerFor(settings), journal);
    for await (const outcome of run) expect(outcome.kind).not.toBe('failed');
    await runs.unlock();
    return readFileSync(join(root, PATH), 'utf8');
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** What a run over the vault makes of it. */
async function inVault({ before, settings }: Fixture): Promise<string | null> {
  const simulation = await start({ [PATH]: before }, { data: settings });
  try {
    await simulation.app.cli.run('omnivore-rescue:repair');
    return onDisk(simulation, PATH);
  } finally {
    simulation.close();
  }
}

/** What *Repair current note* makes of it, once the editor has saved. */
async function inEditor({ before, settings }: Fixture): Promise<string | null> {
  const simulation = await start({ [PATH]: before }, { data: settings });
  try {
    const view = await openNote(simulation.app, PATH);
    const { commands } = simulation.app;
    if (!commands.isAvailable('omnivore-rescue:repair-note')) return before;
    await commands.run('omnivore-rescue:repair-note');
    await until('the answer', () => document.querySelector('.notice') !== null);
    await view.save();
    return onDisk(simulation, PATH);
  } finally {
    simulation.close();
  }
}

test('a run of the command line is undone in the vault', async () => {
  const root = mkdtempSync(join(tmpdir(), 'same-bytes-'));
  const notes = {
    'a.md': article({ date: '2024-03-14 08:21:56' }),
    '雨.md': article({ images: 3 }),
  };
  try {
    for (const [path, text] of Object.entries(notes)) writeFileSync(join(root, path), text);
    const store = diskStore(root, { folders: [], excludedFolders: [], keepModified: false });
    const runs = diskJournal(root, join(root, '.runs'));
    const journal = openJournal(runs, new Date(0), '0000');
    const paths = Object.keys(notes);
    for await (const note of repairRun(paths, store, plannerFor({}), journal)) {
      expect(note).toMatchObject({ outcome: 'repaired' });
    }
    await runs.unlock();
    const name = (await runs.names()).find((file) => file.endsWith('.jsonl')) ?? '';
    const repaired = paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]);
    const simulation = await start({
      ...(Object.fromEntries(repaired) as Record<string, string>),
      [`${RUNS}/${name}`]: readFileSync(join(root, '.runs', name), 'utf8'),
    });
    const report: unknown = JSON.parse(await simulation.app.cli.run('omnivore-rescue:undo'));
    expect(report).toMatchObject({ restored: [...paths].reverse(), left: [] });
    expect(allNotes(simulation)).toEqual(notes);
    simulation.close();
  } finally {
    rmSync(root, { recursive: true });
  }
});

test('an ambiguous date is decided by the other dates of its note, in all three', async () => {
  const before = article({ date: '03/04/2024' }).replace(
    '---\n\n',
    'date_published: 25/07/2024\n---\n\n',
  );
  const note = { before, settings: {}, name: '', after: '', about: '', left: [] };
  const after = await onCommandLine(note);
  expect(after).toContain('date_saved: 2024-04-03\n');
  expect(await inVault(note)).toBe(after);
  expect(await inEditor(note)).toBe(after);
});

test.each(allFixtures().map((fixture) => [fixture.name, fixture] as const))(
  'command line, vault and editor make the same of %s',
  async (_, fixture) => {
    const { after } = fixture;
    expect(await onCommandLine(fixture)).toBe(after);
    expect(await inVault(fixture)).toBe(after);
    expect(await inEditor(fixture)).toBe(after);
  },
);
