import { REPAIR_IDS } from '../repairs';
import type { RepairId } from '../repairs/repair';
import type { Settings } from '../settings';

/** The settings with these repairs on and all others off. */
export function withOnly(settings: Settings, ids: Iterable<RepairId>): Settings {
  const wanted = new Set(ids);
  const repairs = Object.fromEntries(REPAIR_IDS.map((id) => [id, wanted.has(id)]));
  return { ...settings, repairs: repairs as Settings['repairs'] };
}
