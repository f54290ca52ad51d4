import { diskFiles } from './fs/disk-files.mts';
import { diskStore } from './fs/disk-store.mts';
import { changedLines } from '../core/report/changed-lines';
import {
  runRow,
  showFile,
  showRemoved,
  showStep,
  type HistoryReport,
  type RunNote,
  type ShowReport,
} from '../core/report/history';
import { filesOf, removedOf, stepsOf } from '../core/runs/read-journal';
import { plainJson } from './output/plain.mts';
import { diffLines } from './output/print-diff.mts';
import { historyLines, runLine, stateLine } from './output/print-history.mts';
import { countFailed } from './output/print.mts';
import { UserError, type CommandContext, type ExitCode, type HistoryFlags } from './command.mts';
import { allRuns, findRun, type FoundRun } from './find-run.mts';
import { resolveRoot } from './open-folder.mts';
import { commandLine } from './shell.mts';

/** Lists the runs of a folder, the last one first. */
export async function history(
  folder: string,
  { json }: HistoryFlags,
  { out, program }: CommandContext,
): Promise<ExitCode> {
  const runs = (await allRuns(resolveRoot(folder))).map(runRow);
  if (json) {
    const report: HistoryReport = { schema: 1, runs };
    out.printRaw(`${plainJson(report)}\n`);
    return 0;
  }
  out.print(historyLines(runs));
  const last = runs.find(({ undone }) => !undone) ?? runs[0];
  if (last) out.print(['', `Show its changes:  ${commandLine(program, 'show', last.run, folder)}`]);
  return 0;
}

/** Shows what a run changed: the lines before and after, for each note that has not changed since. */
export async function show(
  run: string,
  folder: string,
  { json }: HistoryFlags,
  { out, stop, program }: CommandContext,
): Promise<ExitCode> {
  const root = resolveRoot(folder);
  const found = await findRun(root, run);
  if (!found) throw new UserError(`no such run: ${run}`);
  const { record } = found;
  const row = runRow(record);
  const store = diskStore(root, { folders: [], excludedFolders: [], keepModified: false });
  const paths: RunNote[] = [];
  let failed = 0;
  if (!json) out.print([runLine(row), '']);
  for await (const step of stepsOf(found.journal, record)) {
    if (stop.isRequested) break;
    const { before, edits, ...note } = await showStep(step, store);
    paths.push(note);
    if (note.state === 'failed') failed++;
    if (json) continue;
    if (before === undefined || edits === undefined) out.print([stateLine(note)]);
    else out.print(diffLines(note.path, changedLines(before, edits), out.screen.width));
  }
  for await (const note of filesOfRun(root, found)) {
    if (stop.isRequested) break;
    paths.push(note);
    if (note.state === 'failed') failed++;
    if (!json) out.print([stateLine(note)]);
  }
  const report: ShowReport = { schema: 1, ...row, paths };
  if (json) out.printRaw(`${plainJson(report)}\n`);
  else if (!row.undone) {
    out.print(['', `Undo:  ${commandLine(program, 'undo', folder, '--run', row.run)}`]);
  }
  if (stop.isRequested) return 130;
  if (failed > 0) out.printStatus(`error: ${countFailed(failed)} could not be read`);
  return failed > 0 ? 2 : 0;
}

/** Yields the files that a run created and the notes that it removed, with their current state. */
async function* filesOfRun(root: string, { journal, record }: FoundRun): AsyncGenerator<RunNote> {
  const files = diskFiles(root);
  for await (const file of filesOf(journal, record)) yield showFile(file, files);
  for await (const note of removedOf(journal, record)) yield showRemoved(note, files);
}
