/** What is asked for. */
export interface ImageRequest {
  /** `http` or `https`, without user name and password. */
  readonly url: string;
  /** Sent as `Referer`; null: none is sent. */
  readonly referer: string | null;
  readonly signal: AbortSignal;
}

/** Why nothing was answered. */
export type FetchProblem =
  /** The host, or one that it redirects to, is in a private network, or is this computer. */
  | 'private-host'
  /** A redirect to something else than `http` or `https`, in a circle, or too often. */
  | 'bad-redirect'
  | 'too-large'
  | 'timeout'
  /** The connection ended before all bytes had come. */
  | 'truncated'
  | 'certificate'
  /** The host is not known, or does not answer. */
  | 'no-connection'
  | 'stopped';

/** What came of a request. */
export type ImageAnswer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly bytes: Uint8Array;
      /** How long the server asks to wait before the next request; null where it does not say. */
      readonly retryAfterMs: number | null;
    }
  | { readonly kind: 'problem'; readonly problem: FetchProblem };

/**
 * The only door to the network. It follows redirects, decompresses, sends no cookies, and never rejects. What it refuses by itself says
 * each implementation.
 */
export interface Fetcher {
  readonly fetch: (request: ImageRequest) => Promise<ImageAnswer>;
}

/** Larger images are not saved. */
export const MAX_IMAGE_BYTES = 25 * 1024 * 1024;
/** For a whole request, redirects included. */
export const REQUEST_TIMEOUT_MS = 60_000;
/** For what comes next of an answer. */
export const IDLE_TIMEOUT_MS = 15_000;
export const MAX_REDIRECTS = 8;

/** What the program calls itself to servers. */
export function userAgent(version: string): string {
  return `OmnivoreRescue/${version} (saves images of saved articles)`;
}

/** The wait that a `Retry-After` header asks for: seconds, or a date; null where it is neither. */
export function retryAfterMs(header: string | null, nowMs: number): number | null {
  const value = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  const date = value === '' ? NaN : Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - nowMs);
}
