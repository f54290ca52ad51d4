import { tzOffset } from '@date-fns/tz/tzOffset';
import { knownZones } from './known-zones';

/** A wall clock's time, as milliseconds as if it hung in Greenwich, beside the instant at which it was read. */
export interface ClockPair {
  readonly wall: number;
  readonly instant: number;
}

/** A zone in which the pairs agree. */
export interface InferredZone {
  /** An IANA name; where several zones agree, the system's own, else the one most people live in. */
  readonly zone: string;
  /** Pairs that agree with it, of those that lie a whole offset apart at all. */
  readonly agreeing: number;
  readonly of: number;
}

const QUARTER = 15 * 60_000;
/** How far a saved date and the clock of the same saving lie apart at the most, besides the offset. */
const TOLERANCE = 30_000;
/** Fewer prove nothing. */
const FEWEST = 3;
/** Saving again moves the date and not the clock; so some pairs may disagree. */
const SHARE = 0.8;
const POPULOUS = [
  ...['Asia/Shanghai', 'Asia/Kolkata', 'America/New_York', 'Europe/Berlin', 'America/Sao_Paulo'],
  ...['Asia/Tokyo', 'America/Chicago', 'America/Los_Angeles', 'Europe/London', 'Europe/Moscow'],
  ...['Asia/Seoul', 'Australia/Sydney', 'Pacific/Auckland', 'Europe/Helsinki', 'America/Denver'],
];

/** The zone of the machine that wrote the dates; null where they do not tell. */
export function inferZone(pairs: readonly ClockPair[], system: string): InferredZone | null {
  const seen = new Map<string, { offset: number; instant: number; count: number }>();
  let total = 0;
  for (const { wall, instant } of pairs) {
    const offset = Math.round((wall - instant) / QUARTER) * 15;
    const off = Math.abs(wall - instant - offset * 60_000);
    if (off > TOLERANCE || Math.abs(offset) > 14 * 60) continue;
    total++;
    // Offsets change at most a few times a year, so a pair speaks for all of its fortnight.
    const key = `${offset}/${Math.floor(instant / (14 * 86_400_000))}`;
    const group = seen.get(key) ?? { offset, instant, count: 0 };
    seen.set(key, { ...group, count: group.count + 1 });
  }
  if (total < FEWEST) return null;
  const groups = [...seen.values()];
  let best: InferredZone | null = null;
  for (const zone of candidates(system)) {
    const agreeing = groups.reduce(
      (sum, { offset, instant, count }) =>
        tzOffset(zone, new Date(instant)) === offset ? sum + count : sum,
      0,
    );
    if (agreeing > (best?.agreeing ?? 0)) best = { zone, agreeing, of: total };
  }
  return best && best.agreeing >= SHARE * total ? best : null;
}

function candidates(system: string): readonly string[] {
  return [...new Set([system, ...POPULOUS, ...knownZones()])];
}
