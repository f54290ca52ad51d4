import type { NoteReading } from '../core/duplicates/candidate';
import type { DuplicateGroup } from '../core/duplicates/find-duplicates';
import { planMerges, type MergeChange, type MergePlan } from '../core/duplicates/plan-merges';
import { readDuplicates, type FoundDuplicates } from '../core/duplicates/read-vault';
import { outcomeCount, runMerges, type MergeOutcome } from '../core/duplicates/run-merges';
import { changedLines } from '../core/report/changed-lines';
import { collectResults } from '../core/report/collect-results';
import {
  duplicateRow,
  mergedReport,
  plannedReport,
  type DuplicatesReport,
} from '../core/report/duplicates-report';
import type { FailedItem } from '../core/report/json';
import { StoppedError } from '../core/runs/error-message';
import { stoppable } from '../core/runs/stoppable';
import { detectOptionsFrom } from '../core/settings/settings';
import { UserError, type CommandContext, type DuplicatesFlags, type ExitCode } from './command.mts';
import { diskFiles } from './fs/disk-files.mts';
import { listNotes } from './fs/list-notes.mts';
import { openFolder, type OpenedFolder } from './open-folder.mts';
import { openRun } from './open-run.mts';
import { diffLines } from './output/print-diff.mts';
import { duplicateLines, mergeLines } from './output/print-duplicates.mts';
import { plainJson } from './output/plain.mts';
import { failedLines } from './output/print.mts';
import { parseYaml } from './parse-yaml.mts';
import { endCommand } from './end-command.mts';
import { commandLine } from './shell.mts';

const EVERYWHERE = { folders: [], excludedFolders: [] };

/**
 * Lists notes with the same article. With `--merge`, shows what a merge would do; with `--yes`,
 * merges them.
 */
export async function listDuplicates(
  folder: string,
  flags: DuplicatesFlags,
  context: CommandContext,
): Promise<ExitCode> {
  if (flags.yes && !flags.merge) throw new UserError('--yes works only with --merge');
  const opened = await openFolder(folder, flags, context, false);
  const isStopped = (): boolean => context.stop.isRequested;
  const stores = { ...opened, store: stoppable(opened.store, isStopped) };
  try {
    const { report, error } = await runDuplicates(stores, flags, context);
    showDuplicates(report, folder, flags, context);
    return endCommand(
      {
        error,
        isStopped: isStopped(),
        failed: report.failed.length,
      },
      context,
    );
  } catch (error) {
    if (error instanceof StoppedError) return 130;
    throw error;
  }
}

/** What is reported, and why a merge ended early, or null. */
interface DuplicatesEnd {
  readonly report: DuplicatesReport;
  readonly error: string | null;
}

async function runDuplicates(
  opened: OpenedFolder,
  flags: DuplicatesFlags,
  context: CommandContext,
): Promise<DuplicatesEnd> {
  const reading = { parseYaml, detect: detectOptionsFrom(opened.settings) };
  const { groups, failed } = await readGroups(opened, reading, context);
  if (flags.merge) return merge(groups, failed, opened, reading, flags, context);
  const nothing = plannedReport({ merges: [], links: [], skipped: [], failed });
  return { report: { ...nothing, duplicates: groups.map(duplicateRow) }, error: null };
}

async function readGroups(
  { listing, store }: OpenedFolder,
  reading: NoteReading,
  { out }: CommandContext,
): Promise<FoundDuplicates> {
  const { notes } = listing;
  const progress = out.progress(notes.length, 'Reading');
  const { groups, failed } = await readDuplicates(notes, store, reading, progress.step);
  progress.stop();
  return { groups, failed: [...listing.unreadable, ...failed] };
}

async function merge(
  groups: readonly DuplicateGroup[],
  failed: readonly FailedItem[],
  opened: OpenedFolder,
  reading: NoteReading,
  { yes, json }: DuplicatesFlags,
  context: CommandContext,
): Promise<DuplicatesEnd> {
  const { root, store } = opened;
  const { out, stop } = context;
  // Links are updated in the whole vault, even in folders that the settings don't search for
  // articles.
  const { notes } = await listNotes(root, EVERYWHERE, () => stop.isRequested);
  const progress = out.progress(notes.length, 'Finding links');
  const vault = { notes, store, files: diskFiles(root) };
  const plan = await planMerges(groups, vault, reading, progress.step);
  progress.stop();
  const whole = { ...plan, failed: [...failed, ...plan.failed] };
  if (!json) showPlan(plan, context);
  return yes
    ? mergeDuplicates(whole, opened, context)
    : { report: plannedReport(whole), error: null };
}

async function mergeDuplicates(
  plan: MergePlan,
  { root, store }: OpenedFolder,
  { out, stop }: CommandContext,
): Promise<DuplicatesEnd> {
  const { runs, journal } = openRun(root, [], 'duplicates');
  const progress = out.progress(outcomeCount(plan), 'Merging');
  const done: MergeOutcome[] = [];
  const outcomes = runMerges(plan, store, diskFiles(root), journal);
  try {
    const error = await collectResults(
      outcomes,
      () => stop.isRequested,
      (outcome) => {
        progress.step();
        done.push(outcome);
      },
    );
    return { report: mergedReport(plan, done, journal.run === '' ? null : journal.run), error };
  } finally {
    progress.stop();
    await runs.unlock();
  }
}

function showPlan({ merges, links }: MergePlan, { out }: CommandContext): void {
  const shown = (note: MergeChange): void =>
    out.print(diffLines(note.path, changedLines(note.before, note.edits), out.screen.width));
  for (const { keep } of merges) if (keep) shown(keep);
  links.forEach(shown);
}

function showDuplicates(
  report: DuplicatesReport,
  folder: string,
  flags: DuplicatesFlags,
  { out, program }: CommandContext,
): void {
  const undo = report.run && `Undo:  ${commandLine(program, 'undo', folder, '--run', report.run)}`;
  if (undo) out.ifLost(undo);
  if (flags.json) return out.printRaw(`${plainJson(report)}\n`);
  out.print(flags.merge ? mergeLines(report, flags.yes === true) : duplicateLines(report));
  out.print(failedLines(report.failed));
  if (undo) out.print(['', undo]);
  else if (report.duplicates.length > 0) {
    const next = flags.merge ? ['--merge', '--yes'] : ['--merge'];
    const label = flags.merge ? 'Merge them:  ' : 'See what a merge would do:  ';
    out.print(['', `${label}${commandLine(program, 'duplicates', folder, ...next)}`]);
  }
}
