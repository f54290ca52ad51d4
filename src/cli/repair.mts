import type { RepairReport } from '../core/report/json';
import { collectResults } from '../core/report/collect-results';
import { addToReport, newReport, type OpenReport } from '../core/report/repair-report';
import { activeRepairs } from '../core/settings/settings';
import { plainJson } from './output/plain.mts';
import { repairLines } from './output/print.mts';
import { UserError, type CommandContext, type ExitCode, type RepairFlags } from './command.mts';
import type { ChunkPlan } from './jobs/chunk.mts';
import { sizesIn } from './jobs/chunks.mts';
import { planChunks, type PlannedChunk } from './jobs/plan-chunks.mts';
import { writeChunks, type DoneChunk } from './jobs/write-chunks.mts';
import { openFolder, type OpenedFolder } from './open-folder.mts';
import { cleanUp, openRun } from './open-run.mts';
import { endCommand } from './end-command.mts';
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
  const end = dry ? await runDry(opened, flags, context) : await runRepair(opened, flags, context);
  printResult(end, folder, flags, context);
  const { report, error } = end;
  const code = endCommand(
    {
      error,
      isStopped: context.stop.isRequested,
      failed: report.failed.length,
    },
    context,
  );
  return code === 0 && flags.check && report.repaired.length > 0 ? 1 : code;
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

async function runRepair(
  opened: OpenedFolder,
  flags: RepairFlags,
  context: CommandContext,
): Promise<RunResult> {
  const { root, settings, listing, crew } = opened;
  const { stop } = context;
  const { runs, journal } = openRun(root, activeRepairs(settings));
  try {
    await cleanUp(root, listing.leftovers, runs);
    const task = { kind: 'repair' } as const;
    const workers = crew.begin({ root, settings, ownNotes: flags.allNotes === true, task });
    const planned = planChunks(workers, listing.notes, stop, sizesIn(root));
    const chunks = writeChunks(planned, journal, stop, 2 * workers.length);
    return await collect(opened, context, 'Repairing', chunks, () => journal.run);
  } finally {
    await runs.unlock();
  }
}

function runDry(
  opened: OpenedFolder,
  flags: RepairFlags,
  context: CommandContext,
): Promise<RunResult> {
  const { root, settings, listing, crew } = opened;
  const { out, stop } = context;
  const show = flags.json ? null : flags.check ? 'path' : 'lines';
  const task = { kind: 'dry-run', show, screen: out.screen } as const;
  const ownNotes = flags.allNotes === true;
  const workers = crew.begin({ root, settings, ownNotes, task });
  const chunks = planChunks(workers, listing.notes, stop);
  return collect(opened, context, 'Reading', plansOf(chunks), () => null);
}

async function* plansOf(chunks: AsyncIterable<PlannedChunk>): AsyncGenerator<ChunkPlan> {
  for await (const { plan } of chunks) yield plan;
}

/** Shows the progress of a run or a dry run, prints its texts, and collects its results. */
async function collect(
  opened: OpenedFolder,
  { out }: CommandContext,
  label: string,
  chunks: AsyncIterable<DoneChunk & { readonly text?: string }>,
  runId: () => string | null,
): Promise<RunResult> {
  const report = startReport(opened);
  const progress = out.progress(opened.listing.notes.length, label);
  let articles = 0;
  const onChunk = ({
    notes,
    summaries,
    text = '',
  }: DoneChunk & { readonly text?: string }): void => {
    for (const summary of summaries) addToReport(report, summary, runId());
    articles += summaries.filter(({ kind }) => kind === 'found').length;
    progress.stepBy(notes);
    if (text !== '') out.printRaw(text);
  };
  // A chunk that was written is reported even after a request to stop.
  const error = await collectResults(chunks, () => false, onChunk);
  progress.stop();
  return { report, articles, error };
}
