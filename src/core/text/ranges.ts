import type { Range } from './edits';

/** Returns the range that contains an offset, or null. The ranges must be sorted and must not overlap. */
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

/** Returns whether one of the ranges contains an offset. The ranges must be sorted and must not overlap. */
export function covers(ranges: readonly Range[], offset: number): boolean {
  return rangeAround(ranges, offset) !== null;
}

/**
 * Returns the first offset of a word that is completely within a range, or -1. Nothing after the range is
 * searched: in a note with many articles, searching to the end from each of them would take quadratic time.
 */
export function indexWithin(text: string, word: string, { from, to }: Range): number {
  if (to >= text.length) return text.indexOf(word, from);
  const at = text.slice(from, to).indexOf(word);
  return at < 0 ? -1 : from + at;
}
