import type * as http from 'node:http';
import type * as https from 'node:https';
import type { LookupFunction } from 'node:net';
import type * as zlib from 'node:zlib';
import {
  IDLE_TIMEOUT_MS,
  MAX_REDIRECTS,
  REQUEST_TIMEOUT_MS,
  retryAfterMs,
  userAgent,
  type Fetcher,
  type FetchProblem,
  type ImageAnswer,
  type ImageRequest,
} from '../../core/images/fetcher';
import { requestUrlOf } from '../../core/images/image-url';
import { REQUESTS_PER_HOST } from '../../core/images/polite-fetcher';
import { isPrivateHost } from '../../core/images/private-hosts';
import { checkedLookup, type LookupOptions } from './checked-lookup.mts';
import { Refused, discardBody, readBody } from './response-body.mts';

/** Options for `nodeFetcher`. */
export interface NodeFetcherOptions extends LookupOptions {
  /** The version of this program, for the User-Agent. */
  readonly version: string;
  readonly maxBytes?: number;
  readonly requestTimeoutMs?: number;
  readonly idleTimeoutMs?: number;
}

/** A fetcher that keeps connections open until it is closed. */
export interface NodeFetcher extends Fetcher {
  readonly close: () => void;
}

/** Formats that every version of Obsidian shows come first. */
const ACCEPT = 'image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5';
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Connections are reused. A request waits until one of its host's connections is free. */
const POOL = { keepAlive: true, maxSockets: REQUESTS_PER_HOST };

/**
 * Fetches with Node's HTTP client. Refuses private hosts: by name, by literal IP address, and by the
 * addresses that the name resolves to. The connection uses exactly the addresses that were checked, so they
 * can't change meanwhile. Redirects are checked the same way.
 */
export async function nodeFetcher(options: NodeFetcherOptions): Promise<NodeFetcher> {
  const modules = await loadNetwork();
  // Node sets the timeout once for a connection, not for each request.
  const pool = { ...POOL, timeout: options.idleTimeoutMs ?? IDLE_TIMEOUT_MS };
  const agents = {
    http: new modules.http.Agent(pool),
    https: new modules.https.Agent(pool),
  };
  const lookup = checkedLookup(options, modules.dns);
  const asking = { ...options, ...modules, agents, lookup };
  return {
    fetch: (request) => fetchImage(request, asking),
    close() {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

/** Node's network modules. They are loaded only here, so other commands don't load them. */
interface Network {
  readonly http: typeof http;
  readonly https: typeof https;
  readonly zlib: typeof zlib;
  readonly dns: typeof import('node:dns');
}

async function loadNetwork(): Promise<Network> {
  return {
    http: await import('node:http'),
    https: await import('node:https'),
    zlib: await import('node:zlib'),
    dns: await import('node:dns'),
  };
}

interface RequestContext extends NodeFetcherOptions, Network {
  readonly agents: { readonly http: http.Agent; readonly https: https.Agent };
  readonly lookup: LookupFunction;
}

async function fetchImage(request: ImageRequest, asking: RequestContext): Promise<ImageAnswer> {
  const exchange: Exchange = { request: null, ended: null };
  const stop = (): void => end(exchange, 'stopped');
  const timer = setTimeout(
    () => end(exchange, 'timeout'),
    asking.requestTimeoutMs ?? REQUEST_TIMEOUT_MS,
  );
  request.signal.addEventListener('abort', stop);
  if (request.signal.aborted) stop();
  try {
    return await follow(request, asking, exchange);
  } catch (error) {
    return { kind: 'problem', problem: fetchProblemOf(error, exchange) };
  } finally {
    clearTimeout(timer);
    request.signal.removeEventListener('abort', stop);
  }
}

/**
 * A request and those of its redirects, which can be ended at any time. Node's `signal` option can do that too, but it
 * takes a sixth of the time of a request.
 */
interface Exchange {
  /** The current request. */
  request: http.ClientRequest | null;
  /** Why it was ended; null as long as it was not. */
  ended: Refused | null;
}

function end(exchange: Exchange, problem: FetchProblem): void {
  exchange.ended ??= new Refused(problem);
  exchange.request?.destroy(exchange.ended);
}

/** Sends the request, and follows redirects. */
async function follow(
  { url, referer }: ImageRequest,
  asking: RequestContext,
  exchange: Exchange,
): Promise<ImageAnswer> {
  const seen = new Set<string>();
  let next = requestUrlOf(url);
  while (next !== null && !seen.has(next.href) && seen.size <= MAX_REDIRECTS) {
    if (!asking.allowPrivateHosts && isPrivateHost(next.hostname))
      throw new Refused('private-host');
    seen.add(next.href);
    const response = await requestWithRetry(next, referer, asking, exchange);
    const { statusCode: status = 0, headers } = response;
    if (!REDIRECTS.has(status) || headers.location === undefined) {
      const bytes = await readBody(response, asking);
      return {
        ...{ kind: 'answer', status, bytes },
        retryAfterMs: retryAfterMs(headers['retry-after'] ?? null, Date.now()),
      };
    }
    discardBody(response);
    next = redirected(headers.location, next);
  }
  throw new Refused('bad-redirect');
}

function redirected(location: string, from: URL): URL | null {
  try {
    return requestUrlOf(new URL(location, from).href);
  } catch {
    return null;
  }
}

async function requestWithRetry(
  url: URL,
  referer: string | null,
  asking: RequestContext,
  exchange: Exchange,
): Promise<http.IncomingMessage> {
  try {
    return await askOnce(url, referer, asking, exchange);
  } catch (error) {
    // The server has closed the connection that was kept open.
    if (!(error instanceof StaleConnection)) throw error;
    return askOnce(url, referer, asking, exchange);
  }
}

/** Thrown if a reused connection fails at once. */
class StaleConnection extends Error {}

function askOnce(
  url: URL,
  referer: string | null,
  { agents, lookup, version, http, https }: RequestContext,
  exchange: Exchange,
): Promise<http.IncomingMessage> {
  const isSecure = url.protocol === 'https:';
  return new Promise((resolve, reject) => {
    if (exchange.ended) return reject(exchange.ended);
    // A URL, or headers as an object, would take Node longer.
    const request = (isSecure ? https : http).get({
      agent: isSecure ? agents.https : agents.http,
      host: url.hostname.replace(/^\[|\]$/g, ''),
      ...(url.port !== '' && { port: url.port }),
      path: url.pathname + url.search,
      headers: [
        ...['Host', url.host, 'User-Agent', userAgent(version), 'Accept', ACCEPT],
        ...['Accept-Encoding', 'gzip, br, deflate'],
        ...(referer === null ? [] : ['Referer', referer]),
      ],
      lookup,
    });
    exchange.request = request;
    request.on('timeout', () => end(exchange, 'timeout'));
    request.on('response', resolve);
    request.on('error', (error: Error & { readonly code?: string }) => {
      const isStale = request.reusedSocket && error.code === 'ECONNRESET';
      reject(isStale ? new StaleConnection() : error);
    });
  });
}

function fetchProblemOf(error: unknown, { ended }: Exchange): FetchProblem {
  if (ended) return ended.problem;
  if (error instanceof Refused) return error.problem;
  const { code = '', errors } = error as { readonly code?: string; readonly errors?: unknown };
  const first: unknown = Array.isArray(errors) ? errors[0] : null;
  if (first instanceof Refused) return first.problem;
  return isCertificateCode(code) ? 'certificate' : 'no-connection';
}

/** Matches the error codes of OpenSSL and Node for certificates that can't be trusted. */
function isCertificateCode(code: string): boolean {
  return /CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY|DECRYPT)|ERR_TLS|HOSTNAME_MISMATCH|ERR_SSL/.test(
    code,
  );
}
