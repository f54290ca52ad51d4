import { parseYaml } from '../src/cli/parse-yaml.mts';
import type { Planner } from '../src/core/repairs/plan';
import { readSettings, detectOptionsFrom, repairsFrom } from '../src/core/settings/settings';

/** A planner with these settings, or the defaults. */
export function plannerFor(settings: unknown = {}): Planner {
  const read = readSettings(settings);
  if (read.refused.length > 0) throw new Error(`Settings refused: ${read.refused.join(', ')}`);
  return {
    parseYaml,
    detect: detectOptionsFrom(read.settings),
    repairs: repairsFrom(read.settings),
  };
}
