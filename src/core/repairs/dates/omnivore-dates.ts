import { readDate, type DateReading } from '../../dates/parse';
import { asUtc } from '../../dates/plain-date';
import type { Article } from '../../omnivore/article';
import { plainName } from '../../omnivore/property-names';
import { QUARTER_MS, TOLERANCE_MS } from '../../dates/infer-zone';

/** Who wrote a property that may contain a date. */
type Owner =
  /** Omnivore's template wrote it. */
  | 'omnivore'
  /** The user declared it as a date. */
  | 'user'
  /** Omnivore or another program wrote it; nothing proves which. */
  | 'unknown';

/** The meaning of an article's date. */
export type DateConcept = 'saved' | 'published' | 'read' | 'archived' | 'other';

/** The meaning of Omnivore's template variables. */
export const OMNIVORE_NAMES: ReadonlyMap<string, DateConcept> = new Map([
  ['date_saved', 'saved'],
  ['date_published', 'published'],
  ['date_read', 'read'],
  ['date_archived', 'archived'],
]);
/** Names that users chose in their templates and that other programs use too, with their meaning. */
const SHARED_NAMES: ReadonlyMap<string, DateConcept> = new Map([
  ['date', 'saved'],
  ['saved', 'saved'],
  ['published', 'published'],
]);
/** Names that mostly other programs use. Only the article's timestamps prove that Omnivore wrote them. */
const RARE_NAMES: ReadonlySet<string> = new Set(['created', 'time', 'date_added']);
/** Variables of Omnivore's template that no other program writes into notes. */
const SPECIFIC_NAMES: ReadonlySet<string> = new Set([
  ...OMNIVORE_NAMES.keys(),
  ...['omnivore_url', 'original_url', 'site_name', 'words_count', 'read_length'],
]);
const STATES: ReadonlySet<string> = new Set(['INBOX', 'READING', 'COMPLETED', 'ARCHIVED']);

/** The user's names: for dates that Omnivore wrote, with their meaning, and for other dates. */
export interface OwnDateNames {
  readonly omnivore: ReadonlyMap<string, DateConcept>;
  readonly user: ReadonlySet<string>;
}

/** The owner and meaning of a property that may contain a date. */
export interface Owned {
  readonly owner: Owner;
  readonly concept: DateConcept;
  /** Whether the name alone proves the owner. Then the owner stays the same if the value changes. */
  readonly byName: boolean;
}

/**
 * Returns a function that finds the owner of an article's property, by normalized name and value. It returns null
 * if the property is not a date, or belongs to another program.
 */
export function ownersOf(
  article: Article,
  own: OwnDateNames,
): (name: string, value: unknown) => Owned | null {
  let template: DateTemplate | null = null;
  return (name, value) => {
    const known = own.omnivore.get(name) ?? OMNIVORE_NAMES.get(name);
    if (known) return { owner: 'omnivore', concept: known, byName: true };
    if (own.user.has(name)) return { owner: 'user', concept: 'other', byName: true };
    const shared = SHARED_NAMES.get(name);
    if ((!shared && !RARE_NAMES.has(name)) || typeof value !== 'string') return null;
    const concept = shared ?? 'saved';
    const isSaved = concept === 'saved' && isClockTime(readDate(value), article.clocks);
    if (isSaved) return { owner: 'omnivore', concept, byName: false };
    if (!shared) return null;
    template ??= templateOf(article);
    const isFromTemplate =
      isDefaultFormat(value) && template.isSpecificName && !template.has.has(concept);
    return { owner: isFromTemplate ? 'omnivore' : 'unknown', concept, byName: false };
  };
}

const FARTHEST_ZONE_MS = 14 * 3_600_000;

/** Returns whether a date equals a timestamp in the article's ID or slugs, as shown in some time zone. */
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

/** Returns whether a value has the default date format of Omnivore's plugin. */
function isDefaultFormat(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(value.trim());
}

/** What an article's properties show about the template that wrote them. */
interface DateTemplate {
  /** Whether the article has a property that only Omnivore's template writes. */
  readonly isSpecificName: boolean;
  /** The dates that have a property with Omnivore's own name. Then a property with another name is not that date. */
  readonly has: ReadonlySet<DateConcept>;
}

function templateOf({ properties }: Article): DateTemplate {
  const has = new Set<DateConcept>();
  let isSpecific = false;
  for (const { key, value } of properties) {
    const name = plainName(key);
    const concept = OMNIVORE_NAMES.get(name);
    if (concept) has.add(concept);
    isSpecific ||= SPECIFIC_NAMES.has(name);
    isSpecific ||= name === 'state' && typeof value === 'string' && STATES.has(value);
  }
  return { isSpecificName: isSpecific, has };
}
