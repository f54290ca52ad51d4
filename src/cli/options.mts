import { UserError } from './command.mts';
import { mostSimilar } from './read-settings.mts';
import { isZoneSetting } from '../core/dates/zone';
import { WAYBACK_MACHINE } from '../core/images/attempts';
import { requestUrlOf } from '../core/images/image-url';
import { REPAIR_IDS, type RepairId } from '../core/repairs';
import type { Publisher } from '../core/repairs/draft-flag/repair';

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

/** The values of `--publish-with`. */
export const PUBLISHER_NAMES: Readonly<Record<string, Publisher>> = {
  ...{ hugo: 'hugo', quartz: 'hugo', publish: 'publish', 'digital-garden': 'digital-garden' },
  ...{ jekyll: 'jekyll', remove: 'remove' },
};

/** Parses the name of a publisher. Throws a UserError if it is invalid. */
export function publisherOption(value: string): Publisher {
  const publisher = Object.hasOwn(PUBLISHER_NAMES, value) ? PUBLISHER_NAMES[value] : undefined;
  if (publisher) return publisher;
  const names = Object.keys(PUBLISHER_NAMES).join(', ');
  throw new UserError(`unknown publisher “${value}”. There are: ${names}`);
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
