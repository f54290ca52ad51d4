import pLimit, { type LimitFunction } from 'p-limit';
import type { Fetcher, ImageAnswer, ImageRequest } from './fetcher';
import { hostOf } from './image-url';

/** How many requests to one host run at the same time. */
export const REQUESTS_PER_HOST = 2;
/**
 * How often a request is repeated if the host is busy (429, 503). After other failures it is
 * repeated once.
 */
const MAX_RETRIES = 3;
const FIRST_WAIT_MS = 1_000;
/** If a server asks to wait longer, the request fails. */
const MAX_WAIT_MS = 120_000;
/**
 * After this many requests in a row without an answer, a host gets no more requests in this run.
 */
const MAX_SILENT_REQUESTS = 3;

/** Resolves after this time, or when the signal aborts. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

/** Options for `politeFetcher`. */
export interface PoliteOptions {
  /** How many requests run at the same time, to all hosts together. */
  readonly jobs: number;
  readonly sleep: Sleep;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

interface Host {
  readonly limit: LimitFunction;
  /** No request starts before this time, in milliseconds since 1970. */
  pausedUntilMs: number;
  /** How many requests in a row had no answer. */
  silent: number;
}

/**
 * Creates a fetcher that protects servers: it limits requests in total and for each host, waits if
 * a host asks for it, and stops asking hosts that don't answer.
 */
export function politeFetcher(fetcher: Fetcher, options: PoliteOptions): Fetcher {
  const all = pLimit(Math.max(1, options.jobs));
  const hosts = new Map<string, Host>();
  const hostFor = (request: ImageRequest): Host => {
    const name = hostOf(request.url);
    const existing = hosts.get(name);
    if (existing) return existing;
    const host = { limit: pLimit(REQUESTS_PER_HOST), pausedUntilMs: 0, silent: 0 };
    hosts.set(name, host);
    return host;
  };
  return {
    fetch(request) {
      const host = hostFor(request);
      return host.limit(() => askUntilAnswered(request, host, { ...options, all, fetcher }));
    },
  };
}

interface PoliteContext extends PoliteOptions {
  readonly all: LimitFunction;
  readonly fetcher: Fetcher;
}

async function askUntilAnswered(
  request: ImageRequest,
  host: Host,
  { all, fetcher, sleep, now }: PoliteContext,
): Promise<ImageAnswer> {
  for (let retry = 0; ; retry++) {
    while (host.pausedUntilMs > now() && !request.signal.aborted) {
      await sleep(host.pausedUntilMs - now(), request.signal);
    }
    if (request.signal.aborted) return STOPPED;
    if (host.silent >= MAX_SILENT_REQUESTS) return SILENT;
    const answer = await all(() => fetcher.fetch(request));
    host.silent = isSilence(answer) ? host.silent + 1 : 0;
    const wait = waitBefore(answer, retry);
    if (wait === null || request.signal.aborted) return answer;
    host.pausedUntilMs = Math.max(host.pausedUntilMs, now() + wait);
  }
}

const STOPPED: ImageAnswer = { kind: 'problem', problem: 'stopped' };
const SILENT: ImageAnswer = { kind: 'problem', problem: 'no-connection' };

function isSilence(answer: ImageAnswer): boolean {
  if (answer.kind === 'answer') return false;
  return answer.problem === 'no-connection' || answer.problem === 'timeout';
}

/** Returns how long to wait before repeating a request; null to not repeat it. */
function waitBefore(answer: ImageAnswer, retry: number): number | null {
  if (answer.kind === 'problem') {
    const mayPass = answer.problem === 'truncated' || answer.problem === 'no-connection';
    return mayPass && retry === 0 ? FIRST_WAIT_MS : null;
  }
  const { status } = answer;
  const backoff = FIRST_WAIT_MS * 2 ** retry;
  if (status === 429 || status === 503) {
    const wait = answer.retryAfterMs ?? backoff;
    return retry < MAX_RETRIES && wait <= MAX_WAIT_MS ? wait : null;
  }
  return status >= 500 && retry === 0 ? backoff : null;
}
