import { existsSync } from 'node:fs';
import { diskJournal, journalFolders } from './fs/disk-journal.mts';
import { hasChanged, latestRun, readRun, runIds, type RunRecord } from '../core/runs/read-journal';
import type { JournalStore } from '../core/runs/note-store';

/** A run, and the journal that contains it. */
export interface FoundRun {
  readonly record: RunRecord;
  readonly journal: JournalStore;
}

/** Returns the journals of a folder. If it became a vault after a run, there are two. */
function journalsOf(root: string): readonly JournalStore[] {
  return journalFolders(root)
    .filter(existsSync)
    .map((folder) => diskJournal(root, folder));
}

/** Returns the run with an ID, or the last one that was not undone. Null if there is none. */
export async function findRun(root: string, id: string | null): Promise<FoundRun | null> {
  const found: FoundRun[] = [];
  for (const journal of journalsOf(root)) {
    const record = id === null ? await latestRun(journal) : await readRun(journal, id);
    if (record) found.push({ record, journal });
  }
  return found.sort((a, b) => (a.record.id < b.record.id ? 1 : -1))[0] ?? null;
}

/** Returns all runs of a folder that changed a note, the last one first. */
export async function allRuns(root: string): Promise<readonly RunRecord[]> {
  const runs: RunRecord[] = [];
  for (const journal of journalsOf(root)) {
    for (const id of await runIds(journal)) {
      const record = await readRun(journal, id);
      if (record && hasChanged(record)) runs.push(record);
    }
  }
  return runs.sort((a, b) => (a.id < b.id ? 1 : -1));
}
