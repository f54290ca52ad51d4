import { UserError } from './command.mts';
import { mostSimilar } from './read-settings.mts';
import { isZoneSetting } from '../core/dates/zone';
import { WAYBACK_MACHINE } from '../core/images/attempts';
import { requestUrlOf } from '../core/images/image-url';
import { REPAIR_IDS, type RepairId } from '../core/repairs';
import { PUBLISHER_IDS, type PublisherId } from '../core/publishers/publishers';
import { PRESETS, type Preset } from '../core/repairs/draft-flag/repair';

/** The names of all repairs, as `--only` accepts them. */
export const REPAIR_NAMES = REPAIR_IDS.join(', ');

/** Parses a list of repairs. Throws a UserError if it is invalid. */
export function repairList(value: string): readonly RepairId[] {
  const names = value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length === 0) throw new UserError(`--only needs a repair: ${REPAIR_NAMES}`);
  const unknown = names.find((name) => !REPAIR_IDS.includes(name as RepairId));
  if (unknown === undefined) return names as RepairId[];
  const nearest =
    REPAIR_IDS.find((id) => id.startsWith(unknown)) ?? mostSimilar(unknown, REPAIR_IDS);
  const hint = nearest ? `Did you mean ${nearest}?` : `There are: ${REPAIR_NAMES}`;
  throw new UserError(`unknown repair “${unknown}”. ${hint}`);
}

/** The values of `--publish-with`. A property of one's own needs settings. */
export const PRESET_NAMES: readonly Preset[] = PRESETS.filter((preset) => preset !== 'custom');

/** Parses the value of `--publish-with`. Throws a UserError if it is invalid. */
export function presetOption(value: string): Preset {
  const preset = PRESET_NAMES.find((name) => name === value);
  if (preset) return preset;
  throw unknownPublisher(value, PRESET_NAMES);
}

/** Parses the name of a publisher. Throws a UserError if it is invalid. */
export function publisherOption(value: string): PublisherId {
  const publisher = PUBLISHER_IDS.find((id) => id === value);
  if (publisher) return publisher;
  throw unknownPublisher(value, PUBLISHER_IDS);
}

function unknownPublisher(value: string, names: readonly string[]): UserError {
  const nearest = mostSimilar(value, names);
  const hint = nearest ? `Did you mean ${nearest}?` : `There are: ${names.join(', ')}`;
  return new UserError(`unknown publisher “${value}”. ${hint}`);
}

/** Parses the URL of an archive. Throws a UserError if it is invalid. */
export function archiveOption(value: string): string {
  if (requestUrlOf(value)) return value;
  throw new UserError(`--archive needs a URL, such as ${WAYBACK_MACHINE}`);
}

/** The default number of requests that run at the same time. One host gets at most two of them. */
export const DEFAULT_JOBS = 8;
const MAX_JOBS = 64;

/** Parses a number of requests. Throws a UserError if it is invalid. */
export function jobsOption(value: string): number {
  const jobs = Number(value);
  if (/^\d{1,2}$/.test(value) && jobs >= 1 && jobs <= MAX_JOBS) return jobs;
  throw new UserError(`--jobs needs a number from 1 to ${MAX_JOBS}`);
}

/** Parses a time zone. Throws a UserError if it is invalid. */
export function zoneOption(value: string): string {
  if (value === 'auto' || isZoneSetting(value)) return value;
  throw new UserError(
    `unknown time zone “${value}”; use an IANA name (such as Europe/Berlin), keep, system or auto`,
  );
}

/** The exit codes, below the help of the program. */
export const EXIT_CODES = `
Exit codes:
  0    done
  1    --check: notes need repair
  2    wrong use, nothing to undo, or something could not be read, written or printed
  130  stopped by Ctrl-C`;

/** Examples, below the help of the program. */
export const HELP_EXAMPLES = `
Examples:
  omnivore-rescue scan ~/vault
  omnivore-rescue repair ~/vault --dry-run
  omnivore-rescue repair content --check          in the CI of a site
  omnivore-rescue import omnivore-export.zip ~/vault --dry-run
  omnivore-rescue save-images ~/vault --dry-run
  omnivore-rescue undo ~/vault`;
