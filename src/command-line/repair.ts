import { randomBytes } from 'node:crypto';
import { diskJournal, journalFolder } from '../disk/disk-journal';
import { lockedBy } from '../disk/folder-lock';
import { removeLeftovers } from '../disk/temporary';
import { changedLines } from '../report/changed-lines';
import type { Plan } from '../repairs/plan';
import type { RepairReport } from '../report/json';
import { addOutcome, newReport, type OpenReport } from '../report/repair-report';
import { openJournal } from '../runs/journal';
import { messageOf } from '../runs/outcome';
import { outcomeOf } from '../runs/outcome-of';
import { plannedNotes } from '../runs/planned';
import { repairRun } from '../runs/repair-run';
import { diffLines, notes, repairLines } from '../terminal/print';
import { activeRepairs } from '../settings';
import { progressOf } from '../terminal/progress';
import { print, UserError, type ExitCode, type RepairFlags, type Stop } from './command';
import { openFolder, type Opened } from './open-folder';

/** Repairs all saved articles, or says what it would. */
export async function repair(folder: string, flags: RepairFlags, stop: Stop): Promise<ExitCode> {
  const opened = await openFolder(folder, flags);
  const dry = flags.dryRun === true || flags.check === true;
  const end = dry ? await dryRun(opened, flags, stop) : await run(opened, stop);
  const { report } = end;
  if (flags.json) print(JSON.stringify(report));
  else print(repairLines(report, dry).join('\n'));
  if (stop.asked) process.stderr.write('Stopped. What was not reached is untouched.\n');
  if (!flags.json && report.run !== null) {
    print(`\nTo take it back: omnivore-rescue undo ${quoted(folder)} --run ${report.run}`);
  }
  if (stop.asked && end.error === null) return 130;
  const problem = problemOf(end);
  if (problem === null) return flags.check && report.repaired.length > 0 ? 1 : 0;
  process.stderr.write(`${problem}\n`);
  return 2;
}

function problemOf({ report: { failed }, error }: RunEnd): string | null {
  if (error !== null) return error;
  return failed.length > 0 ? `${notes(failed.length)} could not be read or written.` : null;
}

function emptyReport({ linksOutside }: Opened): OpenReport {
  const left = linksOutside.map((path) => {
    return { path, repair: null, reason: 'link-outside' as const, was: '' };
  });
  return { ...newReport(), left };
}

interface RunEnd {
  readonly report: RepairReport;
  /** Why the run could not go on; what it had done until then is in the report. */
  readonly error: string | null;
}

async function run(opened: Opened, stop: Stop): Promise<RunEnd> {
  const { root, settings, paths, store, plannerFor } = opened;
  const folder = journalFolder(root);
  const other = lockedBy(folder);
  if (other !== null) throw new UserError(other);
  const runs = diskJournal(root, folder);
  const report = emptyReport(opened);
  const suffix = randomBytes(2).toString('hex');
  const repairs = activeRepairs(settings);
  const journal = openJournal(runs, new Date(), suffix, repairs);
  const progress = progressOf(paths.length, 'Repairing');
  let error: string | null = null;
  try {
    if (opened.leftovers.length > 0) {
      await runs.lock();
      removeLeftovers(root, opened.leftovers);
    }
    for await (const outcome of repairRun(paths, store, plannerFor, journal)) {
      progress.step();
      addOutcome(report, outcome, journal.run);
      if (stop.asked) break;
    }
  } catch (thrown) {
    error = messageOf(thrown);
  } finally {
    await runs.unlock();
  }
  progress.stop();
  return { report, error };
}

async function dryRun(opened: Opened, flags: RepairFlags, stop: Stop): Promise<RunEnd> {
  const { paths, store, plannerFor } = opened;
  const report = emptyReport(opened);
  const progress = progressOf(paths.length, 'Reading');
  for await (const planned of plannedNotes(paths, store, plannerFor)) {
    progress.step();
    if (stop.asked) break;
    addOutcome(report, outcomeOf(planned), null);
    if (planned.kind === 'planned' && planned.plan.edits.length > 0 && !flags.json) {
      showDue(planned.path, planned.text, planned.plan, flags);
    }
  }
  progress.stop();
  return { report, error: null };
}

function showDue(path: string, text: string, plan: Plan, flags: RepairFlags): void {
  if (flags.check) print(path);
  else print(diffLines(path, changedLines(text, plan.edits)).join('\n'));
}

function quoted(folder: string): string {
  return /^[\w./-]+$/.test(folder) ? folder : `'${folder.replaceAll("'", `'\\''`)}'`;
}
