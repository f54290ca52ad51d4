import { readDate } from '../dates/parse';
import { asUtc } from '../dates/plain-date';
import { DAY_MS, instantsOf } from '../dates/zone';
import { titleOf, type Article } from '../omnivore/article';
import { slugOf } from '../omnivore/links';
import { withoutLink } from '../omnivore/read-article';
import { readingStateOf, type ReadingState } from '../omnivore/reading-state';

/** A saved article in a reading list. Instants are milliseconds since 1970, UTC. */
export interface ListItem {
  readonly id: string | null;
  readonly slug: string | null;
  readonly title: string;
  /** The original URL, otherwise the dead URL at omnivore.app; null if the note has neither. */
  readonly url: string | null;
  readonly author: string | null;
  readonly description: string | null;
  readonly tags: readonly string[];
  readonly state: ReadingState;
  readonly savedAt: number | null;
  readonly publishedAt: number | null;
}

/**
 * Reads the data for a reading list from an article. `zone` (IANA) applies to dates without a zone;
 * null means UTC.
 */
export function listItemOf(article: Article, path: string, zone: string | null): ListItem {
  const { id, omnivoreUrl, url, author, tags } = article;
  const clock = article.clocks[0] ?? null;
  return {
    id,
    slug: omnivoreUrl === null ? null : slugOf(omnivoreUrl),
    title: titleOf(article, path),
    url: url ?? omnivoreUrl,
    author,
    description: descriptionOf(article),
    tags,
    state: readingStateOf(article) ?? 'unread',
    savedAt: savedInstant(article.saved, zone, clock) ?? clock,
    publishedAt: savedInstant(article.published, zone, null),
  };
}

function descriptionOf({ properties }: Article): string | null {
  const value = properties.find(({ key }) => key.toLowerCase() === 'description')?.value;
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/**
 * Converts a date to an instant. If a date without a zone is less than a day from the article's
 * timestamp, that timestamp is used.
 */
function savedInstant(
  value: string | null,
  zone: string | null,
  clock: number | null,
): number | null {
  const reading = value === null ? null : readDate(withoutLink(value));
  if (reading?.kind !== 'date') return null;
  const { day, time, offset } = reading;
  const local = asUtc(day, time);
  if (offset !== null) return local - offset * 60_000;
  if (clock !== null && Math.abs(local - clock) < DAY_MS) return clock;
  return (zone === null ? null : instantsOf(day, time, zone)[0]) ?? local;
}
