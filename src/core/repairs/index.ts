import type { ValuesOf } from '../schema/field';
import { dates } from './dates/repair';
import { deadLinks } from './dead-links/repair';
import type { Repair, RepairFinder, VaultContext } from './define-repair';
import { draftFlag } from './draft-flag/repair';
import { escapedText } from './escaped-text/repair';
import { proxiedImages } from './proxied-images/repair';
import { publisherDate } from './publisher-date/repair';

/** All repairs, in the order in which they are shown and run. To add one, add its line here. */
export const REPAIRS = [
  draftFlag, // One line each.
  dates,
  proxiedImages,
  escapedText,
  deadLinks,
  publisherDate,
] as const;

/** One of the repairs, with its own type. */
export type AnyRepair = (typeof REPAIRS)[number];

/** The name of a repair in settings, on the command line and in journals. */
export type RepairId = AnyRepair['id'];

/** The options of each repair, by its id. */
export type RepairOptions = {
  readonly [R in AnyRepair as R['id']]: ValuesOf<R['options']>;
};

/** The repairs, all of one type, to loop over. */
export const ALL_REPAIRS: readonly Repair<RepairId>[] = [...REPAIRS];

/** The ids of all repairs, in the order in which they are shown. */
export const REPAIR_IDS: readonly RepairId[] = REPAIRS.map(({ id }) => id);

/** The repairs that are on, ready to run with their options. A repair that is off has no entry. */
export type Repairs = { readonly [Id in RepairId]?: RepairFinder };

/** Returns the repairs with these ids, ready to run with their options. */
export function repairsWith(
  ids: readonly RepairId[],
  options: RepairOptions,
  vault: VaultContext,
): Repairs {
  const wanted = ALL_REPAIRS.filter(({ id }) => ids.includes(id));
  return Object.fromEntries(
    wanted.map((repair) => [repair.id, repair.with(options[repair.id], vault)]),
  );
}

/** Builds a record with one value for each repair, by repair id. */
export function byRepair<T>(
  valueOf: (repair: Repair<RepairId>) => T,
): Readonly<Record<RepairId, T>> {
  const entries = ALL_REPAIRS.map((repair) => [repair.id, valueOf(repair)]);
  return Object.fromEntries(entries) as Record<RepairId, T>;
}
