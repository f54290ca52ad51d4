import { parentPort, workerData } from 'node:worker_threads';
import { Command, CommanderError, Option } from 'commander';
import manifest from '../../manifest.json';
import {
  UserError,
  type CommandContext,
  type DuplicatesFlags,
  type ExitCode,
  type ExportFlags,
  type HistoryFlags,
  type ImportFlags,
  type RepairFlags,
  type SaveImagesFlags,
  type ScanFlags,
  type StopRequest,
  type UndoFlags,
} from './command.mts';
import { listDuplicates } from './duplicates.mts';
import { exportList } from './export.mts';
import { history, show } from './history.mts';
import { importExport } from './import.mts';
import { serveChunks } from './jobs/threads.mts';
import { repair } from './repair.mts';
import { saveImages } from './save-images.mts';
import { scan } from './scan.mts';
import {
  PRESET_NAMES,
  REPAIR_NAMES,
  DEFAULT_JOBS,
  HELP_EXAMPLES,
  EXIT_CODES,
  archiveOption,
  jobsOption,
  presetOption,
  publisherOption,
  repairList,
  zoneOption,
} from './options.mts';
import { programName } from './shell.mts';
import { undo } from './undo.mts';
import { WAYBACK_MACHINE } from '../core/images/attempts';
import { toErrorClause, systemReason } from './fs/system-error.mts';
import { LIST_FORMATS } from '../core/reading-list/write-list';
import { messageOf } from '../core/runs/error-message';
import { openOutput } from './output/output.mts';

function programOf(context: CommandContext, end: (code: ExitCode) => void): Command {
  const command = new Command('omnivore-rescue')
    .description(
      'Finds articles that Omnivore saved as Markdown notes, and repairs them without losing a byte.',
    )
    .version(manifest.version)
    .exitOverride()
    .configureOutput({
      writeOut: context.out.printRaw,
      writeErr: (text) =>
        text
          .trimEnd()
          .split('\n')
          .forEach((line) => context.out.printStatus(line)),
    })
    .addHelpText('after', HELP_EXAMPLES + '\n' + EXIT_CODES);
  const inFolder = (made: Command): Command =>
    made
      .argument('[folder]', 'a vault, or any folder of Markdown notes', '.')
      .option('--json', 'print one JSON object')
      .addHelpText('after', EXIT_CODES);
  const withSettings = (made: Command): Command =>
    made
      .option('--config <file>', 'settings as JSON, in the form of the plugin’s data.json')
      .option('--no-vault-settings', 'ignore the settings that the plugin keeps in the vault');
  const reading = (made: Command): Command => withReading(inFolder(made));
  const withReading = (made: Command): Command =>
    withSettings(made)
      .addOption(
        new Option(
          '--zone <zone>',
          'convert dates that name a time zone to this one: an IANA name, system, auto (detect from the notes) or keep (their own; the default)',
        ).argParser(zoneOption),
      )
      .addOption(
        new Option(
          '--publish-with <publisher>',
          `also fix draft flags, as this publisher wants them: ${PRESET_NAMES.join(', ')}`,
        ).argParser(presetOption),
      )
      .option('--fill-date', 'also fill in the date that the publisher reads, where it is missing');
  const onAllCores = (made: Command): Command =>
    made.addOption(
      new Option(
        '--jobs <n>',
        'how many threads read and write notes; by default one for each core',
      ).argParser(jobsOption),
    );
  onAllCores(
    reading(command.command('scan').description('List saved articles and what needs repair')),
  )
    .addOption(
      new Option(
        '--publisher <publisher>',
        'list only what this publisher would not build, or would hide',
      )
        .argParser(publisherOption)
        .conflicts(['publishWith', 'fillDate']),
    )
    .action(async (folder: string, flags: ScanFlags) => end(await scan(folder, flags, context)));
  onAllCores(reading(command.command('repair').description('Repair all saved articles')))
    .addOption(
      new Option('--dry-run', 'change nothing, show the lines before and after').conflicts('check'),
    )
    .option('--check', 'change nothing, exit with 1 if a note needs repair')
    .addOption(
      new Option(
        '--only <repairs>',
        `only these repairs (comma-separated): ${REPAIR_NAMES}`,
      ).argParser(repairList),
    )
    .option('--all-notes', 'with --only proxied-images: also in notes that are not saved articles')
    .action(async (folder: string, flags: RepairFlags) =>
      end(await repair(folder, flags, context)),
    );
  withReading(
    command
      .command('import')
      .description('Complete notes from an export of Omnivore’s, and create those that are missing')
      .usage('[options] <zip-or-folder...> <vault>')
      .argument('<paths...>', 'zips or unzipped folders that Omnivore handed out, then the vault')
      .option('--json', 'print one JSON object')
      .addHelpText('after', EXIT_CODES),
  )
    .option('--dry-run', 'change nothing, show what would be added and created')
    .addOption(
      new Option('--only <part>', 'complete: only existing notes; create: only new notes').choices([
        'complete',
        'create',
      ]),
    )
    .action(async (paths: readonly string[], flags: ImportFlags) =>
      end(await importExport(paths, flags, context)),
    );
  withSettings(
    inFolder(
      command
        .command('save-images')
        .description(
          'Fetch the images of saved articles from the web, and save them in the folder',
        ),
    ),
  )
    .option('--attachments <dir>', 'where images go; without it, where the vault keeps attachments')
    .option('--dry-run', 'fetch and change nothing, say how many images there are on which hosts')
    .addOption(
      new Option(
        '--archive <base>',
        'where to look for images that are gone: the base of a Wayback Machine',
      )
        .default(WAYBACK_MACHINE)
        .argParser(archiveOption),
    )
    .option('--no-archive', 'do not look for images that are gone')
    .option('--allow-private-hosts', 'also ask hosts in private networks, and this computer')
    .addOption(
      new Option('--jobs <n>', 'how many images to fetch at the same time, of one host two at most')
        .default(DEFAULT_JOBS)
        .argParser(jobsOption),
    )
    .action(async (folder: string, flags: SaveImagesFlags) =>
      end(await saveImages(folder, flags, context)),
    );
  withReading(
    command
      .command('export')
      .description('Write the saved articles as a reading list')
      .argument('[folder]', 'a vault, or any folder of Markdown notes', '.')
      .addHelpText('after', EXIT_CODES),
  )
    .addOption(
      new Option(
        '--to <format>',
        'omnivore (its metadata JSON), bookmarks (HTML), csv (Readwise Reader) or markdown',
      )
        .choices(LIST_FORMATS)
        .makeOptionMandatory(),
    )
    .option('--output <file>', 'write to this new file; without it, to stdout')
    .action(async (folder: string, flags: ExportFlags) =>
      end(await exportList(folder, flags, context)),
    );
  reading(command.command('duplicates').description('List notes of the same article'))
    .option('--merge', 'show what merging them would do')
    .option('--yes', 'with --merge: do it')
    .action(async (folder: string, flags: DuplicatesFlags) =>
      end(await listDuplicates(folder, flags, context)),
    );
  inFolder(command.command('undo').description('Undo a repair'))
    .option('--run <id>', 'the run to undo; without it, the last one')
    .action(async (folder: string, flags: UndoFlags) => end(await undo(folder, flags, context)));
  inFolder(command.command('history').description('List past repairs')).action(
    async (folder: string, flags: HistoryFlags) => end(await history(folder, flags, context)),
  );
  inFolder(
    command.command('show').description('Show what a repair changed').argument('<run>', 'its id'),
  ).action(async (run: string, folder: string, flags: HistoryFlags) =>
    end(await show(run, folder, flags, context)),
  );
  return command;
}

async function main(): Promise<void> {
  const flag = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const stop: StopRequest = {
    flag,
    get isRequested() {
      return Atomics.load(flag, 0) !== 0;
    },
  };
  const askToStop = (): void => {
    // A second Ctrl-C ends the program at once.
    process.off('SIGINT', askToStop);
    Atomics.store(flag, 0, 1);
  };
  process.on('SIGINT', askToStop);
  const out = openOutput(process.stdout, process.stderr, process.env);
  const program = programName(process.argv[1] ?? '', process.env, process.cwd());
  const file = new URL(import.meta.url);
  let code: ExitCode = 2;
  try {
    await programOf({ out, stop, file, program }, (ended) => (code = ended)).parseAsync();
  } catch (error) {
    const isShown = error instanceof CommanderError;
    if (isShown && error.exitCode === 0) code = 0;
    const message = messageOf(error);
    if (!isShown)
      out.printStatus(`error: ${error instanceof UserError ? message : toErrorClause(message)}`);
  }
  // Now the program only waits for the reader of its output, so one Ctrl-C is enough.
  process.off('SIGINT', askToStop);
  const lost = await out.finish();
  if (lost !== null && !lost.closed) {
    out.printStatus(
      `error: the output could not be written: ${toErrorClause(systemReason(lost.error))}`,
    );
    code = 2;
  }
  process.exitCode = code;
}

if (parentPort) serveChunks(parentPort, workerData as Int32Array);
else void main();
