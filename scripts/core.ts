import { parseYaml } from '../src/command-line/parse-yaml';
import { readSettings, recogniseFrom, repairsFrom } from '../src/settings';
import type { Planner } from '../src/repairs/plan';

export { plan } from '../src/repairs/plan';
export { splice } from '../src/text/edit';
export { readNote } from '../src/note/note';
export { parseYaml };

/** A planner as the default settings say. */
export function defaultPlanner(): Planner {
  const { settings } = readSettings({});
  return { parseYaml, recognise: recogniseFrom(settings), repairs: repairsFrom(settings) };
}
