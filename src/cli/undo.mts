import { existsSync } from 'node:fs';
import { diskJournal, journalFolder, journalFolders } from './fs/disk-journal.mts';
import { diskFiles } from './fs/disk-files.mts';
import { diskStore } from './fs/disk-store.mts';
import { listNotes } from './fs/list-notes.mts';
import { removeLeftovers } from './fs/temporary.mts';
import type { UndoReport } from '../core/report/json';
import { addUndoOutcome, newUndoReport } from '../core/report/undo-report';
import { markUndone } from '../core/runs/journal';
import { undoCountOf, undoWholeRun } from '../core/runs/undo-run';
import { plainJson } from './output/plain.mts';
import { countNotes, undoLines } from './output/print.mts';
import { UserError, type CommandContext, type ExitCode, type UndoFlags } from './command.mts';
import { endCommand } from './end-command.mts';
import { findRun, type FoundRun } from './find-run.mts';
import { resolveRoot } from './open-folder.mts';

const ALL_NOTES = { folders: [], excludedFolders: [] };

/** Undoes a run: the given one, or the last one. */
export async function undo(
  folder: string,
  flags: UndoFlags,
  context: CommandContext,
): Promise<ExitCode> {
  const root = resolveRoot(folder);
  if (!journalFolders(root).some(existsSync)) throw noRunError(root, flags);
  const lock = diskJournal(root, journalFolder(root));
  // Lock before looking for the run, because the last run may still be active.
  await lock.lock();
  try {
    return await undoFound(root, flags, context);
  } finally {
    await lock.unlock();
  }
}

async function undoFound(
  root: string,
  flags: UndoFlags,
  context: CommandContext,
): Promise<ExitCode> {
  const { out } = context;
  const found = await findRun(root, flags.run ?? null);
  if (!found) throw noRunError(root, flags);
  const { record, journal } = found;
  const { leftovers } = await listNotes(root, ALL_NOTES, () => context.stop.isRequested);
  removeLeftovers(root, leftovers);
  const { report, failed, isComplete } = await undoSteps(root, found, context);
  if (flags.json) out.printRaw(`${plainJson(report)}\n`);
  else out.print(undoLines(report));
  const code = endCommand(
    {
      isStopped: !isComplete,
      whenStopped: 'Stopped. The same command restores the other notes.',
      failed,
      whatFailed: `${countNotes(failed)} could not be read or written`,
    },
    context,
  );
  // Marks only a run that was undone completely, so that the rest can be tried again.
  if (code === 0) await markUndone(journal, record.id, new Date(), report.left.length);
  return code;
}

function noRunError(root: string, { run }: UndoFlags): UserError {
  return new UserError(run === undefined ? `nothing to undo in ${root}` : `no such run: ${run}`);
}

interface UndoResult {
  readonly report: UndoReport;
  readonly failed: number;
  readonly isComplete: boolean;
}

async function undoSteps(
  root: string,
  { record, journal }: FoundRun,
  { out, stop }: CommandContext,
): Promise<UndoResult> {
  const store = diskStore(root, { ...ALL_NOTES, keepModified: false });
  const progress = out.progress(undoCountOf(record), 'Undoing');
  const report = newUndoReport(record.id);
  let failed = 0;
  let undoneCount = 0;
  const files = diskFiles(root);
  // After an early stop, nothing is undone.
  if (!stop.isRequested) {
    for await (const outcome of undoWholeRun(journal, record, store, files)) {
      progress.step();
      addUndoOutcome(report, outcome);
      undoneCount++;
      if (outcome.kind === 'failed') failed++;
      if (stop.isRequested) break;
    }
  }
  progress.stop();
  return { report, failed, isComplete: undoneCount === undoCountOf(record) };
}
