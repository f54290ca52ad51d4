import type { Range } from './edits';

/** The range that holds an offset, of ranges that are sorted and disjoint; null without one. */
export function rangeAround<S extends Range>(ranges: readonly S[], offset: number): S | null {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle] as S;
    if (offset < range.from) high = middle - 1;
    else if (offset >= range.to) low = middle + 1;
    else return range;
  }
  return null;
}

/** Whether the offset lies in one of the ranges, which are sorted and disjoint. */
export function covers(ranges: readonly Range[], offset: number): boolean {
  return rangeAround(ranges, offset) !== null;
}
