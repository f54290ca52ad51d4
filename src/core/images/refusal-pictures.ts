/** Larger pictures are never treated as a refusal. */
const MAX_REFUSAL_BYTES = 8 * 1024;
/** From this many URLs of one host on, the same small picture is a refusal. */
const MIN_REFUSAL_URLS = 3;

/** What is needed of a fetched picture. */
export interface FetchedPicture {
  readonly url: string;
  readonly host: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** URLs of one host that returned the same small picture. */
export interface SamePicture {
  readonly sha256: string;
  readonly urls: readonly string[];
  /** True if there are enough URLs for a refusal. Otherwise another attempt is worthwhile. */
  readonly isRefusal: boolean;
}

/**
 * Finds small pictures that one host returned for several URLs. Some servers return the same
 * picture for every foreign request, with status 200. But two articles can also use the same icon.
 */
export function samePictures(fetched: Iterable<FetchedPicture>): readonly SamePicture[] {
  const urls = new Map<string, { readonly sha256: string; readonly urls: string[] }>();
  for (const { url, host, sha256, bytes } of fetched) {
    if (bytes > MAX_REFUSAL_BYTES) continue;
    const key = `${host} ${sha256}`;
    const same = urls.get(key);
    if (same) same.urls.push(url);
    else urls.set(key, { sha256, urls: [url] });
  }
  return [...urls.values()]
    .filter((same) => same.urls.length > 1)
    .map((same) => ({ ...same, isRefusal: same.urls.length >= MIN_REFUSAL_URLS }));
}
