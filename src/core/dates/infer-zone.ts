import { knownZones } from './known-zones';
import { offsetAt } from './zone';

/** A local time, in milliseconds since 1970 as if it were UTC, beside the instant that it stands for. */
export interface ClockPair {
  readonly local: number;
  readonly instant: number;
}

/** A zone in which the pairs agree. */
export interface InferredZone {
  /** An IANA name; where several zones agree, the preferred one, else the one most people live in. */
  readonly zone: string;
  /** Pairs that agree with it, of those that are a whole offset apart at all. */
  readonly agreeing: number;
  readonly of: number;
}

const QUARTER_MS = 15 * 60_000;
/** How far a saved date and the clock of the same saving are apart at most, besides the offset. */
const TOLERANCE_MS = 30_000;
/** Fewer prove nothing. */
const FEWEST = 3;
/** Saving again moves the date and not the clock; so some pairs may disagree. */
const SHARE = 0.8;
const POPULOUS = [
  ...['Asia/Shanghai', 'Asia/Kolkata', 'America/New_York', 'Europe/Berlin', 'America/Sao_Paulo'],
  ...['Asia/Tokyo', 'America/Chicago', 'America/Los_Angeles', 'Europe/London', 'Europe/Moscow'],
  ...['Asia/Seoul', 'Australia/Sydney', 'Pacific/Auckland', 'Europe/Helsinki', 'America/Denver'],
];

/** The zone of the machine that wrote the dates; null where they don't show it. */
export function inferZone(
  pairs: readonly ClockPair[],
  preferred: string | null,
): InferredZone | null {
  const seen = new Map<string, { offset: number; instant: number; count: number }>();
  let total = 0;
  for (const { local, instant } of pairs) {
    const offset = Math.round((local - instant) / QUARTER_MS) * 15;
    const off = Math.abs(local - instant - offset * 60_000);
    if (off > TOLERANCE_MS || Math.abs(offset) > 14 * 60) continue;
    total++;
    // Offsets change at most a few times a year, so a pair speaks for all of its fortnight.
    const key = `${offset}/${Math.floor(instant / (14 * 86_400_000))}`;
    const group = seen.get(key) ?? { offset, instant, count: 0 };
    seen.set(key, { ...group, count: group.count + 1 });
  }
  if (total < FEWEST) return null;
  const groups = [...seen.values()];
  let best: InferredZone | null = null;
  for (const zone of candidates(preferred)) {
    const agreeing = groups.reduce(
      (sum, { offset, instant, count }) => (offsetAt(instant, zone) === offset ? sum + count : sum),
      0,
    );
    if (agreeing > (best?.agreeing ?? 0)) best = { zone, agreeing, of: total };
  }
  return best && best.agreeing >= SHARE * total ? best : null;
}

function candidates(preferred: string | null): readonly string[] {
  return [...new Set([...(preferred === null ? [] : [preferred]), ...POPULOUS, ...knownZones()])];
}
