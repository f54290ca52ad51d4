import type { Fields, ValuesOf } from './field';

/** Problems found while reading, as paths (`dates.zone`). */
export interface Noticed {
  /** Values that could not be used. */
  readonly refused: string[];
  /** Names that belong to no field. */
  readonly unknown: string[];
  /** Names that belong to a field. */
  readonly known: string[];
}

/** Parsed JSON by its names. */
export type Json = Readonly<Record<string, unknown>>;

/** The path of the whole in `refused`. */
const WHOLE = '(the whole)';

/** Takes a map of names from parsed JSON; anything else is refused and gives an empty map. */
export function readMap(data: unknown, path: string, noticed: Noticed): Json {
  if (typeof data === 'object' && data !== null && !Array.isArray(data)) return data as Json;
  if (data !== undefined && data !== null) noticed.refused.push(path || WHOLE);
  return {};
}

/** Reads the fields from a map at `path`. Ignores names that belong to no field. */
export function readFields<F extends Fields>(
  fields: F,
  data: Json,
  path: string,
  noticed: Noticed,
): ValuesOf<F> {
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const stored = [name, ...(field.oldNames ?? [])].find((each) => has(data, each)) ?? name;
    const { value, isValid } = field.read(valueAt(data, stored));
    if (!isValid) noticed.refused.push(join(path, stored));
    noticed.known.push(join(path, name));
    values[name] = value;
  }
  return values as ValuesOf<F>;
}

/** Notices the names in a map that belong to none of the fields and groups of fields. */
export function noticeUnknown(
  fields: Fields,
  groups: readonly string[],
  data: Json,
  path: string,
  noticed: Noticed,
): void {
  const names = Object.entries(fields).flatMap(([name, { oldNames = [] }]) => [name, ...oldNames]);
  const known = new Set([...names, ...groups]);
  for (const name of Object.keys(data)) {
    if (!known.has(name)) noticed.unknown.push(join(path, name));
  }
}

/** The map with today's names in place of the old ones; where both are there, today's counts. */
export function withTodaysNames(fields: Fields, data: Json): Json {
  const renamed: Record<string, unknown> = { ...data };
  for (const [name, { oldNames = [] }] of Object.entries(fields)) {
    for (const old of oldNames) {
      if (!has(renamed, old)) continue;
      if (!has(renamed, name)) renamed[name] = renamed[old];
      delete renamed[old];
    }
  }
  return renamed;
}

/** The value of this name, undefined without one; names of the prototype are not there. */
export function valueAt(data: Json, name: string): unknown {
  return has(data, name) ? data[name] : undefined;
}

function has(data: Json, name: string): boolean {
  return Object.prototype.hasOwnProperty.call(data, name);
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
