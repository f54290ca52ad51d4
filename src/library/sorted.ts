/** Which of two comes first: below 0 the first, above 0 the second. */
export type Compare<T> = (a: T, b: T) => number;

/** Where an item stands in a sorted list, or would. */
export function placeIn<T>(list: readonly T[], item: T, compare: Compare<T>): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(list[middle] as T, item) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Texts by their code units, for an order that no language sees. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
