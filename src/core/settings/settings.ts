import type { DetectOptions } from '../omnivore/detect';
import { plainName, PROPERTY_NAMES, withOwnNames } from '../omnivore/property-names';
import { publisherOf } from '../publishers/publishers';
import {
  ALL_REPAIRS,
  byRepair,
  repairsWith,
  type RepairId,
  type RepairOptions,
  type Repairs,
} from '../repairs';
import type { VaultContext } from '../repairs/define-repair';
import { optionsKey, type Settings } from './schema';

export { DEFAULT_SETTINGS, readSettings, settingNames } from './read-settings';
export { NAMED_CONCEPTS, type Settings } from './schema';

/** Returns the repairs that may change notes: they are on, and ready with the user's options. */
export function activeRepairs(settings: Settings): readonly RepairId[] {
  const options = optionsOf(settings);
  const vault = vaultContextOf(settings);
  return ALL_REPAIRS.filter(
    ({ id, isReady }) => settings.repairs[id] && isReady(options[id], vault),
  ).map(({ id }) => id);
}

/** Returns the repairs that are on, with their options. */
export function repairsFrom(settings: Settings): Repairs {
  const ids = ALL_REPAIRS.filter(({ id }) => settings.repairs[id]).map(({ id }) => id);
  return repairsWith(ids, optionsOf(settings), vaultContextOf(settings));
}

function vaultContextOf({ properties, dateProperties, draftFlag, dates }: Settings): VaultContext {
  const publisher = publisherOf(draftFlag.preset);
  return { names: properties, dateProperties, publisher, dates };
}

/** Returns the options of each repair by id. A repair without options gets an empty object. */
export function optionsOf(settings: Settings): RepairOptions {
  const all = settings as unknown as Readonly<Record<string, unknown>>;
  return byRepair(({ id, defaults }) => all[optionsKey(id)] ?? defaults) as RepairOptions;
}

/** Property names that other notes use too, in addition to those in `PROPERTY_NAMES`. */
const COMMON_NAMES = [
  ...['created', 'updated', 'modified', 'time', 'type', 'aliases', 'description', 'category'],
  ...['ctime', 'mtime', 'publisher', 'topic', 'keywords', 'note', 'notes', 'cover', 'image'],
];

/** Returns whether properties of ordinary notes are unlikely to have this name. */
function isUncommonName(name: string): boolean {
  const common = new Set([...Object.values(PROPERTY_NAMES).flat(), ...COMMON_NAMES]);
  return !common.has(plainName(name));
}

/** Returns the settings that detection needs. */
export function detectOptionsFrom(settings: Settings): DetectOptions {
  return {
    names: withOwnNames(settings.properties),
    omnivoreFolder: settings.omnivoreFolder,
    ownKeys: Object.values(settings.properties).flat().filter(isUncommonName),
  };
}
