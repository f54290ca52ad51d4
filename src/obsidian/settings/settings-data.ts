/** The content of data.json. It may have fields that this version does not know. */
export type Data = Readonly<Record<string, unknown>>;

/** Returns whether parsed JSON is an object. */
export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Applies the differences between `before` and `after` to the data. Removes names that are only in `before`. Keeps
 * everything else: values of newer versions, and invalid values.
 */
export function withChanges(data: Data, before: object, after: object): Data {
  const changed: Record<string, unknown> = { ...data };
  const [old, now] = [before as Data, after as Data];
  for (const name of Object.keys(old)) if (!(name in now)) delete changed[name];
  for (const [name, value] of Object.entries(now)) {
    const previous = old[name];
    if (isSameData(previous, value)) continue;
    const inner = changed[name];
    changed[name] =
      isData(previous) && isData(value)
        ? withChanges(isData(inner) ? inner : {}, previous, value)
        : value;
  }
  return changed;
}

/** Removes the values at these paths (`dates.zone`). */
export function withoutPaths(data: Data, paths: readonly string[]): Data {
  return paths.reduce((rest, path) => withoutOne(rest, path.split('.')), data);
}

function withoutOne(data: Data, [name = '', ...rest]: readonly string[]): Data {
  const { [name]: value, ...others } = data;
  if (rest.length === 0 || value === undefined) return others;
  return isData(value) ? { ...data, [name]: withoutOne(value, rest) } : others;
}

/** Returns whether two values are equal, in any order of names. */
function isSameData(a: unknown, b: unknown): boolean {
  if (isData(a) && isData(b)) {
    const names = Object.keys(a);
    return (
      names.length === Object.keys(b).length && names.every((name) => isSameData(a[name], b[name]))
    );
  }
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
