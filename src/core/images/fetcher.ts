/** A request for an image. */
export interface ImageRequest {
  /** `http` or `https`, without a user name and password. */
  readonly url: string;
  /** The `Referer` header; null to send none. */
  readonly referer: string | null;
  readonly signal: AbortSignal;
}

/** Why there is no answer. */
export type FetchProblem =
  /** The host, or a host that it redirects to, is this computer or is in a private network. */
  | 'private-host'
  /**
   * A redirect to a protocol other than `http` or `https`, a redirect loop, or too many redirects.
   */
  | 'bad-redirect'
  | 'too-large'
  | 'timeout'
  /** The connection ended before all bytes arrived. */
  | 'truncated'
  | 'certificate'
  /** The host is unknown or does not answer. */
  | 'no-connection'
  | 'stopped';

/** The result of a request. */
export type ImageAnswer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly bytes: Uint8Array;
      /** How long the server asks to wait before the next request; null if it does not say. */
      readonly retryAfterMs: number | null;
    }
  | { readonly kind: 'problem'; readonly problem: FetchProblem };

/**
 * The only access to the network. It follows redirects, decompresses, sends no cookies, and never
 * rejects. Each implementation documents which requests it refuses.
 */
export interface Fetcher {
  readonly fetch: (request: ImageRequest) => Promise<ImageAnswer>;
}

/** Larger images are not saved. */
export const MAX_IMAGE_BYTES = 25 * 1024 * 1024;
/** The time limit for a request, including redirects. */
export const REQUEST_TIMEOUT_MS = 60_000;
/** The time limit for the next bytes of an answer. */
export const IDLE_TIMEOUT_MS = 15_000;
/** The request fails after this many redirects. */
export const MAX_REDIRECTS = 8;

/** Returns the program's `User-Agent` header. */
export function userAgent(version: string): string {
  return `OmnivoreRescue/${version} (saves images of saved articles)`;
}

/**
 * Parses a `Retry-After` header, which has seconds or a date. Returns the time to wait, or null if
 * it is neither.
 */
export function retryAfterMs(header: string | null, nowMs: number): number | null {
  const value = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  const date = value === '' ? NaN : Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - nowMs);
}
