import { ALL_REPAIRS, byRepair, type RepairId } from '../src/core/repairs';
import { optionsKey } from '../src/core/settings/schema';

/** An example of a repair, and the settings it is meant for: no other repair is on. */
export interface NamedExample {
  readonly name: string;
  readonly repair: RepairId;
  readonly before: string;
  readonly after: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** The examples of all repairs. */
export const EXAMPLES: readonly NamedExample[] = ALL_REPAIRS.flatMap((repair) =>
  repair.examples.map(({ title, before, after, options = {}, settings = {} }) => ({
    name: `${repair.id}: ${title}`,
    repair: repair.id,
    before,
    after,
    settings: {
      repairs: byRepair(({ id }) => id === repair.id),
      ...(Object.keys(repair.options).length > 0 && {
        [optionsKey(repair.id)]: { ...repair.defaults, ...options },
      }),
      ...settings,
    },
  })),
);
