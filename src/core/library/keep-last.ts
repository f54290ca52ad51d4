/** Caches the last result of a function. Calling it again with the same arguments does not compute it again. */
export function keepLast<Args extends readonly unknown[], Result>(
  compute: (...args: Args) => Result,
): (...args: Args) => Result {
  let last: { readonly args: Args; readonly result: Result } | null = null;
  return (...args) => {
    const { result } =
      last && args.every((arg, i) => arg === last?.args[i])
        ? last
        : (last = { args, result: compute(...args) });
    return result;
  };
}
