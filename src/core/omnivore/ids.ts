/** Omnivore existed from 2021 to November 2024. Timestamps outside this range have another origin. */
const EARLIEST_MS = Date.UTC(2020, 0, 1);
const LATEST_MS = Date.UTC(2026, 0, 1);
/** From the epoch of UUID version 1 (start of the Gregorian calendar) to 1970, in milliseconds. */
const GREGORIAN_TO_UNIX_MS = 12_219_292_800_000;

const UUID_V1 = /^([0-9a-f]{8})-([0-9a-f]{4})-1([0-9a-f]{3})-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Fifteen bytes in base64url. */
const ELASTICSEARCH_ID = /^[\w-]{20}$/;
const SLUG_END = /-([0-9a-f]{11})$/;

/**
 * Returns the timestamp in an ID, in milliseconds since 1970 (UTC). IDs made by the server are UUIDs of
 * version 1 (RFC 9562, section 5.1), or Elasticsearch IDs before March 2023. Most IDs were made by clients
 * and contain none: null.
 */
export function instantOfId(id: string): number | null {
  const match = UUID_V1.exec(id);
  if (!match) return ELASTICSEARCH_ID.test(id) ? instantOfElasticId(id) : null;
  const ticks = BigInt(`0x${match[3]}${match[2]}${match[1]}`);
  return plausible(Number(ticks / BigInt(10_000)) - GREGORIAN_TO_UNIX_MS);
}

/**
 * Returns the timestamp in a slug, in milliseconds since 1970 (UTC), or null. `generateSlug` on Omnivore's
 * server appended the creation time in hexadecimal milliseconds.
 */
export function instantOfSlug(slug: string): number | null {
  const match = SLUG_END.exec(slug);
  return match ? plausible(parseInt(match[1] ?? '', 16)) : null;
}

/**
 * Elasticsearch's `TimeBasedUUIDGenerator` spreads the milliseconds over six of its fifteen bytes. Most
 * significant byte first.
 */
const TIME_BYTES = [5, 4, 3, 2, 12, 14] as const;

function instantOfElasticId(id: string): number | null {
  const bytes = atob(id.replace(/-/g, '+').replace(/_/g, '/'));
  return plausible(TIME_BYTES.reduce((time, i) => time * 256 + bytes.charCodeAt(i), 0));
}

function plausible(instant: number): number | null {
  return instant >= EARLIEST_MS && instant < LATEST_MS ? instant : null;
}
