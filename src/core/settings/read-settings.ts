import { ALL_REPAIRS, type RepairId } from '../repairs';
import type { Fields, ValuesOf } from '../schema/field';
import {
  noticeUnknown,
  readFields,
  readMap,
  valueAt,
  withTodaysNames,
  type Json,
  type Noticed,
} from '../schema/read-fields';
import {
  GENERAL,
  GROUPS,
  optionsKey,
  PROPERTIES,
  STATE_WORDS,
  SWITCHES,
  type Settings,
} from './schema';

/** Settings, and the paths of the values that could not be used and are at their defaults. */
export interface ReadSettings {
  readonly settings: Settings;
  readonly refused: readonly string[];
}

/** The names in parsed JSON that belong to no setting, and all that do; as paths (`dates.zone`). */
export interface SettingNames {
  readonly unknown: readonly string[];
  readonly known: readonly string[];
}

/** Reads settings from parsed JSON. Every value is checked; one that can't be used is at its default, and listed. */
export function readSettings(data: unknown): ReadSettings {
  const { settings, noticed } = readAll(data);
  return { settings, refused: noticed.refused };
}

/** Which names in parsed JSON belong to a setting, and which are a typo or from a newer version. */
export function settingNames(data: unknown): SettingNames {
  return readAll(data).noticed;
}

/** The data with today's names in place of older ones, which are read for good. Where both are there, today's counts. */
export function withTodaysSettingNames(data: Json): Json {
  const renamed: Record<string, unknown> = { ...withTodaysNames(GENERAL, data) };
  for (const [group, fields] of Object.entries<Fields>(GROUPS)) {
    const inner = valueAt(renamed, group);
    if (isMap(inner)) renamed[group] = withTodaysNames(fields, inner);
  }
  return renamed;
}

/** All settings at their defaults. */
export const DEFAULT_SETTINGS: Settings = readAll({}).settings;

function readAll(data: unknown): { readonly settings: Settings; readonly noticed: Noticed } {
  const noticed: Noticed = { refused: [], unknown: [], known: [] };
  const root = readMap(data, '', noticed);
  noticeUnknown(GENERAL, Object.keys(GROUPS), root, '', noticed);
  const general = readFields(GENERAL, root, '', noticed);
  const repairs = readGroup('repairs', SWITCHES, root, noticed);
  const options = readOptions(root, noticed);
  const properties = readGroup('properties', PROPERTIES, root, noticed);
  const stateWords = readGroup('stateWords', STATE_WORDS, root, noticed);
  const settings = {
    ...general,
    repairs,
    ...options,
    properties: named(properties),
    stateWords: named(stateWords),
  };
  return { settings: settings as Settings, noticed };
}

function readGroup<F extends Fields>(
  group: string,
  fields: F,
  root: Json,
  noticed: Noticed,
): ValuesOf<F> {
  noticed.known.push(group);
  const data = readMap(valueAt(root, group), group, noticed);
  noticeUnknown(fields, [], data, group, noticed);
  return readFields(fields, data, group, noticed);
}

/** The options of each repair that has some. */
function readOptions(root: Json, noticed: Noticed): Readonly<Record<string, unknown>> {
  const read: Record<string, unknown> = {};
  for (const repair of ALL_REPAIRS) {
    const group = optionsKey(repair.id);
    if (!Object.keys(GROUPS).includes(group)) continue;
    const before = noticed.refused.length;
    const options = readGroup(group, repair.options, root, noticed);
    const refused = noticed.refused.slice(before).map((path) => path.slice(group.length + 1));
    const data = valueAt(root, group);
    read[group] = repair.complete(options, {
      refused,
      has: (name) => isMap(data) && valueAt(data, name) !== undefined,
      isSwitchedOn: isSwitchedOn(repair.id, root),
    });
  }
  return read;
}

function isSwitchedOn(id: RepairId, root: Json): boolean {
  const switches = valueAt(root, 'repairs');
  return isMap(switches) && valueAt(switches, id) === true;
}

function isMap(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Without the names that are empty. */
function named(group: Json): Json {
  const isEmpty = (value: unknown): boolean =>
    value === '' || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(group).filter(([, value]) => !isEmpty(value)));
}
