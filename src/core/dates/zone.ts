import { tzOffset } from '@date-fns/tz/tzOffset';
import { asUtc, type Day, type Time } from './plain-date';

/** Returns the time zone of this device, as an IANA name. */
export function systemZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/**
 * Returns the IANA name for a zone setting. `system` is this device's zone; `keep` gives null, which means
 * that each date keeps its own zone.
 */
export function zoneName(setting: string): string | null {
  if (setting === 'keep') return null;
  return setting === 'system' ? systemZone() : setting;
}

/** Returns whether this device supports a zone name. */
function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Returns whether a setting is valid: `keep`, `system` or an IANA name. */
export function isZoneSetting(name: string): boolean {
  return name === 'keep' || name === 'system' || isZone(name);
}

/**
 * Returns the offset of a zone at an instant, in minutes east of Greenwich. `instant` is in milliseconds
 * since 1970.
 */
export function offsetAt(instant: number, zone: string): number {
  return tzOffset(zone, new Date(instant));
}

/** A day of 24 hours. */
export const DAY_MS = 86_400_000;

/**
 * Returns the instants at which clocks in a zone show a local date and time, in milliseconds since 1970.
 * Usually one; none if the clocks skip that hour, two if they repeat it.
 */
export function instantsOf(day: Day, time: Time | null, zone: string): readonly number[] {
  const local = asUtc(day, time);
  const offsets = new Set([offsetAt(local - DAY_MS, zone), offsetAt(local + DAY_MS, zone)]);
  return [...offsets]
    .map((offset) => local - offset * 60_000)
    .filter((instant) => instant + offsetAt(instant, zone) * 60_000 === local);
}

/** The function is missing on systems older than 2022. */
type Listing = typeof Intl & { supportedValuesOf?: (key: 'timeZone') => string[] };

/** Returns the time zones that this system supports, or an empty list if it can't list them. */
export function supportedZones(): readonly string[] {
  return (Intl as Listing).supportedValuesOf?.('timeZone') ?? [];
}
