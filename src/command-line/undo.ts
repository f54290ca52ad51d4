import { existsSync } from 'node:fs';
import { diskJournal, journalFolder, journalFolders } from '../disk/disk-journal';
import { diskStore } from '../disk/disk-store';
import { listNotes } from '../disk/list-notes';
import { removeLeftovers } from '../disk/temporary';
import type { UndoReport } from '../report/json';
import { addUndoOutcome, newUndoReport } from '../report/undo-report';
import { latestRun, markUndone, readRun, stepsOf, type RunRecord } from '../runs/journal';
import type { JournalStore } from '../runs/note-store';
import { undoRun } from '../runs/undo-run';
import { notes, undoLines } from '../terminal/print';
import { progressOf } from '../terminal/progress';
import { print, UserError, type ExitCode, type Stop, type UndoFlags } from './command';
import { rootOf } from './open-folder';

const EVERYWHERE = { folders: [], leftOut: [] };

/** Takes a run back: the one named, else the last one. */
export async function undo(folder: string, flags: UndoFlags, stop: Stop): Promise<ExitCode> {
  const root = rootOf(folder);
  if (!journalFolders(root).some(existsSync)) throw noRun(root, flags);
  const lock = diskJournal(root, journalFolder(root));
  // Before it is looked for: the last run may still go on.
  await lock.lock();
  try {
    return await undoFound(root, flags, stop);
  } finally {
    await lock.unlock();
  }
}

async function undoFound(root: string, flags: UndoFlags, stop: Stop): Promise<ExitCode> {
  const found = await findRun(root, flags.run ?? null);
  if (!found) throw noRun(root, flags);
  const { record, journal } = found;
  removeLeftovers(root, listNotes(root, EVERYWHERE).leftovers);
  const { report, failed, ended } = await takeBack(root, found, stop);
  print(flags.json ? JSON.stringify(report) : undoLines(report).join('\n'));
  if (!ended) {
    process.stderr.write('Stopped. The same command goes on with the rest.\n');
    return 130;
  }
  if (failed > 0) {
    process.stderr.write(`${notes(failed)} could not be read or written.\n`);
    return 2;
  }
  // What failed or was not reached may be tried again: only a run that was wholly taken back is marked.
  await markUndone(journal, record.id, new Date(), report.left.length);
  return 0;
}

function noRun(root: string, { run }: UndoFlags): UserError {
  const isLast = run === undefined;
  return new UserError(
    isLast ? `There is nothing to take back in ${root}.` : `There is no run ${run}.`,
  );
}

interface TakenBack {
  readonly report: UndoReport;
  readonly failed: number;
  readonly ended: boolean;
}

async function takeBack(
  root: string,
  { record, journal }: FoundRun,
  stop: Stop,
): Promise<TakenBack> {
  const store = diskStore(root, { ...EVERYWHERE, keepModified: false });
  const progress = progressOf(record.steps.length, 'Taking back');
  const report = newUndoReport(record.id);
  let failed = 0;
  let taken = 0;
  for await (const outcome of undoRun(stepsOf(journal, record), store)) {
    progress.step();
    addUndoOutcome(report, outcome);
    taken++;
    if (outcome.kind === 'failed') failed++;
    if (stop.asked) break;
  }
  progress.stop();
  return { report, failed, ended: taken === record.steps.length };
}

interface FoundRun {
  readonly record: RunRecord;
  readonly journal: JournalStore;
}

/** A folder may have become a vault since the run: then its runs are in two places. */
async function findRun(root: string, id: string | null): Promise<FoundRun | null> {
  const found: FoundRun[] = [];
  for (const folder of journalFolders(root).filter(existsSync)) {
    const journal = diskJournal(root, folder);
    const record = id === null ? await latestRun(journal) : await readRun(journal, id);
    if (record) found.push({ record, journal });
  }
  return found.sort((a, b) => (a.record.id < b.record.id ? 1 : -1))[0] ?? null;
}
