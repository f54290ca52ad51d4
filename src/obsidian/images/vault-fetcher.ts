import { requestUrl, type RequestUrlResponse } from 'obsidian';
import {
  MAX_IMAGE_BYTES,
  REQUEST_TIMEOUT_MS,
  retryAfterMs,
  userAgent,
  type Fetcher,
  type FetchProblem,
  type ImageAnswer,
  type ImageRequest,
} from '../../core/images/fetcher';
import { requestUrlOf } from '../../core/images/image-url';
import { isPrivateHost } from '../../core/images/private-hosts';

/**
 * Fetches through the app, which ignores cross-origin rules, on desktop and mobile. Refuses hosts
 * that are private by name or by literal IP address. The app itself follows redirects, resolves
 * names and reads the whole answer, so redirects and resolved addresses are not checked, and an
 * answer that is too large is refused only after it has arrived.
 */
export function vaultFetcher(version: string): Fetcher {
  return {
    async fetch(request) {
      const url = requestUrlOf(request.url);
      if (url === null || isPrivateHost(url.hostname)) return problem('private-host');
      const ending = ended(request.signal);
      try {
        return await Promise.race([requestOnce(url.href, request, version), ending.answer]);
      } finally {
        ending.forget();
      }
    },
  };
}

function problem(is: FetchProblem): ImageAnswer {
  return { kind: 'problem', problem: is };
}

/**
 * Returns an answer for when the signal aborts or the request takes too long. The app can't end a
 * request, so its late answer is ignored.
 */
function ended(signal: AbortSignal): {
  readonly answer: Promise<ImageAnswer>;
  readonly forget: () => void;
} {
  let forget = (): void => undefined;
  const answer = new Promise<ImageAnswer>((resolve) => {
    const stop = (): void => resolve(problem('stopped'));
    const timer = window.setTimeout(() => resolve(problem('timeout')), REQUEST_TIMEOUT_MS);
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    forget = () => {
      window.clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    };
  });
  return { answer, forget };
}

async function requestOnce(
  url: string,
  { referer }: ImageRequest,
  version: string,
): Promise<ImageAnswer> {
  const headers = {
    'User-Agent': userAgent(version),
    ...(referer !== null && { Referer: referer }),
  };
  let response: RequestUrlResponse;
  try {
    response = await requestUrl({ url, headers, throw: false });
  } catch (error) {
    return problem(/cert|ssl/i.test(String(error)) ? 'certificate' : 'no-connection');
  }
  const { status, arrayBuffer } = response;
  const retryAfter = header(response, 'retry-after');
  if (arrayBuffer.byteLength > MAX_IMAGE_BYTES) return problem('too-large');
  return {
    ...{ kind: 'answer', status, bytes: new Uint8Array(arrayBuffer) },
    retryAfterMs: retryAfterMs(retryAfter, Date.now()),
  };
}

/** Returns a header. Ignores the case of its name, because platforms differ in it. */
function header({ headers }: RequestUrlResponse, name: string): string | null {
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name);
  return found?.[1] ?? null;
}

/** Resolves after this time, or when the signal aborts. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      window.clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = window.setTimeout(end, ms);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}
