import { existsSync } from 'node:fs';
import { diskJournal, journalFolders } from '../disk/disk-journal';
import { diskStore } from '../disk/disk-store';
import { addUndoOutcome, newUndoReport } from '../report/undo-report';
import { latestRun, markUndone, readRun, type RunRecord } from '../runs/journal';
import type { JournalStore } from '../runs/note-store';
import { undoRun } from '../runs/undo-run';
import { undoLines } from '../terminal/print';
import { progressOf } from '../terminal/progress';
import { print, UserError, type ExitCode, type Stop, type UndoFlags } from './command';
import { rootOf } from './open-folder';

/** Takes a run back: the one named, else the last one. */
export async function undo(folder: string, flags: UndoFlags, stop: Stop): Promise<ExitCode> {
  const root = rootOf(folder);
  const found = await findRun(root, flags.run ?? null);
  if (!found) {
    throw new UserError(
      flags.run === undefined
        ? `There is nothing to take back in ${root}.`
        : `There is no run ${flags.run}.`,
    );
  }
  const { record, journal } = found;
  const store = diskStore(root, { folders: [], leftOut: [], keepModified: false });
  const progress = progressOf(record.steps.length, 'Taking back');
  const report = newUndoReport(record.id);
  for await (const outcome of undoRun(record, store)) {
    progress.step();
    addUndoOutcome(report, outcome);
    if (stop.asked) break;
  }
  progress.stop();
  if (!stop.asked) await markUndone(journal, record.id, new Date());
  print(flags.json ? JSON.stringify(report) : undoLines(report).join('\n'));
  return stop.asked ? 130 : 0;
}

interface FoundRun {
  readonly record: RunRecord;
  readonly journal: JournalStore;
}

/** A folder may have become a vault since the run: then its runs are in two places. */
async function findRun(root: string, id: string | null): Promise<FoundRun | null> {
  const found: FoundRun[] = [];
  for (const journal of journalFolders(root).filter(existsSync).map(diskJournal)) {
    const record = id === null ? await latestRun(journal) : await readRun(journal, id);
    if (record) found.push({ record, journal });
  }
  return found.sort((a, b) => (a.record.id < b.record.id ? 1 : -1))[0] ?? null;
}
