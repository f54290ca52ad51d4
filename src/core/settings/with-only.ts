import { ALL_REPAIRS, byRepair, type RepairId } from '../repairs';
import { GROUPS, optionsKey, type Settings } from './schema';
import { optionsOf } from './settings';

/**
 * Returns the settings with these repairs on and all others off. A repair that waits for the user's choice gets the
 * most common one, because the user asked for it by name.
 */
export function withOnly(settings: Settings, ids: Iterable<RepairId>): Settings {
  const wanted = new Set(ids);
  const options = optionsOf(settings);
  const chosen = ALL_REPAIRS.filter(({ id }) => wanted.has(id) && optionsKey(id) in GROUPS).map(
    (repair) => [optionsKey(repair.id), repair.whenNamed(options[repair.id])],
  );
  const repairs = byRepair(({ id }) => wanted.has(id));
  return { ...settings, repairs, ...(Object.fromEntries(chosen) as Partial<Settings>) };
}
