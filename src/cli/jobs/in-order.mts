/**
 * Starts work on each item, on up to `atOnce` items at the same time, and yields the results in the order of the items.
 * Rejects with the first error in that order.
 */
export async function* runInOrder<Item, Result>(
  items: Iterable<Item>,
  start: (item: Item) => Promise<Result>,
  atOnce: number,
): AsyncGenerator<Result> {
  const started: Promise<Result>[] = [];
  for (const item of items) {
    const result = start(item);
    // It is awaited later. Until then, an error must not count as unhandled.
    result.catch(() => undefined);
    started.push(result);
    if (started.length >= atOnce) yield await (started.shift() as Promise<Result>);
  }
  for (const result of started) yield await result;
}
