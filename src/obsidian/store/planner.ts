import { parseYaml } from 'obsidian';
import type { Planner } from '../../core/repairs/plan';
import type { PlannerMaker } from '../../core/runs/plan-notes';
import { detectOptionsFrom, repairsFrom, type Settings } from '../../core/settings/settings';

/**
 * Creates planners with the app's YAML parser. Planners are cached, because asking the system for its time
 * zone takes longer than planning a note. With `ownNotes`, they also find dead images in notes that are not
 * saved articles.
 */
export function plannerMaker(settings: Settings, ownNotes = false): PlannerMaker {
  const detect = detectOptionsFrom(settings);
  const made = new Map<boolean | null, Planner>();
  return (dayFirst) => {
    const known = made.get(dayFirst);
    if (known) return known;
    const planner = { parseYaml, detect, repairs: repairsFrom(settings, dayFirst), ownNotes };
    made.set(dayFirst, planner);
    return planner;
  };
}
