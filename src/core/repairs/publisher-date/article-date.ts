import { dateAt } from '../../dates/format';
import { readDate, type ReadDate } from '../../dates/parse';
import { withoutLink } from '../../omnivore/read-article';
import { contextAt, type DateContext } from '../dates/context';
import { bodyPlaces, hasText, propertyPlaces, type TextPlace } from '../dates/date-places';
import { decided, orderOfNote } from '../dates/decide-order';
import { isInFormat } from '../../dates/custom-format';
import type { Subject } from '../repair';

/** A date of the article, `ambiguous` if nobody can say which, or null if there is none. */
type ArticleDate = ReadDate | 'ambiguous' | null;

/**
 * Returns the date on which an article was saved or published, from the properties, read as *Normalize dates* reads it.
 * The saved date can also come from the timestamp in the article's URL or ID, converted to the chosen zone. Dates in the
 * text are not used: other repairs change what belongs to the template there, so a second pass could see more of them.
 */
export function articleDate(
  subject: Subject,
  concept: 'saved' | 'published',
  context: DateContext,
): ArticleDate {
  const { article } = subject;
  const places = propertyPlaces(subject, context.own);
  const noteOrder = (): boolean | null => orderOfNote([...places, ...bodyPlaces(subject)], article);
  let isAmbiguous = false;
  for (const place of places) {
    if (place.concept !== concept || place.owner === 'unknown' || !hasText(place)) continue;
    const date = readPlace(subject, place, noteOrder, context);
    if (date === 'ambiguous') isAmbiguous = true;
    else if (date) return date;
  }
  const [clock] = article.clocks;
  if (concept === 'saved' && clock !== undefined) return dateAt(clock, context.zone);
  if (isAmbiguous) return 'ambiguous';
  return readUnknown(concept === 'saved' ? article.saved : article.published);
}

function readPlace(
  subject: Subject,
  place: TextPlace,
  noteOrder: () => boolean | null,
  context: DateContext,
): ArticleDate {
  const value = withoutLink(place.value.trim());
  const reading = readDate(value);
  if (reading.kind === 'date') return reading;
  if (reading.kind !== 'ambiguous') return null;
  const at = contextAt(place, context);
  const { format } = at;
  const isDone = typeof format !== 'string' && isInFormat(value, format);
  const date = decided(subject, place, noteOrder, reading, isDone, at);
  if (date !== 'done') return date ?? 'ambiguous';
  return at.dayFirst ? reading.dayFirst : reading.monthFirst;
}

/** Reads a date that another program may have written. */
function readUnknown(value: string | null): ArticleDate {
  const reading = value === null ? null : readDate(withoutLink(value));
  if (reading?.kind === 'date') return reading;
  return reading?.kind === 'ambiguous' ? 'ambiguous' : null;
}
