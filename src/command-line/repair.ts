import { randomBytes } from 'node:crypto';
import { diskJournal, journalFolder } from '../disk/disk-journal';
import { changedLines } from '../report/changed-lines';
import type { Plan } from '../repairs/plan';
import type { RepairReport } from '../report/json';
import { addOutcome, newReport, type OpenReport } from '../report/repair-report';
import { openJournal } from '../runs/journal';
import { outcomeOf } from '../runs/outcome-of';
import { plannedNotes } from '../runs/planned';
import { repairRun } from '../runs/repair-run';
import { diffLines, notes, repairLines } from '../terminal/print';
import { progressOf } from '../terminal/progress';
import { print, type ExitCode, type RepairFlags, type Stop } from './command';
import { openFolder, type Opened } from './open-folder';

/** Repairs all saved articles, or says what it would. */
export async function repair(folder: string, flags: RepairFlags, stop: Stop): Promise<ExitCode> {
  const opened = await openFolder(folder, flags);
  const dry = flags.dryRun === true || flags.check === true;
  const report = dry ? await dryRun(opened, flags, stop) : await run(opened, stop);
  if (flags.json) print(JSON.stringify(report));
  else print(repairLines(report, dry).join('\n'));
  if (stop.asked) process.stderr.write('Stopped. What was not reached is untouched.\n');
  if (!flags.json && report.run !== null) {
    print(`\nTo take it back: omnivore-rescue undo ${quoted(folder)} --run ${report.run}`);
  }
  if (stop.asked) return 130;
  if (report.failed.length > 0) {
    process.stderr.write(`${notes(report.failed.length)} could not be read or written.\n`);
    return 2;
  }
  return flags.check && report.repaired.length > 0 ? 1 : 0;
}

function emptyReport({ linksOutside }: Opened): OpenReport {
  const left = linksOutside.map((path) => {
    return { path, repair: null, reason: 'link-outside' as const, was: '' };
  });
  return { ...newReport(), left };
}

async function run(opened: Opened, stop: Stop): Promise<RepairReport> {
  const { root, paths, store, plannerFor } = opened;
  const report = emptyReport(opened);
  const suffix = randomBytes(2).toString('hex');
  const journal = openJournal(diskJournal(journalFolder(root)), new Date(), suffix);
  const progress = progressOf(paths.length, 'Repairing');
  try {
    for await (const outcome of repairRun(paths, store, plannerFor, journal)) {
      progress.step();
      addOutcome(report, outcome, journal.run);
      if (stop.asked) break;
    }
  } finally {
    progress.stop();
  }
  return report;
}

async function dryRun(opened: Opened, flags: RepairFlags, stop: Stop): Promise<RepairReport> {
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
  return report;
}

function showDue(path: string, text: string, plan: Plan, flags: RepairFlags): void {
  if (flags.check) print(path);
  else print(diffLines(path, changedLines(text, plan.edits)).join('\n'));
}

function quoted(folder: string): string {
  return /^[\w./-]+$/.test(folder) ? folder : `'${folder.replaceAll("'", `'\\''`)}'`;
}
