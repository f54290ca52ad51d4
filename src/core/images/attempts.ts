import { trimSlashesEnd } from '../text/trim-slashes';
import { requestUrlOf } from './image-url';
import { isPrivateHost } from './private-hosts';

/** Where an image was found. */
export type ImageSource = 'original' | 'archive';

/** One way to ask for an image. */
export interface Attempt {
  readonly url: string;
  readonly referer: string | null;
  readonly from: ImageSource;
}

/** The properties of an image that decide how to request it. */
export interface ImageContext {
  /** The article's URL; null if unknown. */
  readonly articleUrl: string | null;
  /** When the article was saved, in milliseconds since 1970; null if unknown. */
  readonly savedMs: number | null;
}

/** The Internet Archive's Wayback Machine. */
export const WAYBACK_MACHINE = 'https://web.archive.org/web';
/** Omnivore closed on this date. An article without a date was saved before it. */
const CLOSED_MS = Date.UTC(2024, 10, 1);

/**
 * Returns the requests to try for an image, in order. Some servers refuse a foreign `Referer`,
 * others an empty one. A browser on the article's page sends the article's origin. `archive` is the
 * base URL of the Wayback Machine; null to not use it. It never gets the URL of a private host,
 * unless it is in a private network too.
 */
export function attemptsFor(
  url: string,
  { articleUrl, savedMs }: ImageContext,
  archive: string | null,
): readonly Attempt[] {
  const requested = requestUrlOf(url);
  if (requested === null) return [];
  const { href } = requested;
  const ofArticle = articleUrl === null ? null : originOf(articleUrl);
  const referers = [ofArticle, null, `${requested.origin}/`];
  const direct = [...new Set(referers)].map((referer): Attempt => ({
    url: href,
    referer,
    from: 'original',
  }));
  if (archive === null || !mayKnow(archive, requested)) return direct;
  const copy = archivedUrl(archive, requested.href, savedMs ?? CLOSED_MS);
  return [...direct, { url: copy, referer: null, from: 'archive' }];
}

/** Returns the origin of a URL with a slash at the end, as browsers send it. */
function originOf(url: string): string | null {
  const parsed = requestUrlOf(url);
  return parsed && `${parsed.origin}/`;
}

function mayKnow(archive: string, { hostname }: URL): boolean {
  const base = requestUrlOf(archive);
  return base !== null && (!isPrivateHost(hostname) || isPrivateHost(base.hostname));
}

/**
 * Returns the URL of the bytes that the Wayback Machine archived nearest to a time, in milliseconds
 * since 1970.
 */
export function archivedUrl(archive: string, url: string, nearMs: number): string {
  const time = new Date(nearMs).toISOString().replace(/[-:T]/g, '').slice(0, 14);
  return `${trimSlashesEnd(archive)}/${time}id_/${url}`;
}
