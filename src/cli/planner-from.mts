import type { Planner } from '../core/repairs/plan';
import { detectOptionsFrom, repairsFrom, type Settings } from '../core/settings/settings';
import { parseYaml } from './parse-yaml.mts';

/** Returns the planner for these settings. `ownNotes` also finds dead images in notes that are not saved articles. */
export function plannerFrom(settings: Settings, ownNotes: boolean): Planner {
  const [detect, repairs] = [detectOptionsFrom(settings), repairsFrom(settings)];
  return { parseYaml, detect, repairs, ownNotes };
}
