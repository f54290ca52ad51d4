import pLimit, { type LimitFunction } from 'p-limit';
import type { Fetcher, ImageAnswer, ImageRequest } from './fetcher';
import { hostOf } from './image-url';

/** So many requests go to one host at the same time. */
export const REQUESTS_PER_HOST = 2;
/** A host that is busy (429, 503) is asked again so often, and one that failed otherwise once. */
const MOST_RETRIES = 3;
const FIRST_WAIT_MS = 1_000;
/** A server that asks for a longer wait is not waited for. */
const LONGEST_WAIT_MS = 120_000;
/** A host that has not answered so often, one time after the other, is not asked again in this run. */
const DEAD_AFTER = 3;

/** Resolves after so many milliseconds, or when the signal says so. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

export interface PoliteOptions {
  /** How many requests are made at the same time, to all hosts together. */
  readonly jobs: number;
  readonly sleep: Sleep;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

interface Host {
  readonly limit: LimitFunction;
  /** Until then nobody asks. */
  pausedUntilMs: number;
  /** How often it did not answer, since it last did. */
  silent: number;
}

/**
 * A fetcher that spares servers: few requests at a time, fewer to one host, a wait when the host asks for one, and none to a host that
 * does not answer.
 */
export function politeFetcher(fetcher: Fetcher, options: PoliteOptions): Fetcher {
  const all = pLimit(Math.max(1, options.jobs));
  const hosts = new Map<string, Host>();
  const hostFor = (request: ImageRequest): Host => {
    const name = hostOf(request.url);
    const known = hosts.get(name);
    if (known) return known;
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

interface Asking extends PoliteOptions {
  readonly all: LimitFunction;
  readonly fetcher: Fetcher;
}

async function askUntilAnswered(
  request: ImageRequest,
  host: Host,
  { all, fetcher, sleep, now }: Asking,
): Promise<ImageAnswer> {
  for (let retry = 0; ; retry++) {
    while (host.pausedUntilMs > now() && !request.signal.aborted) {
      await sleep(host.pausedUntilMs - now(), request.signal);
    }
    if (request.signal.aborted) return STOPPED;
    if (host.silent >= DEAD_AFTER) return SILENT;
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

/** How long to wait before the same is asked again; null: not at all. */
function waitBefore(answer: ImageAnswer, retry: number): number | null {
  if (answer.kind === 'problem') {
    const mayPass = answer.problem === 'truncated' || answer.problem === 'no-connection';
    return mayPass && retry === 0 ? FIRST_WAIT_MS : null;
  }
  const { status } = answer;
  const backoff = FIRST_WAIT_MS * 2 ** retry;
  if (status === 429 || status === 503) {
    const wait = answer.retryAfterMs ?? backoff;
    return retry < MOST_RETRIES && wait <= LONGEST_WAIT_MS ? wait : null;
  }
  return status >= 500 && retry === 0 ? backoff : null;
}
