import { toErrorClause } from './fs/system-error.mts';
import type { Plan } from '../core/repairs/plan';
import { changedLines } from '../core/report/changed-lines';
import type { RepairReport } from '../core/report/json';
import { collectResults } from '../core/report/collect-results';
import { addResult, newReport, type OpenReport } from '../core/report/repair-report';
import { isUnrelated, type NoteResult } from '../core/runs/note-result';
import { dryRun, repairRun } from '../core/runs/repair-run';
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
import { cleanUp, openRun } from './open-run.mts';
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
  const end = dry ? await runDry(opened, flags, context) : await run(opened, context);
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

async function run(opened: OpenedFolder, context: CommandContext): Promise<RunResult> {
  const { root, settings, listing, store, planner } = opened;
  const { runs, journal } = openRun(root, activeRepairs(settings));
  try {
    await cleanUp(root, listing.leftovers, runs);
    const notes = repairRun(untilStopped(listing.notes, context.stop), store, planner, journal);
    return await collect(opened, context, 'Repairing', notes, () => journal.run);
  } finally {
    await runs.unlock();
  }
}

function runDry(
  opened: OpenedFolder,
  flags: RepairFlags,
  context: CommandContext,
): Promise<RunResult> {
  const { listing, store, planner } = opened;
  const notes = dryRun(untilStopped(listing.notes, context.stop), store, planner);
  return collect(
    opened,
    context,
    'Reading',
    notes,
    () => null,
    (note) => {
      if (note.kind === 'planned' && note.outcome === 'repaired' && !flags.json) {
        showChanges(note.path, note.text, note.plan, flags, context.out);
      }
    },
  );
}

/** Shows the progress of a run or a dry run, and collects its results. */
async function collect(
  opened: OpenedFolder,
  { out, stop }: CommandContext,
  label: string,
  notes: AsyncIterable<NoteResult>,
  runId: () => string | null,
  onNote: (note: NoteResult) => void = () => undefined,
): Promise<RunResult> {
  const report = startReport(opened);
  const progress = out.progress(opened.listing.notes.length, label);
  let articles = 0;
  const onResult = (note: NoteResult): void => {
    addResult(report, note, runId());
    progress.step();
    if (note.kind === 'planned' && !isUnrelated(note)) articles++;
    onNote(note);
  };
  const error = await collectResults(notes, () => stop.isRequested, onResult);
  progress.stop();
  return { report, articles, error };
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
