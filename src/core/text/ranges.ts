import type { Span } from './edits';

/** The span that holds an offset, of spans that are sorted and disjoint; null without one. */
export function spanAround<S extends Span>(spans: readonly S[], offset: number): S | null {
  let low = 0;
  let high = spans.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const span = spans[middle] as S;
    if (offset < span.from) high = middle - 1;
    else if (offset >= span.to) low = middle + 1;
    else return span;
  }
  return null;
}

/** Whether the offset lies in one of the spans, which are sorted and disjoint. */
export function covers(spans: readonly Span[], offset: number): boolean {
  return spanAround(spans, offset) !== null;
}
