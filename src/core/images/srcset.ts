/** A file in a `srcset`. */
interface SrcsetCandidate {
  readonly url: string;
  /** The width in pixels, or the density. Sizes of one `srcset` can be compared. */
  readonly size: number;
}

const SRCSET_SPACE = /[ \t\n\f\r]/;

/**
 * Returns the URL of the largest file in a `srcset`; null if there is none. Follows the HTML
 * standard: a URL ends at white space, so commas inside it are a part of it, and commas at its end
 * are not.
 */
export function largestOf(srcset: string): string | null {
  let best: SrcsetCandidate | null = null;
  for (const candidate of candidatesOf(srcset)) {
    if (best === null || candidate.size > best.size) best = candidate;
  }
  return best?.url ?? null;
}

function* candidatesOf(srcset: string): Generator<SrcsetCandidate> {
  for (let at = 0; at < srcset.length;) {
    while (
      at < srcset.length &&
      (SRCSET_SPACE.test(srcset.charAt(at)) || srcset.charAt(at) === ',')
    )
      at++;
    let end = at;
    while (end < srcset.length && !SRCSET_SPACE.test(srcset.charAt(end))) end++;
    let urlEnd = end;
    while (urlEnd > at && srcset.charAt(urlEnd - 1) === ',') urlEnd--;
    const url = srcset.slice(at, urlEnd);
    at = end;
    if (url === '') continue;
    if (urlEnd < end) {
      yield { url, size: 1 };
      continue;
    }
    const comma = srcset.indexOf(',', end);
    at = comma < 0 ? srcset.length : comma + 1;
    yield { url, size: sizeOfDescriptor(srcset.slice(end, comma < 0 ? undefined : comma)) };
  }
}

/** Parses `500w` or `2x`. Returns 1 if there is no size. */
function sizeOfDescriptor(descriptor: string): number {
  const size = parseFloat(descriptor);
  return Number.isFinite(size) ? size : 1;
}
