/** Larger pictures are never taken for a refusal. */
const SMALL_BYTES = 8 * 1024;
/** A small picture under so many URLs of one host is one. */
const MANY = 3;

/** What is known of a picture that was fetched. */
export interface FetchedPicture {
  readonly url: string;
  readonly host: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** URLs of one host under which the same small picture was served. */
export interface SamePicture {
  readonly sha256: string;
  readonly urls: readonly string[];
  /** Whether there are so many that it is a refusal; else it is only worth another attempt. */
  readonly isRefusal: boolean;
}

/**
 * The small pictures that one host served under several URLs. Some servers answer every foreign request with one and the same picture,
 * with status 200; but two articles may also use one icon.
 */
export function samePictures(fetched: Iterable<FetchedPicture>): readonly SamePicture[] {
  const urls = new Map<string, { readonly sha256: string; readonly urls: string[] }>();
  for (const { url, host, sha256, bytes } of fetched) {
    if (bytes > SMALL_BYTES) continue;
    const key = `${host} ${sha256}`;
    const same = urls.get(key);
    if (same) same.urls.push(url);
    else urls.set(key, { sha256, urls: [url] });
  }
  return [...urls.values()]
    .filter((same) => same.urls.length > 1)
    .map((same) => ({ ...same, isRefusal: same.urls.length >= MANY }));
}
