import { readDate, type DateReading, type ReadDate } from '../dates/read-date';
import { instantOf } from '../dates/write-date';
import type { Finding, Subject } from './repair';

/** Chooses the reading of a property's value in which day and month could be either way round; null where nothing tells. */
export type Decide = (
  reading: DateReading & { kind: 'ambiguous' },
  name: string,
) => ReadDate | null;

/** A clock decides between two readings only if one of them is this near: zones apart, a day and some. */
const NEAR = 36 * 3_600_000;

/** Leaves every such value as it is. */
export function nobodyDecides(): null {
  return null;
}

/**
 * Decides which of two numbers is the day: by the note's clock where the value is a saved date, else by dates of the same note that
 * can't be mistaken and by the vault's other notes, unless they disagree. Of the note's dates only those that are mended now have a
 * say. The clock is asked first since it stays when they are mended: it would decide alone in the next pass.
 */
export function decider(
  { article }: Subject,
  found: readonly (Finding | null)[],
  vault: boolean | null,
  zone: string,
): Decide {
  const others = [...votesOf(found.filter((finding) => finding !== null)), vault];
  const told = new Set(others.filter((vote) => vote !== null));
  const [byOthers = null] = told.size === 1 ? told : [];
  return (reading, name) => {
    const byClock = isSaved(name) ? byInstant(reading, article.clock, zone) : null;
    const dayFirst = byClock ?? byOthers;
    if (dayFirst === null) return null;
    return dayFirst ? reading.dayFirst : reading.monthFirst;
  };
}

/** What dates that are mended tell of how their writer puts the day: true where it comes first. */
export function votesOf(findings: readonly Finding[]): readonly boolean[] {
  return findings
    .filter(({ edits }) => edits.length > 0)
    .map(({ was }) => dayComesFirst(was))
    .filter((vote) => vote !== null);
}

function isSaved(name: string): boolean {
  return name === 'date_saved' || name === 'saved' || name === 'date';
}

/** Whether a value proves, by a day over 12, that its writer puts the day first; null where it proves nothing. */
function dayComesFirst(value: string): boolean | null {
  const match = /^\s*(\d{1,2})([-./])(\d{1,2})\2\d{4}(?!\d)/.exec(value);
  if (!match || readDate(value).kind !== 'date') return null;
  const [first, second] = [Number(match[1]), Number(match[3])];
  if (first > 12 && first <= 31 && second <= 12) return true;
  return second > 12 && second <= 31 && first <= 12 ? false : null;
}

function byInstant(
  { dayFirst, monthFirst }: { dayFirst: ReadDate; monthFirst: ReadDate },
  clock: number | null,
  zone: string,
): boolean | null {
  if (clock === null) return null;
  const near = (date: ReadDate): boolean => Math.abs(instantOf(date, zone) - clock) <= NEAR;
  if (near(dayFirst) === near(monthFirst)) return null;
  return near(dayFirst);
}
