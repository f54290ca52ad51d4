import type { NoteReading } from '../core/duplicates/candidate';
import type { DuplicateGroup } from '../core/duplicates/find-duplicates';
import { planMerges, type MergeChange, type MergePlan } from '../core/duplicates/plan-merges';
import { readDuplicates, type FoundDuplicates } from '../core/duplicates/read-vault';
import { runMerges, type MergeOutcome } from '../core/duplicates/run-merges';
import { changedLines } from '../core/report/changed-lines';
import {
  duplicateRow,
  mergedReport,
  plannedReport,
  type DuplicatesReport,
} from '../core/report/duplicates-report';
import type { FailedItem } from '../core/report/json';
import { messageOf } from '../core/runs/error-message';
import { detectOptionsFrom } from '../core/settings/settings';
import {
  UserError,
  untilStopped,
  type CommandContext,
  type DuplicatesFlags,
  type ExitCode,
} from './command.mts';
import { diskFiles } from './fs/disk-files.mts';
import { listNotes } from './fs/list-notes.mts';
import { toErrorClause } from './fs/system-error.mts';
import { openFolder, type OpenedFolder } from './open-folder.mts';
import { openRun } from './open-run.mts';
import { diffLines } from './output/print-diff.mts';
import { duplicateLines, mergeLines } from './output/print-duplicates.mts';
import { plainJson } from './output/plain.mts';
import { failedLines, countFailed } from './output/print.mts';
import { parseYaml } from './parse-yaml.mts';
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
  const reading = { parseYaml, detect: detectOptionsFrom(opened.settings) };
  const { groups, failed } = await readGroups(opened, reading, context);
  if (context.stop.isRequested) return 130;
  const report = flags.merge
    ? await merge(groups, failed, opened, reading, flags, context)
    : {
        ...plannedReport({ merges: [], links: [], skipped: [], failed }),
        duplicates: groups.map(duplicateRow),
      };
  showDuplicates(report, folder, flags, context);
  if (report.failed.length === 0) return 0;
  context.out.printStatus(
    `error: ${countFailed(report.failed.length)} could not be read or written`,
  );
  return 2;
}

async function readGroups(
  { listing, store }: OpenedFolder,
  reading: NoteReading,
  { out, stop }: CommandContext,
): Promise<FoundDuplicates> {
  const progress = out.progress(listing.notes.length, 'Reading');
  const notes = untilStopped(listing.notes, stop);
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
): Promise<DuplicatesReport> {
  const { root, store } = opened;
  // Links are updated in the whole vault, even in folders that the settings don't search for
  // articles.
  const { notes } = await listNotes(root, EVERYWHERE);
  const plan = await planMerges(groups, { notes, store, files: diskFiles(root) }, reading);
  const whole = { ...plan, failed: [...failed, ...plan.failed] };
  if (!json) showPlan(plan, context);
  return yes ? mergeDuplicates(whole, opened, context) : plannedReport(whole);
}

async function mergeDuplicates(
  plan: MergePlan,
  { root, store }: OpenedFolder,
  { out }: CommandContext,
): Promise<DuplicatesReport> {
  const { runs, journal } = openRun(root, [], 'duplicates');
  const outcomes: MergeOutcome[] = [];
  try {
    for await (const outcome of runMerges(plan, store, diskFiles(root), journal))
      outcomes.push(outcome);
  } catch (error) {
    out.printStatus(`error: ${toErrorClause(messageOf(error))}`);
    outcomes.push({ kind: 'failed', path: root, error: messageOf(error) });
  } finally {
    await runs.unlock();
  }
  return mergedReport(plan, outcomes, journal.run === '' ? null : journal.run);
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
