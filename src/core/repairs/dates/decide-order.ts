import { readDate, type ReadDate } from '../../dates/parse';
import type { Article } from '../../omnivore/article';
import { withoutLink } from '../../omnivore/read-article';
import type { Subject } from '../repair';
import type { DateContext } from './context';
import type { Place } from './date-places';
import { dateInOrder, orderByClocks, OrderVotes, type AmbiguousDate } from './day-or-month';

/**
 * Reads an ambiguous date. The first of these that proves the order decides: the timestamp in the article's ID or
 * slug, the note's other dates, the user's setting, the vault's other notes. Null if none does.
 *
 * A format such as `dd/MM/yyyy` writes dates that are ambiguous again. With such a format, the other dates of note
 * and vault prove nothing, because a repair may have written them. A value that has the format already is `done`
 * if the setting has the same order. Otherwise nobody can say whether it was converted, and the result is null.
 */
export function decided(
  { article, vaultDayFirst }: Subject,
  place: Place,
  noteOrder: () => boolean | null,
  reading: AmbiguousDate,
  isDone: boolean,
  { dayFirst: chosen, format }: DateContext,
): ReadDate | 'done' | null {
  const byClocks = place.concept === 'saved' ? orderByClocks(reading, article.clocks) : null;
  if (byClocks !== null) return dateInOrder(reading, byClocks);
  const written = typeof format === 'string' ? null : format.dayFirst;
  if (written !== null && isDone) return chosen === written ? 'done' : null;
  const dayFirst = written === null ? (noteOrder() ?? chosen ?? vaultDayFirst) : chosen;
  return dayFirst === null ? null : dateInOrder(reading, dayFirst);
}

/** Returns whether the note's dates have the day first. Ignores the archived date: Omnivore formats it differently. */
export function orderOfNote(places: readonly Place[], { clocks }: Article): boolean | null {
  const votes = new OrderVotes();
  for (const { owner, concept, byName, value, isDoubtful } of places) {
    if (owner !== 'omnivore' || !byName || isDoubtful || concept === 'archived' || !value?.trim())
      continue;
    votes.add(readDate(withoutLink(value)), concept === 'saved' ? clocks : []);
  }
  return votes.dayFirst;
}
