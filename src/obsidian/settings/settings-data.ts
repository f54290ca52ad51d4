/** What data.json holds, with fields that this version may not know. */
export type Data = Readonly<Record<string, unknown>>;

/** Whether parsed JSON is a map of names. */
export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The data with the values that differ between `before` and `after` set, and all else as it was: what a newer version wrote,
 * and values that were not understood. A name that `after` has no more is taken out.
 */
export function withChanges(data: Data, before: object, after: object): Data {
  const changed: Record<string, unknown> = { ...data };
  const [old, now] = [before as Data, after as Data];
  for (const name of Object.keys(old)) if (!(name in now)) delete changed[name];
  for (const [name, value] of Object.entries(now)) {
    const was = old[name];
    if (isSame(was, value)) continue;
    const inner = changed[name];
    changed[name] =
      isData(was) && isData(value) ? withChanges(isData(inner) ? inner : {}, was, value) : value;
  }
  return changed;
}

/** The data without the values at these paths (`dates.zone`). */
export function without(data: Data, paths: readonly string[]): Data {
  return paths.reduce((left, path) => withoutOne(left, path.split('.')), data);
}

function withoutOne(data: Data, [name = '', ...rest]: readonly string[]): Data {
  const { [name]: value, ...others } = data;
  if (rest.length === 0 || value === undefined) return others;
  return isData(value) ? { ...data, [name]: withoutOne(value, rest) } : others;
}

/** Whether two values say the same, in whatever order their names come. */
function isSame(a: unknown, b: unknown): boolean {
  if (isData(a) && isData(b)) {
    const names = Object.keys(a);
    return (
      names.length === Object.keys(b).length && names.every((name) => isSame(a[name], b[name]))
    );
  }
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
