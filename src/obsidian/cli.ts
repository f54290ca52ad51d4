import {
  FileSystemAdapter,
  type CliData,
  type CliFlag,
  type CliFlags,
  type Plugin,
} from 'obsidian';
import { zoneName } from '../core/dates/zone';
import { messages } from '../core/i18n';
import { REPAIR_IDS, type RepairId } from '../core/repairs';
import { flagOf } from '../core/repairs/draft-flag/repair';
import type { ArticleRow, RepairReport, ScanReport, UndoReport } from '../core/report/json';
import { collectResults } from '../core/report/collect-results';
import { addResult, newReport } from '../core/report/repair-report';
import { addNote, endOfScan, newTally, type ScanTally } from '../core/report/scan-report';
import { latestRun, readRun } from '../core/runs/read-journal';
import { planNotes } from '../core/runs/plan-notes';
import { dryRun } from '../core/runs/repair-run';
import type { Settings } from '../core/settings/settings';
import { withOnly } from '../core/settings/with-only';
import { plannerFrom } from './store/planner';
import type { RunEnd } from './run/active-run';
import { notesIn } from './store/scope';
import type { PluginContext } from './plugin-context';
import { trimSlashesEnd } from '../core/text/trim-slashes';

/**
 * Adds `omnivore-rescue` to Obsidian's command line, which says what a scan finds and how to go on, and `omnivore-rescue:scan`,
 * `:repair` and `:undo`, which print the same as our own command line with `--json`.
 */
export function registerCliHandlers(plugin: Plugin, context: PluginContext): void {
  const { id } = plugin.manifest;
  const { overview } = messages().runs.commandLine;
  const actions = cliActions(id, context);
  plugin.registerCliHandler(id, overview, { folder: folderFlag() }, async (data) => {
    const { tally } = await scanVault(context, data);
    return [messages().runs.commandLine.found(tally), '', ...actions.map(usageOf)].join('\n');
  });
  for (const { command, description, flags, run } of actions) {
    plugin.registerCliHandler(command, description, flags, async (data) =>
      JSON.stringify(await run(data)),
    );
  }
}

/** A command that prints JSON. */
interface CliAction {
  readonly command: string;
  readonly description: string;
  readonly flags: CliFlags;
  readonly run: (data: CliData) => Promise<object>;
}

function cliActions(id: string, context: PluginContext): readonly CliAction[] {
  const words = messages().runs.commandLine;
  const folder = folderFlag();
  const only = { value: '<repairs>', description: words.only };
  const dryRun = { description: words.dryRun };
  const run = { value: '<id>', description: words.run };
  return [
    {
      command: `${id}:scan`,
      description: words.scan,
      flags: { folder },
      run: (data) => scan(context, data),
    },
    {
      command: `${id}:repair`,
      description: words.repair,
      flags: { folder, only, 'dry-run': dryRun },
      run: (data) => repair(context, data),
    },
    {
      command: `${id}:undo`,
      description: words.undo,
      flags: { run },
      run: (data) => undo(context, data),
    },
  ];
}

function folderFlag(): CliFlag {
  return { value: '<folder>', description: messages().runs.commandLine.folder };
}

/** How to call a command, and what it does, in two lines. */
function usageOf({ command, flags, description }: CliAction): string {
  const options = Object.entries(flags).map(([name, { value }]) =>
    value === undefined ? `[${name}]` : `[${name}=${value}]`,
  );
  return `obsidian ${[command, ...options].join(' ')}\n    ${description}`;
}

interface Scanned {
  readonly notes: number;
  readonly articles: readonly ArticleRow[];
  readonly tally: ScanTally;
}

async function scanVault(context: PluginContext, data: CliData): Promise<Scanned> {
  const settings = context.settings();
  const paths = pathsIn(context, data);
  const zone = zoneName(settings.dates.zone);
  const { property } = flagOf(settings.draftFlag);
  const articles: ArticleRow[] = [];
  const tally = newTally();
  for await (const note of planNotes(paths, context.store(), plannerFrom(settings, true))) {
    for (const row of addNote(tally, note, zone, property)) articles.push(row);
  }
  return { notes: paths.length, articles, tally };
}

async function scan(context: PluginContext, data: CliData): Promise<ScanReport> {
  const { notes, articles, tally } = await scanVault(context, data);
  const { adapter } = context.app.vault;
  const folder = adapter instanceof FileSystemAdapter ? adapter.getBasePath() : adapter.getName();
  return { schema: 1, folder, notes, articles, ...endOfScan(tally) };
}

async function repair(context: PluginContext, data: CliData): Promise<RepairReport> {
  const settings = settingsWithOnly(context.settings(), data);
  const paths = pathsIn(context, data);
  if (data['dry-run'] !== undefined) return reportDryRun(context, paths, settings);
  const started = context.runController.repair(paths, plannerFrom(settings));
  if (!started) throw new Error(messages().commands.isRunning);
  return reportOf(await started.run.ended());
}

async function reportDryRun(
  context: PluginContext,
  paths: readonly string[],
  settings: Settings,
): Promise<RepairReport> {
  const report = newReport();
  const notes = dryRun(paths, context.store(), plannerFrom(settings));
  const error = await collectResults(
    notes,
    () => false,
    (note) => addResult(report, note, null),
  );
  if (error !== null) throw new Error(error);
  return report;
}

async function undo(context: PluginContext, { run: id }: CliData): Promise<UndoReport> {
  const { commands, runs } = messages();
  const { runController } = context;
  const record =
    id === undefined
      ? await latestRun(runController.journal)
      : await readRun(runController.journal, id);
  if (!record) {
    throw new Error(id === undefined ? commands.nothingToUndo : runs.commandLine.noRun(id));
  }
  const started = runController.undo(record);
  if (!started) throw new Error(commands.isRunning);
  return reportOf(await started.run.ended());
}

/** Returns the report of a run. Throws an Error if the run stopped early. */
function reportOf<Report>({ report, error }: RunEnd<Report>): Report {
  if (error !== null) throw new Error(error);
  return report;
}

function pathsIn({ app, settings }: PluginContext, { folder }: CliData): readonly string[] {
  const { folders, excludedFolders } = settings();
  if (folder === undefined) return notesIn(app.vault, { folders, excludedFolders });
  const path = trimSlashesEnd(folder);
  if (path !== '' && !app.vault.getFolderByPath(path)) {
    throw new Error(messages().runs.commandLine.noFolder(folder));
  }
  return notesIn(app.vault, { folders: [path], excludedFolders });
}

function settingsWithOnly(settings: Settings, { only }: CliData): Settings {
  if (only === undefined) return settings;
  const parts = only.split(',').map((name) => name.trim());
  const names = parts.filter((name) => name !== '');
  const unknown = names.filter((name) => !REPAIR_IDS.includes(name as RepairId));
  if (names.length > 0 && unknown.length === 0) return withOnly(settings, names as RepairId[]);
  const { noRepair } = messages().runs.commandLine;
  throw new Error(noRepair(unknown.join(', '), REPAIR_IDS.join(', ')));
}
