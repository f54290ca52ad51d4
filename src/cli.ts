import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { parse as parseYaml } from 'yaml';
import manifest from '../manifest.json';
import { inferZone, type ClockPair } from './dates/infer-zone';
import { readDate } from './dates/read-date';
import { asUtc } from './dates/wall';
import { isZone, zoneName } from './dates/write-date';
import { diskJournal, journalFolder } from './disk/disk-journal';
import { diskStore } from './disk/disk-store';
import { listNotes } from './disk/list-notes';
import { folderProblem, oldPluginIn, readJson } from './disk/open-folder';
import type { Article } from './omnivore/article';
import { dayFirstOf } from './omnivore/old-plugin';
import { REPAIR_IDS } from './repairs';
import { flagOf } from './repairs/draft-flag';
import type { Plan } from './repairs/plan';
import type { RepairId } from './repairs/repair';
import { changedLines } from './report/changed-lines';
import { articleRows, type RepairReport } from './report/json';
import { addOutcome, newReport, type OpenReport } from './report/repair-report';
import { addUndoOutcome, newUndoReport } from './report/undo-report';
import { latestRun, markUndone, openJournal, readRun } from './runs/journal';
import { messageOf } from './runs/outcome';
import { outcomeOf } from './runs/outcome-of';
import { plannedNotes, type PlannerMaker } from './runs/planned';
import { repairRun } from './runs/repair-run';
import { survey } from './runs/survey';
import { undoRun } from './runs/undo-run';
import { readSettings, recogniseFrom, repairsFrom, withOldPlugin, type Settings } from './settings';
import { articleLines, diffLines, notes, repairLines, undoLines } from './terminal/print';
import { progressOf } from './terminal/progress';

/** 0: done. 1: `--check` found that a repair is due. 2: wrong use, or something could not be read or written. 130: stopped by Ctrl-C. */
type ExitCode = 0 | 1 | 2 | 130;

/** Ends the program with a line on stderr. */
class UserError extends Error {}

interface CommonOptions {
  readonly json?: true;
  readonly config?: string;
  readonly zone?: string;
}

interface RepairFlags extends CommonOptions {
  readonly dryRun?: true;
  readonly check?: true;
  readonly only?: readonly RepairId[];
}

/** A folder that was opened, and what its notes are to be read by. */
interface Opened {
  readonly root: string;
  readonly settings: Settings;
  readonly zone: string;
  readonly paths: readonly string[];
  readonly linksOutside: readonly string[];
  readonly store: ReturnType<typeof diskStore>;
  readonly plannerFor: PlannerMaker;
}

let stopped = false;

async function open(folder: string, flags: RepairFlags): Promise<Opened> {
  const root = resolve(folder);
  const problem = folderProblem(root);
  if (problem) throw new UserError(problem);
  const old = oldPluginIn(root);
  const settings = withOldPlugin(withFlags(settingsFrom(flags.config), flags), old);
  const { notes: paths, linksOutside } = listNotes(root, settings);
  const store = diskStore(root, settings);
  const written = old?.dateFormats.map(dayFirstOf).find((vote) => vote !== null) ?? null;
  const makerOf = (by: Settings): PlannerMaker => {
    return (dayFirst) => ({
      parseYaml: (source) => parseYaml(source) as unknown,
      recognise: recogniseFrom(by),
      repairs: repairsFrom(by, dayFirst ?? written),
    });
  };
  const common = { root, paths, linksOutside, store };
  if (flags.zone !== 'auto') {
    const zone = zoneName(settings.dates.zone);
    return { ...common, settings, zone, plannerFor: makerOf(settings) };
  }
  const zone = await zoneOf(paths, store, makerOf(settings));
  const zoned = { ...settings, dates: { ...settings.dates, zone } };
  return { ...common, settings: zoned, zone, plannerFor: makerOf(zoned) };
}

function settingsFrom(config: string | undefined): Settings {
  if (config === undefined) return readSettings({}).settings;
  const { settings, refused } = readSettings(readJson(config));
  if (refused.length > 0) throw new UserError(`${config}: not understood: ${refused.join(', ')}.`);
  return settings;
}

function withFlags(settings: Settings, { only, zone }: RepairFlags): Settings {
  const repairs = only
    ? (Object.fromEntries(REPAIR_IDS.map((id) => [id, only.includes(id)])) as Settings['repairs'])
    : settings.repairs;
  const dates = zone && zone !== 'auto' ? { ...settings.dates, zone } : settings.dates;
  return { ...settings, repairs, dates };
}

/** The zone in which saved dates agree with the clocks in slugs and ids; says what it found. */
async function zoneOf(
  paths: readonly string[],
  store: Opened['store'],
  plannerFor: PlannerMaker,
): Promise<string> {
  const pairs: ClockPair[] = [];
  for await (const note of survey(paths, store, plannerFor)) {
    if (note.kind === 'saved') pairs.push(...note.articles.flatMap(clockPair));
  }
  const system = zoneName('system');
  const inferred = inferZone(pairs, system);
  const said = inferred
    ? `Zone: ${inferred.zone} (${inferred.agreeing} of ${inferred.of} saved dates agree)`
    : `Zone: ${system}, the system’s: the notes do not tell`;
  process.stderr.write(`${said}\n`);
  return inferred?.zone ?? system;
}

function clockPair({ saved, clock }: Article): readonly ClockPair[] {
  const reading = saved === null ? null : readDate(saved);
  if (clock === null || reading?.kind !== 'date' || !reading.time || reading.offset !== null)
    return [];
  return [{ wall: asUtc(reading.day, reading.time), instant: clock }];
}

async function scan(folder: string, flags: CommonOptions): Promise<ExitCode> {
  const { root, settings, zone, paths, store, plannerFor } = await open(folder, flags);
  const draftProperty = flagOf(settings.draftFlag).property;
  const progress = progressOf(paths.length, 'Reading');
  const failed: string[] = [];
  let saved = 0;
  let articles = 0;
  if (flags.json) {
    print(`{"schema":1,"folder":${JSON.stringify(root)},"notes":${paths.length},"articles":[`);
  }
  for await (const note of survey(paths, store, plannerFor)) {
    progress.step();
    if (stopped) break;
    if (note.kind === 'failed') failed.push(`${note.path}: ${note.error}`);
    if (note.kind !== 'saved' && note.kind !== 'unwritable') continue;
    saved++;
    for (const row of articleRows(note, zone, draftProperty)) {
      if (flags.json) print(`${articles > 0 ? ',' : ''}${JSON.stringify(row)}`);
      else print(articleLines(row).join('\n'));
      articles++;
    }
  }
  progress.stop();
  if (flags.json) print(`],"others":${paths.length - saved}}`);
  else print(`\n${articles} saved articles in ${saved} of ${notes(paths.length)}.`);
  for (const line of failed) process.stderr.write(`${line}\n`);
  return stopped ? 130 : failed.length > 0 ? 2 : 0;
}

async function repair(folder: string, flags: RepairFlags): Promise<ExitCode> {
  const opened = await open(folder, flags);
  const dry = flags.dryRun === true || flags.check === true;
  const report = dry ? await dryRun(opened, flags) : await run(opened);
  if (flags.json) print(JSON.stringify(report));
  else print(repairLines(report, dry).join('\n'));
  if (stopped) process.stderr.write('Stopped. What was not reached is untouched.\n');
  if (!flags.json && report.run !== null) {
    print(`\nTo take it back: omnivore-rescue undo ${quoted(folder)} --run ${report.run}`);
  }
  if (stopped) return 130;
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

async function run(opened: Opened): Promise<RepairReport> {
  const { root, paths, store, plannerFor } = opened;
  const report = emptyReport(opened);
  const suffix = randomBytes(2).toString('hex');
  const journal = openJournal(diskJournal(journalFolder(root)), new Date(), suffix);
  const progress = progressOf(paths.length, 'Repairing');
  try {
    for await (const outcome of repairRun(paths, store, plannerFor, journal)) {
      progress.step();
      addOutcome(report, outcome, journal.run);
      if (stopped) break;
    }
  } finally {
    progress.stop();
  }
  return report;
}

async function dryRun(opened: Opened, flags: RepairFlags): Promise<RepairReport> {
  const { paths, store, plannerFor } = opened;
  const report = emptyReport(opened);
  const progress = progressOf(paths.length, 'Reading');
  for await (const planned of plannedNotes(paths, store, plannerFor)) {
    progress.step();
    if (stopped) break;
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

async function undo(
  folder: string,
  flags: { readonly run?: string; readonly json?: true },
): Promise<ExitCode> {
  const root = resolve(folder);
  const problem = folderProblem(root);
  if (problem) throw new UserError(problem);
  const journal = diskJournal(journalFolder(root));
  const record =
    flags.run === undefined ? await latestRun(journal) : await readRun(journal, flags.run);
  if (!record) {
    throw new UserError(
      flags.run === undefined
        ? `There is nothing to take back in ${root}.`
        : `There is no run ${flags.run}.`,
    );
  }
  const store = diskStore(root, { folders: [], leftOut: [], keepModified: false });
  const progress = progressOf(record.steps.length, 'Taking back');
  const report = newUndoReport(record.id);
  for await (const outcome of undoRun(record, store)) {
    progress.step();
    addUndoOutcome(report, outcome);
    if (stopped) break;
  }
  progress.stop();
  if (!stopped) await markUndone(journal, record.id, new Date());
  print(flags.json ? JSON.stringify(report) : undoLines(report).join('\n'));
  return stopped ? 130 : 0;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function quoted(folder: string): string {
  return /^[\w./-]+$/.test(folder) ? folder : `'${folder.replaceAll("'", `'\\''`)}'`;
}

function repairList(value: string): readonly RepairId[] {
  const names = value.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !REPAIR_IDS.includes(name as RepairId));
  if (unknown.length === 0) return names as RepairId[];
  throw new InvalidArgumentError(
    `There is no repair ${unknown.join(', ')}. There are: ${REPAIR_IDS.join(', ')}.`,
  );
}

function zoneOption(value: string): string {
  if (value === 'auto' || value === 'system' || isZone(value)) return value;
  throw new InvalidArgumentError('It is no IANA time zone (as Europe/Berlin), nor system or auto.');
}

function program(end: (code: ExitCode) => void): Command {
  const command = new Command('omnivore-rescue')
    .description(
      'Finds articles that Omnivore saved as Markdown notes, and repairs them without losing a byte.',
    )
    .version(manifest.version)
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, '')) });
  const common = (name: string, about: string): Command =>
    command
      .command(name)
      .description(about)
      .argument('<folder>', 'a vault or any folder of Markdown notes')
      .option('--json', 'print one JSON object');
  const reading = (made: Command): Command =>
    made
      .option('--config <file>', 'settings as JSON: the plugin’s data.json')
      .addOption(
        new Option(
          '--zone <zone>',
          'IANA time zone, system, or auto: tell it from the notes',
        ).argParser(zoneOption),
      );
  reading(common('scan', 'list saved articles and what is to repair')).action(
    async (folder: string, flags: CommonOptions) => end(await scan(folder, flags)),
  );
  reading(common('repair', 'repair all saved articles'))
    .option('--dry-run', 'change nothing, show the lines before and after')
    .option('--check', 'change nothing, exit 1 if a repair is due')
    .addOption(
      new Option('--only <repairs>', `some of ${REPAIR_IDS.join(', ')}`).argParser(repairList),
    )
    .action(async (folder: string, flags: RepairFlags) => end(await repair(folder, flags)));
  common('undo', 'take a run back')
    .option('--run <id>', 'the run; without it, the last one')
    .action(async (folder: string, flags: { run?: string; json?: true }) =>
      end(await undo(folder, flags)),
    );
  return command;
}

async function main(): Promise<void> {
  process.once('SIGINT', () => (stopped = true));
  process.stdout.on('error', () => process.exit(0));
  try {
    await program((code) => (process.exitCode = code)).parseAsync();
  } catch (error) {
    const shown = error instanceof CommanderError;
    process.exitCode = shown && error.exitCode === 0 ? 0 : 2;
    if (!shown) process.stderr.write(`${messageOf(error)}\n`);
  }
}

void main();
