import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import manifest from '../manifest.json';
import type { ExitCode, ReadingFlags, RepairFlags, Stop, UndoFlags } from './command-line/command';
import { repair } from './command-line/repair';
import { scan } from './command-line/scan';
import { undo } from './command-line/undo';
import { isZoneSetting } from './dates/zone';
import { REPAIR_IDS } from './repairs';
import type { Publisher } from './repairs/draft-flag';
import type { RepairId } from './repairs/repair';
import { messageOf } from './runs/outcome';

function repairList(value: string): readonly RepairId[] {
  const names = value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length === 0) throw new InvalidArgumentError(`Name some of ${REPAIR_IDS.join(', ')}.`);
  const unknown = names.filter((name) => !REPAIR_IDS.includes(name as RepairId));
  if (unknown.length === 0) return names as RepairId[];
  throw new InvalidArgumentError(
    `There is no repair ${unknown.join(', ')}. There are: ${REPAIR_IDS.join(', ')}.`,
  );
}

/** What `--publish-with` may name, and what each stands for. */
const PUBLISHER_NAMES: Readonly<Record<string, Publisher>> = {
  ...{ hugo: 'hugo', quartz: 'hugo', publish: 'publish', 'digital-garden': 'digital-garden' },
  ...{ jekyll: 'jekyll', remove: 'remove' },
};

function publisherOption(value: string): Publisher {
  const publisher = Object.hasOwn(PUBLISHER_NAMES, value) ? PUBLISHER_NAMES[value] : undefined;
  if (publisher) return publisher;
  const names = Object.keys(PUBLISHER_NAMES).join(', ');
  throw new InvalidArgumentError(`There is no publisher ${value}. There are: ${names}.`);
}

function zoneOption(value: string): string {
  if (value === 'auto' || isZoneSetting(value)) return value;
  throw new InvalidArgumentError(
    'It is not an IANA time zone (such as Europe/Berlin), nor keep, system or auto.',
  );
}

function program(stop: Stop, end: (code: ExitCode) => void): Command {
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
          'convert dates that name a time zone to this one: an IANA name, system, auto (detect from the notes) or keep (their own; the default)',
        ).argParser(zoneOption),
      )
      .addOption(
        new Option(
          '--publish-with <publisher>',
          `also fix draft flags, as this publisher wants them: ${Object.keys(PUBLISHER_NAMES).join(', ')}`,
        ).argParser(publisherOption),
      );
  reading(common('scan', 'list saved articles and what is to repair')).action(
    async (folder: string, flags: ReadingFlags) => end(await scan(folder, flags, stop)),
  );
  reading(common('repair', 'repair all saved articles'))
    .option('--dry-run', 'change nothing, show the lines before and after')
    .option('--check', 'change nothing, exit 1 if a repair is due')
    .addOption(
      new Option('--only <repairs>', `some of ${REPAIR_IDS.join(', ')}`).argParser(repairList),
    )
    .action(async (folder: string, flags: RepairFlags) => end(await repair(folder, flags, stop)));
  common('undo', 'take a run back')
    .option('--run <id>', 'the run; without it, the last one')
    .action(async (folder: string, flags: UndoFlags) => end(await undo(folder, flags, stop)));
  return command;
}

async function main(): Promise<void> {
  const stop = { asked: false };
  process.once('SIGINT', () => (stop.asked = true));
  process.stdout.on('error', () => process.exit(0));
  try {
    await program(stop, (code) => (process.exitCode = code)).parseAsync();
  } catch (error) {
    const shown = error instanceof CommanderError;
    process.exitCode = shown && error.exitCode === 0 ? 0 : 2;
    if (!shown) process.stderr.write(`${messageOf(error)}\n`);
  }
}

void main();
