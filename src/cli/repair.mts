import { randomBytes } from 'node:crypto';
import { diskJournal, journalFolder } from './fs/disk-journal.mts';
import { lockedBy } from './fs/folder-lock.mts';
import { toErrorClause } from './fs/system-error.mts';
import { removeLeftovers } from './fs/temporary.mts';
import type { Plan } from '../core/repairs/plan';
import { changedLines } from '../core/report/changed-lines';
import type { RepairReport } from '../core/report/json';
import { addOutcome, newReport, type OpenReport } from '../core/report/repair-report';
import { openJournal } from '../core/runs/journal';
import type { NoteStore } from '../core/runs/note-store';
import { messageOf, type Outcome } from '../core/runs/outcome';
import { outcomeOf } from '../core/runs/outcome-of';
import { plannedNotes, type Planned } from '../core/runs/plan-notes';
import { repairRun } from '../core/runs/repair-run';
import { activeRepairs } from '../core/settings/settings';
import type { Output } from './output/output.mts';
import { plainJson } from './output/plain.mts';
import { diffLines } from './output/print-diff.mts';
import { countFailed, repairLines } from './output/print.mts';
import {
  UserError,
  untilStopped,
  type CommandContext,
  type ExitCode,
  type RepairFlags,
} from './command.mts';
import { openFolder, type OpenedFolder } from './open-folder.mts';
import { commandLine } from './shell.mts';

/** Repairs all saved articles, or shows what it would change. */
export async function repair(
  folder: string,
  flags: RepairFlags,
  context: CommandContext,
): Promise<ExitCode> {
  checkFlags(flags);
  const opened = await openFolder(folder, flags, context, flags.allNotes === true);
  const dry = flags.dryRun === true || flags.check === true;
  const end = dry ? await dryRun(opened, flags, context) : await run(opened, context);
  printResult(end, folder, flags, context);
  const { report, error } = end;
  const { out, stop } = context;
  if (stop.isRequested) out.printStatus('Stopped. Notes that were not reached are unchanged.');
  if (error !== null) out.printStatus(`error: ${toErrorClause(error)}`);
  else if (!stop.isRequested && report.failed.length > 0) {
    out.printStatus(`error: ${countFailed(report.failed.length)} could not be read or written`);
  }
  if (error !== null) return 2;
  if (stop.isRequested) return 130;
  if (report.failed.length > 0) return 2;
  return flags.check && report.repaired.length > 0 ? 1 : 0;
}

/** In notes that are not saved articles, only dead images can be repaired. */
function checkFlags({ allNotes, only }: RepairFlags): void {
  if (allNotes && only?.join() !== 'proxied-images') {
    throw new UserError('--all-notes works only with --only proxied-images');
  }
}

/** The result of a run. */
interface RunResult {
  readonly report: RepairReport;
  /** How many notes have saved articles, or are the user's own and need repair. */
  readonly articles: number;
  /** Why the run stopped early. The report contains everything done until then. */
  readonly error: string | null;
}

function printResult(
  { report, articles, error }: RunResult,
  folder: string,
  flags: RepairFlags,
  { out, program }: CommandContext,
): void {
  const dry = flags.dryRun === true || flags.check === true;
  const undo = report.run && `Undo:  ${commandLine(program, 'undo', folder, '--run', report.run)}`;
  if (undo) out.ifLost(undo);
  if (flags.json) return out.printRaw(`${plainJson(report)}\n`);
  if (dry && report.repaired.length > 0) out.print(['']);
  out.print(repairLines(report, dry, error === null ? articles : null));
  if (undo) out.print(['', undo]);
}

/** Returns a report that lists only what was not read. */
function startReport({ listing }: OpenedFolder): OpenReport {
  const { linksOutside, special, unreadable } = listing;
  const skipped = (path: string, reason: 'link-outside' | 'special-file') => {
    return { path, repair: null, reason, was: '' };
  };
  const left = [
    ...linksOutside.map((path) => skipped(path, 'link-outside')),
    ...special.map((path) => skipped(path, 'special-file')),
  ];
  return { ...newReport(), left, failed: [...unreadable] };
}

async function run(opened: OpenedFolder, { out, stop }: CommandContext): Promise<RunResult> {
  const { root, settings, listing, store, plannerFor } = opened;
  const folder = journalFolder(root);
  const other = lockedBy(folder);
  if (other !== null) throw new UserError(toErrorClause(other));
  const runs = diskJournal(root, folder);
  const report = startReport(opened);
  const suffix = randomBytes(2).toString('hex');
  const journal = openJournal(runs, new Date(), suffix, activeRepairs(settings));
  const progress = out.progress(listing.notes.length, 'Repairing');
  const notes = untilStopped(listing.notes, stop);
  let articles = 0;
  let error: string | null = null;
  try {
    if (listing.leftovers.length > 0) {
      await runs.lock();
      removeLeftovers(root, listing.leftovers);
    }
    for await (const outcome of repairRun(notes, store, plannerFor, journal)) {
      progress.step();
      articles += isArticle(outcome) ? 1 : 0;
      addOutcome(report, outcome, journal.run);
      if (stop.isRequested) break;
    }
  } catch (thrown) {
    error = messageOf(thrown);
  } finally {
    await runs.unlock();
  }
  progress.stop();
  return { report, articles, error };
}

async function dryRun(
  opened: OpenedFolder,
  flags: RepairFlags,
  { out, stop }: CommandContext,
): Promise<RunResult> {
  const { listing, store, plannerFor } = opened;
  const report = startReport(opened);
  const progress = out.progress(listing.notes.length, 'Reading');
  let articles = 0;
  for await (const planned of plannedNotes(untilStopped(listing.notes, stop), store, plannerFor)) {
    if (stop.isRequested) break;
    progress.step();
    const outcome = expectedOutcome(planned, store);
    articles += isArticle(outcome) ? 1 : 0;
    addOutcome(report, outcome, null);
    if (planned.kind === 'planned' && outcome.kind === 'repaired' && !flags.json) {
      showChanges(planned.path, planned.text, planned.plan, flags, out);
    }
  }
  progress.stop();
  return { report, articles, error: null };
}

/** Returns what a run would do with a note. A note that can't be written would fail. */
function expectedOutcome(planned: Planned, { writeProblem }: NoteStore): Outcome {
  const outcome = outcomeOf(planned);
  const problem = outcome.kind === 'repaired' ? writeProblem?.(outcome.path) : null;
  return problem ? { kind: 'failed', path: outcome.path, error: problem } : outcome;
}

function isArticle({ kind }: Outcome): boolean {
  return kind === 'repaired' || kind === 'fine' || kind === 'left';
}

function showChanges(
  path: string,
  text: string,
  { edits }: Plan,
  { check }: RepairFlags,
  out: Output,
): void {
  if (check) out.print([path]);
  else out.print(diffLines(path, changedLines(text, edits), out.screen.width));
}
