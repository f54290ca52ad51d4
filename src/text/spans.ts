import type { Span } from './edit';

/** Whether the offset lies in one of the spans, which are sorted and disjoint. */
export function covers(spans: readonly Span[], offset: number): boolean {
  let low = 0;
  let high = spans.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const span = spans[middle] as Span;
    if (offset < span.from) high = middle - 1;
    else if (offset >= span.to) low = middle + 1;
    else return true;
  }
  return false;
}
