import { parseYaml } from 'obsidian';
import { REPAIR_IDS } from '../repairs';
import type { RepairId } from '../repairs/repair';
import type { PlannerMaker } from '../runs/planned';
import { recogniseFrom, repairsFrom, type Settings } from '../settings';

/** Makes planners that read YAML as the app does. */
export function plannerMaker(settings: Settings): PlannerMaker {
  const recognise = recogniseFrom(settings);
  return (dayFirst) => ({ parseYaml, recognise, repairs: repairsFrom(settings, dayFirst) });
}

/** The settings with these repairs on and all others off. */
export function withOnly(settings: Settings, ids: Iterable<RepairId>): Settings {
  const wanted = new Set(ids);
  const repairs = Object.fromEntries(REPAIR_IDS.map((id) => [id, wanted.has(id)]));
  return { ...settings, repairs: repairs as Settings['repairs'] };
}
