/** Omnivore was written in 2021 and closed in November 2024; a clock outside of these years was not its. */
const EARLIEST = Date.UTC(2020, 0, 1);
const LATEST = Date.UTC(2026, 0, 1);
/** From the start of the Gregorian calendar, where UUID version 1 counts from, to 1970: in milliseconds. */
const GREGORIAN_TO_UNIX = 12_219_292_800_000;

const UUID_V1 = /^([0-9a-f]{8})-([0-9a-f]{4})-1([0-9a-f]{3})-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Fifteen bytes in base64url. */
const ELASTIC = /^[\w-]{20}$/;
const SLUG_END = /-([0-9a-f]{11})$/;

/**
 * The instant inside an id, in milliseconds since 1970 (UTC). Server-made ids are UUIDs of version 1 (RFC 9562, 5.1), those
 * from before March 2023 are Elasticsearch's; most ids were chosen by the client and hold none: null.
 */
export function instantOfId(id: string): number | null {
  const match = UUID_V1.exec(id);
  if (!match) return ELASTIC.test(id) ? instantOfElasticId(id) : null;
  const ticks = BigInt(`0x${match[3]}${match[2]}${match[1]}`);
  return plausible(Number(ticks / BigInt(10_000)) - GREGORIAN_TO_UNIX);
}

/**
 * The instant inside a slug, in milliseconds since 1970 (UTC): `generateSlug` of Omnivore's server ends each with
 * the milliseconds of the item's creation in hexadecimal. Null where it has none.
 */
export function instantOfSlug(slug: string): number | null {
  const match = SLUG_END.exec(slug);
  return match ? plausible(parseInt(match[1] ?? '', 16)) : null;
}

/** Elasticsearch's `TimeBasedUUIDGenerator` spreads the milliseconds over six of its fifteen bytes, here the most significant first. */
const TIME_BYTES = [5, 4, 3, 2, 12, 14] as const;

function instantOfElasticId(id: string): number | null {
  const bytes = atob(id.replace(/-/g, '+').replace(/_/g, '/'));
  return plausible(TIME_BYTES.reduce((time, i) => time * 256 + bytes.charCodeAt(i), 0));
}

function plausible(instant: number): number | null {
  return instant >= EARLIEST && instant < LATEST ? instant : null;
}
