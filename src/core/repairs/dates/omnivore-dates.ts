import { readDate, type DateReading } from '../../dates/parse';
import { asUtc } from '../../dates/plain-date';
import type { Article } from '../../omnivore/article';
import { plainName } from '../../omnivore/property-names';

/** Whose a property is that may hold a date. */
type Owner =
  /** A property that Omnivore's template wrote. */
  | 'omnivore'
  /** A property that the user named as one with dates. */
  | 'user'
  /** It may be Omnivore's or another program's: nothing proves it. */
  | 'unknown';

/** What a date of an article says. */
export type DateConcept = 'saved' | 'published' | 'read' | 'archived' | 'other';

/** Omnivore's variables, and what they say. */
export const OMNIVORE_NAMES: Readonly<Record<string, DateConcept>> = {
  date_saved: 'saved',
  date_published: 'published',
  date_read: 'read',
  date_archived: 'archived',
};
/** What users called them in their templates, and what other programs call dates of their own. */
const SHARED_NAMES: Readonly<Record<string, DateConcept>> = {
  date: 'saved',
  saved: 'saved',
  published: 'published',
};
/** Names that other programs use far more often: only the article's own clock shows that they are Omnivore's. */
const RARE_NAMES: ReadonlySet<string> = new Set(['created', 'time', 'date_added']);
/** Variables of Omnivore's template that no other program writes into its notes. */
const SPECIFIC_NAMES: ReadonlySet<string> = new Set([
  ...Object.keys(OMNIVORE_NAMES),
  ...['omnivore_url', 'original_url', 'site_name', 'words_count', 'read_length'],
]);
const STATES: ReadonlySet<string> = new Set(['INBOX', 'READING', 'COMPLETED', 'ARCHIVED']);

/** Names that the user gave: to what Omnivore wrote, by what it says, and to other dates. */
export interface OwnDateNames {
  readonly omnivore: Readonly<Record<string, DateConcept>>;
  readonly user: ReadonlySet<string>;
}

/** What was found out about a property that may hold a date. */
export interface Owned {
  readonly owner: Owner;
  readonly concept: DateConcept;
  /** Whether its name alone proves whose it is, so that its value can change without another answer. */
  readonly byName: boolean;
}

/** Says of an article's properties, by plain name and value, whose they are; null where one is no date or another program's. */
export function ownersOf(
  article: Article,
  own: OwnDateNames,
): (name: string, value: unknown) => Owned | null {
  let template: Template | null = null;
  return (name, value) => {
    const known = conceptOf(own.omnivore, name) ?? conceptOf(OMNIVORE_NAMES, name);
    if (known) return { owner: 'omnivore', concept: known, byName: true };
    if (own.user.has(name)) return { owner: 'user', concept: 'other', byName: true };
    const shared = conceptOf(SHARED_NAMES, name);
    if ((!shared && !RARE_NAMES.has(name)) || typeof value !== 'string') return null;
    const concept = shared ?? 'saved';
    const isSaved = concept === 'saved' && isClockTime(readDate(value), article.clocks);
    if (isSaved) return { owner: 'omnivore', concept, byName: false };
    if (!shared) return null;
    template ??= templateOf(article);
    const isTemplates =
      isDefaultForm(value) && template.isSpecificName && !template.has.has(concept);
    return { owner: isTemplates ? 'omnivore' : 'unknown', concept, byName: false };
  };
}

function conceptOf(names: Readonly<Record<string, DateConcept>>, name: string): DateConcept | null {
  return Object.hasOwn(names, name) ? (names[name] ?? null) : null;
}

const QUARTER_MS = 15 * 60_000;
/** How far a saved date and the clock of the same saving are apart at most, besides the zone. */
const TOLERANCE_MS = 30_000;
const FARTHEST_ZONE_MS = 14 * 3_600_000;

/** Whether a date is what a clock in some time zone showed at one of the instants in the article's id or slugs. */
function isClockTime(reading: DateReading, clocks: readonly number[]): boolean {
  if (reading.kind === 'ambiguous') {
    return isClockTime(reading.dayFirst, clocks) || isClockTime(reading.monthFirst, clocks);
  }
  if (reading.kind !== 'date' || reading.offset !== null || reading.time?.second == null) {
    return false;
  }
  const shown = asUtc(reading.day, reading.time);
  return clocks.some((clock) => {
    const zone = Math.round((shown - clock) / QUARTER_MS) * QUARTER_MS;
    const isOff = Math.abs(shown - clock - zone) > TOLERANCE_MS;
    return !isOff && Math.abs(zone) <= FARTHEST_ZONE_MS;
  });
}

/** The form in which Omnivore's plugin writes dates unless the user changes it. */
function isDefaultForm(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(value.trim());
}

/** What an article's properties tell of the template that wrote them. */
interface Template {
  /** Whether there is a property that only Omnivore's template writes. */
  readonly isSpecificName: boolean;
  /** The dates that have a property with Omnivore's own name: another name is not in its place then. */
  readonly has: ReadonlySet<DateConcept>;
}

function templateOf({ properties }: Article): Template {
  const has = new Set<DateConcept>();
  let isSpecific = false;
  for (const { key, value } of properties) {
    const name = plainName(key);
    const concept = conceptOf(OMNIVORE_NAMES, name);
    if (concept) has.add(concept);
    isSpecific ||= SPECIFIC_NAMES.has(name);
    isSpecific ||= name === 'state' && typeof value === 'string' && STATES.has(value);
  }
  return { isSpecificName: isSpecific, has };
}
