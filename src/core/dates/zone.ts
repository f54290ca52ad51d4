import { tzOffset } from '@date-fns/tz/tzOffset';
import { asUtc, type Day, type Time } from './plain-date';

/** The time zone of this device, as an IANA name. */
export function systemZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** A setting as an IANA name: `system` is this device's zone. Null for `keep`: dates keep the zone that they name. */
export function zoneName(setting: string): string | null {
  if (setting === 'keep') return null;
  return setting === 'system' ? systemZone() : setting;
}

/** Whether this device knows a zone of this name. */
function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Whether a setting names a zone: `keep`, `system` or an IANA name. */
export function isZoneSetting(name: string): boolean {
  return name === 'keep' || name === 'system' || isZone(name);
}

/** Minutes east of Greenwich in a zone at an instant, given in milliseconds since 1970. */
export function offsetAt(instant: number, zone: string): number {
  return tzOffset(zone, new Date(instant));
}

const DAY_MS = 86_400_000;

/**
 * The instants at which clocks in a zone show a local date and time: one, or none where the clocks skip that hour, or two where
 * they repeat it.
 */
export function instantsOf(day: Day, time: Time | null, zone: string): readonly number[] {
  const local = asUtc(day, time);
  const offsets = new Set([offsetAt(local - DAY_MS, zone), offsetAt(local + DAY_MS, zone)]);
  return [...offsets]
    .map((offset) => local - offset * 60_000)
    .filter((instant) => instant + offsetAt(instant, zone) * 60_000 === local);
}
