import { dates, type DatesOptions } from './dates/repair';
import { deadLinks, type DeadLinksOptions } from './dead-links/repair';
import { draftFlag, type DraftFlagOptions } from './draft-flag/repair';
import { escapedText, type EscapedTextOptions } from './escaped-text/repair';
import { proxiedImages, type ProxiedImagesOptions } from './proxied-images/repair';
import type { Repair, RepairId, RepairKind } from './repair';

/** Each repair's options by its name: the table of contents. */
export interface RepairOptions {
  'draft-flag': DraftFlagOptions;
  dates: DatesOptions;
  'proxied-images': ProxiedImagesOptions;
  'escaped-text': EscapedTextOptions;
  'dead-links': DeadLinksOptions;
}

/** All repairs there are. */
export const REPAIRS: { readonly [Id in RepairId]: RepairKind<RepairOptions[Id]> } = {
  'draft-flag': draftFlag,
  dates,
  'proxied-images': proxiedImages,
  'escaped-text': escapedText,
  'dead-links': deadLinks,
};

/** Their names, in the order in which they are shown. */
export const REPAIR_IDS = Object.keys(REPAIRS) as readonly RepairId[];

/** Repairs with their options, ready to look; those that are off are left out. */
export type Repairs = { readonly [Id in RepairId]?: Repair };

/** All repairs named, each with its options or, where none are given, its defaults. */
export function repairsWith(
  ids: Iterable<RepairId>,
  options: Partial<RepairOptions> = {},
): Repairs {
  return Object.fromEntries([...ids].map((id) => [id, withOptions(id, options)]));
}

function withOptions<Id extends RepairId>(id: Id, options: Partial<RepairOptions>): Repair {
  const kind: RepairKind<RepairOptions[Id]> = REPAIRS[id];
  return kind.with(options[id] ?? kind.defaults);
}
