import { parse } from 'yaml';
import { readSettings, recogniseFrom, repairsFrom } from '../src/settings';
import type { Planner } from '../src/repairs/plan';

export { plan } from '../src/repairs/plan';
export { splice } from '../src/text/edit';
export { readNote } from '../src/note/note';

/** Reads YAML as the command line does. */
export function parseYaml(source: string): unknown {
  return parse(source);
}

/** A planner as the default settings say. */
export function defaultPlanner(): Planner {
  const { settings } = readSettings({});
  return { parseYaml, recognise: recogniseFrom(settings), repairs: repairsFrom(settings) };
}
