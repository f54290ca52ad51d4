import { existsSync } from 'node:fs';
import { diskJournal, journalFolder, journalFolders } from './fs/disk-journal.mts';
import { diskFiles } from './fs/disk-files.mts';
import { diskStore } from './fs/disk-store.mts';
import { listNotes } from './fs/list-notes.mts';
import { removeLeftovers } from './fs/temporary.mts';
import type { UndoReport } from '../core/report/json';
import { addUndoOutcome, newUndoReport } from '../core/report/undo-report';
import { markUndone } from '../core/runs/journal';
import { countOf, undoWholeRun } from '../core/runs/undo-run';
import { plainJson } from './output/plain.mts';
import { notes, undoLines } from './output/print.mts';
import { UserError, type Context, type ExitCode, type UndoFlags } from './command.mts';
import { findRun, type FoundRun } from './find-run.mts';
import { rootOf } from './open-folder.mts';

const EVERYWHERE = { folders: [], leftOut: [] };

/** Undoes a run: the given one, or the last one. */
export async function undo(folder: string, flags: UndoFlags, context: Context): Promise<ExitCode> {
  const root = rootOf(folder);
  if (!journalFolders(root).some(existsSync)) throw noRun(root, flags);
  const lock = diskJournal(root, journalFolder(root));
  // Lock before looking for the run, because the last run may still be active.
  await lock.lock();
  try {
    return await undoFound(root, flags, context);
  } finally {
    await lock.unlock();
  }
}

async function undoFound(root: string, flags: UndoFlags, context: Context): Promise<ExitCode> {
  const { out } = context;
  const found = await findRun(root, flags.run ?? null);
  if (!found) throw noRun(root, flags);
  const { record, journal } = found;
  const { leftovers } = await listNotes(root, EVERYWHERE, () => context.stop.asked);
  removeLeftovers(root, leftovers);
  const { report, failed, ended } = await undoSteps(root, found, context);
  if (flags.json) out.printRaw(`${plainJson(report)}\n`);
  else out.print(undoLines(report));
  if (!ended) {
    out.say('Stopped. The same command restores the other notes.');
    return 130;
  }
  if (failed > 0) {
    out.say(`error: ${notes(failed)} could not be read or written`);
    return 2;
  }
  // Marks only a run that was undone completely, so that the rest can be tried again.
  await markUndone(journal, record.id, new Date(), report.left.length);
  return 0;
}

function noRun(root: string, { run }: UndoFlags): UserError {
  return new UserError(run === undefined ? `nothing to undo in ${root}` : `no such run: ${run}`);
}

interface Undone {
  readonly report: UndoReport;
  readonly failed: number;
  readonly ended: boolean;
}

async function undoSteps(
  root: string,
  { record, journal }: FoundRun,
  { out, stop }: Context,
): Promise<Undone> {
  const store = diskStore(root, { ...EVERYWHERE, keepModified: false });
  const progress = out.progress(countOf(record), 'Undoing');
  const report = newUndoReport(record.id);
  let failed = 0;
  let taken = 0;
  const files = diskFiles(root);
  // After an early stop, nothing is undone.
  if (!stop.asked) {
    for await (const outcome of undoWholeRun(journal, record, store, files)) {
      progress.step();
      addUndoOutcome(report, outcome);
      taken++;
      if (outcome.kind === 'failed') failed++;
      if (stop.asked) break;
    }
  }
  progress.stop();
  return { report, failed, ended: taken === countOf(record) };
}
