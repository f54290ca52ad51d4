import { formatOf } from '../core/dates/format';
import { openExport, type OmnivoreExport } from '../core/export/open-export';
import { UnreadableExport } from '../core/export/problem';
import { en } from '../core/i18n/en';
import { DEFAULT_STYLE, type NoteStyle } from '../core/import/note-style';
import type { ImportItem } from '../core/import/import-item';
import { planImport, type ImportOptions } from '../core/import/plan-import';
import { runImport } from '../core/import/run-import';
import { changedLines } from '../core/report/changed-lines';
import {
  addImportOutcome,
  expectedOutcomes,
  newImportReport,
  type ImportReport,
} from '../core/report/import-report';
import { messageOf } from '../core/runs/error-message';
import { detectOptionsFrom, type Settings } from '../core/settings/settings';
import {
  UserError,
  untilStopped,
  type CommandContext,
  type ExitCode,
  type ImportFlags,
} from './command.mts';
import { diskFiles } from './fs/disk-files.mts';
import { createYielder } from './fs/turns.mts';
import { openExportSource, type OpenSource } from './fs/export-source.mts';
import { errorCode, toErrorClause, systemReason } from './fs/system-error.mts';
import { openFolder, type OpenedFolder } from './open-folder.mts';
import { cleanUp, openRun } from './open-run.mts';
import { collectResults } from '../core/report/collect-results';
import { importLines } from './output/print-import.mts';
import { plainJson } from './output/plain.mts';
import { diffLines } from './output/print-diff.mts';
import { parseYaml } from './parse-yaml.mts';
import { endCommand } from './end-command.mts';
import { commandLine } from './shell.mts';

/**
 * Completes the notes of a vault from Omnivore exports, and creates the missing ones. The last path
 * is the vault.
 */
export async function importExport(
  paths: readonly string[],
  flags: ImportFlags,
  context: CommandContext,
): Promise<ExitCode> {
  const vault = paths.at(-1) ?? '';
  const exports = paths.slice(0, -1);
  if (exports.length === 0) throw new UserError('name the export, then the vault');
  const { only: _, ...reading } = flags;
  const opened = await openFolder(vault, reading, context, false);
  const sources: OpenSource[] = [];
  try {
    for (const path of exports) sources.push(await openSource(path));
    const library = await libraryOf(sources);
    const end = flags.dryRun
      ? await dryRunImport(library, opened, flags, context)
      : await importInto(library, opened, flags, context);
    return showImport(end, vault, flags, context);
  } finally {
    for (const { close } of sources) close();
  }
}

async function openSource(path: string): Promise<OpenSource> {
  try {
    return await openExportSource(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') throw new UserError(`no such file: ${path}`);
    throw unreadable(path, error);
  }
}

async function libraryOf(sources: readonly OpenSource[]): Promise<OmnivoreExport> {
  try {
    return await openExport(sources.map(({ source }) => source));
  } catch (error) {
    throw error instanceof UnreadableExport ? unreadable(error.source, error) : error;
  }
}

function unreadable(path: string, error: unknown): UserError {
  const reason =
    error instanceof UnreadableExport
      ? en.unreadableExport[error.reason]
      : toErrorClause(systemReason(error));
  return new UserError(`${path}: ${reason}`);
}

/** The result of an import. */
interface ImportEnd {
  readonly report: ImportReport;
  /** Why the import stopped early. The report contains everything done until then. */
  readonly error: string | null;
}

function importOptionsFrom(
  { settings, zone }: OpenedFolder,
  { only }: ImportFlags,
  progress: { readonly step: () => void },
): ImportOptions {
  return {
    parseYaml,
    detect: detectOptionsFrom(settings),
    dates: { format: formatOf(settings.dates), zone },
    fallback: fallbackStyle(settings),
    only: only ?? null,
    onRead: progress.step,
    yieldIfNeeded: createYielder(),
  };
}

/**
 * Returns the folder for new notes in a vault without saved articles. It is always one that the settings
 * search.
 */
function fallbackStyle({ omnivoreFolder, folders }: Settings): NoteStyle {
  const folder = omnivoreFolder ?? folders[0];
  return folder === undefined
    ? DEFAULT_STYLE
    : { ...DEFAULT_STYLE, folder: `${folder}/{yyyy-MM-dd}` };
}

async function importInto(
  library: OmnivoreExport,
  opened: OpenedFolder,
  flags: ImportFlags,
  { out, stop }: CommandContext,
): Promise<ImportEnd> {
  const { root, listing, store } = opened;
  const { runs, journal } = openRun(root, [], 'omnivore-export');
  const report = newImportReport(library.problems);
  const progress = out.progress(listing.notes.length + library.articles.length, 'Importing');
  const notes = [...untilStopped(listing.notes, stop)];
  const target = { notes, store, files: diskFiles(root) };
  const outcomes = runImport(library, target, importOptionsFrom(opened, flags, progress), journal);
  try {
    await cleanUp(root, listing.leftovers, runs);
    const error = await collectResults(
      outcomes,
      () => stop.isRequested,
      (outcome) => {
        progress.step();
        addImportOutcome(report, outcome, journal.run);
      },
    );
    return { report, error };
  } catch (thrown) {
    return { report, error: messageOf(thrown) };
  } finally {
    await runs.unlock();
    progress.stop();
  }
}

async function dryRunImport(
  library: OmnivoreExport,
  opened: OpenedFolder,
  flags: ImportFlags,
  { out, stop }: CommandContext,
): Promise<ImportEnd> {
  const { root, listing, store } = opened;
  const report = newImportReport(library.problems);
  const progress = out.progress(listing.notes.length + library.articles.length, 'Reading');
  const vault = { notes: listing.notes, files: await diskFiles(root).list(), store };
  for await (const item of planImport(library, vault, importOptionsFrom(opened, flags, progress))) {
    if (stop.isRequested) break;
    progress.step();
    for (const outcome of expectedOutcomes(item)) addImportOutcome(report, outcome, null);
    if (!flags.json) showItem(item, out);
  }
  progress.stop();
  return { report, error: null };
}

function showItem(item: ImportItem, out: CommandContext['out']): void {
  if (item.kind === 'complete') {
    out.print(diffLines(item.path, changedLines(item.text, item.edits), out.screen.width));
  }
  if (item.kind === 'create') {
    out.print([
      [
        ['bold', item.path],
        ['dim', '  new note'],
      ],
    ]);
  }
}

function showImport(
  { report, error }: ImportEnd,
  vault: string,
  flags: ImportFlags,
  context: CommandContext,
): ExitCode {
  const { out, stop, program } = context;
  const undo = report.run && `Undo:  ${commandLine(program, 'undo', vault, '--run', report.run)}`;
  if (undo) out.ifLost(undo);
  if (flags.json) out.printRaw(`${plainJson(report)}\n`);
  else {
    if (flags.dryRun) out.print(['']);
    out.print(importLines(report, flags.dryRun === true));
    if (undo) out.print(['', undo]);
  }
  return endCommand(
    {
      error,
      isStopped: stop.isRequested,
      failed: report.failed.length,
    },
    context,
  );
}
