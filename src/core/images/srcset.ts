/** One of the files that a `srcset` offers. */
interface Candidate {
  readonly url: string;
  /** Its width in pixels, or its density: within one `srcset` they can be compared. */
  readonly size: number;
}

const SPACE = /[ \t\n\f\r]/;

/**
 * The URL of the largest file that a `srcset` offers; null where it offers none. It is read as the HTML standard does: a URL ends at
 * white space, so commas within one are a part of it, and those at its end are not.
 */
export function largestOf(srcset: string): string | null {
  let best: Candidate | null = null;
  for (const candidate of candidatesOf(srcset)) {
    if (best === null || candidate.size > best.size) best = candidate;
  }
  return best?.url ?? null;
}

function* candidatesOf(srcset: string): Generator<Candidate> {
  for (let at = 0; at < srcset.length;) {
    while (at < srcset.length && (SPACE.test(srcset.charAt(at)) || srcset.charAt(at) === ',')) at++;
    let end = at;
    while (end < srcset.length && !SPACE.test(srcset.charAt(end))) end++;
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
    yield { url, size: sizeOf(srcset.slice(end, comma < 0 ? undefined : comma)) };
  }
}

/** `500w` or `2x`; 1 where nothing is said. */
function sizeOf(descriptor: string): number {
  const size = parseFloat(descriptor);
  return Number.isFinite(size) ? size : 1;
}
