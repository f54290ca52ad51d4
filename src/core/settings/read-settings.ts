import { ALL_REPAIRS, type RepairId } from '../repairs';
import type { Fields, ValuesOf } from '../schema/field';
import {
  isRecord,
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
  PANEL,
  PROPERTIES,
  SECOND_LINE,
  STATE_WORDS,
  SWITCHES,
  type Settings,
} from './schema';

/** Settings, and the paths of invalid values. Settings with invalid values have their defaults. */
export interface ReadSettings {
  readonly settings: Settings;
  readonly refused: readonly string[];
}

/** The names in parsed JSON that belong to no setting, and the names of all settings, as paths (`dates.zone`). */
export interface SettingNames {
  readonly unknown: readonly string[];
  readonly known: readonly string[];
}

/** Reads settings from parsed JSON. Checks every value. Replaces an invalid value by its default and lists its path. */
export function readSettings(data: unknown): ReadSettings {
  const { settings, noticed } = readAll(data);
  return { settings, refused: noticed.refused };
}

/** Finds the names in parsed JSON that belong to no setting: they are typos or from a newer version. */
export function settingNames(data: unknown): SettingNames {
  return readAll(data).noticed;
}

/** Replaces old names with current ones. If both are present, the value of the current name wins. */
export function withTodaysSettingNames(data: Json): Json {
  const renamed: Record<string, unknown> = { ...withTodaysNames(GENERAL, data) };
  for (const [group, fields] of Object.entries<Fields>(GROUPS)) {
    const inner = valueAt(renamed, group);
    if (isRecord(inner)) renamed[group] = withTodaysNames(fields, inner);
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
  const panel = readGroup('panel', PANEL, root, noticed);
  const secondLine = readGroup('secondLine', SECOND_LINE, root, noticed);
  const settings = {
    ...general,
    repairs,
    ...options,
    properties: named(properties),
    stateWords: named(stateWords),
    ...{ panel, secondLine },
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

/** Reads the options of each repair that has options. */
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
      has: (name) => isRecord(data) && valueAt(data, name) !== undefined,
      isSwitchedOn: isSwitchedOn(repair.id, root),
    });
  }
  return read;
}

function isSwitchedOn(id: RepairId, root: Json): boolean {
  const switches = valueAt(root, 'repairs');
  return isRecord(switches) && valueAt(switches, id) === true;
}

/** Removes entries with empty values. */
function named(group: Json): Json {
  const isEmpty = (value: unknown): boolean =>
    value === '' || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(group).filter(([, value]) => !isEmpty(value)));
}
