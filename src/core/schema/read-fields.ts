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

/** An object of parsed JSON or YAML. */
export type Json = Readonly<Record<string, unknown>>;

/** Returns whether a parsed value is an object, and not a list. */
export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns a parsed object; an empty one for any other value. */
export function recordOf(value: unknown): Json {
  return isRecord(value) ? value : {};
}

/** The path in `refused` if the data as a whole is invalid. */
const WHOLE = '(the whole)';

/** Returns parsed JSON as an object. Anything else is refused and gives an empty object. */
export function readMap(data: unknown, path: string, noticed: Noticed): Json {
  if (isRecord(data)) return data;
  if (data !== undefined && data !== null) noticed.refused.push(path || WHOLE);
  return {};
}

/** Reads the fields of the object at `path`. Ignores names that belong to no field. */
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

/** Adds the names that belong to no field and no group to `noticed.unknown`. */
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

/** Replaces old names with current ones. If both are present, the value of the current name wins. */
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

/** Returns the value of a name, or undefined. Ignores inherited properties. */
export function valueAt(data: Json, name: string): unknown {
  return has(data, name) ? data[name] : undefined;
}

function has(data: Json, name: string): boolean {
  return Object.prototype.hasOwnProperty.call(data, name);
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
