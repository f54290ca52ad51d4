import { offsetAt, supportedZones } from './zone';

/** A local time and its instant, both in milliseconds since 1970. The local time is read as if it were UTC. */
export interface ClockPair {
  readonly local: number;
  readonly instant: number;
}

/** A zone that explains the pairs. */
export interface InferredZone {
  /** An IANA name. If several zones fit equally well: the preferred one, otherwise the most populous. */
  readonly zone: string;
  /** How many pairs fit, of those whose difference can be an offset. */
  readonly agreeing: number;
  readonly of: number;
}

/** Offsets of time zones are multiples of it. */
export const QUARTER_MS = 15 * 60_000;
/** The largest difference, apart from the offset, between a saved date and the timestamp of the same save. */
export const TOLERANCE_MS = 30_000;
/** Fewer pairs are not enough evidence. */
const MIN_PAIRS = 3;
/** Some pairs can disagree: saving an article again changes its date, but not the timestamp in its ID. */
const MIN_AGREEING_SHARE = 0.8;
const POPULOUS = [
  ...['Asia/Shanghai', 'Asia/Kolkata', 'America/New_York', 'Europe/Berlin', 'America/Sao_Paulo'],
  ...['Asia/Tokyo', 'America/Chicago', 'America/Los_Angeles', 'Europe/London', 'Europe/Moscow'],
  ...['Asia/Seoul', 'Australia/Sydney', 'Pacific/Auckland', 'Europe/Helsinki', 'America/Denver'],
];

/** Infers the zone of the machine that wrote the dates. Returns null if the pairs don't show it. */
export function inferZone(
  pairs: readonly ClockPair[],
  preferred: string | null,
): InferredZone | null {
  const byOffset = new Map<string, { offset: number; instant: number; count: number }>();
  let total = 0;
  for (const { local, instant } of pairs) {
    const offset = Math.round((local - instant) / QUARTER_MS) * 15;
    const deviation = Math.abs(local - instant - offset * 60_000);
    if (deviation > TOLERANCE_MS || Math.abs(offset) > 14 * 60) continue;
    total++;
    // Offsets change a few times a year at most, so all pairs within two weeks can be counted together.
    const key = `${offset}/${Math.floor(instant / (14 * 86_400_000))}`;
    const group = byOffset.get(key) ?? { offset, instant, count: 0 };
    byOffset.set(key, { ...group, count: group.count + 1 });
  }
  if (total < MIN_PAIRS) return null;
  const groups = [...byOffset.values()];
  let best: InferredZone | null = null;
  for (const zone of candidates(preferred)) {
    const agreeing = groups.reduce(
      (sum, { offset, instant, count }) => (offsetAt(instant, zone) === offset ? sum + count : sum),
      0,
    );
    if (agreeing > (best?.agreeing ?? 0)) best = { zone, agreeing, of: total };
  }
  return best && best.agreeing >= MIN_AGREEING_SHARE * total ? best : null;
}

function candidates(preferred: string | null): readonly string[] {
  return [
    ...new Set([...(preferred === null ? [] : [preferred]), ...POPULOUS, ...supportedZones()]),
  ];
}
