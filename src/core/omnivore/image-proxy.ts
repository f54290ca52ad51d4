import type { Range } from '../text/edits';
import { atOnce, type Steps } from '../text/steps';

/** The domain of Omnivore's image proxies, which no longer exist. */
const DEAD_HOST = 'omnivore-image-cache.app';
/**
 * The part of the domain to search for. Its first letter is rare; searching from the start of the domain is
 * five times slower.
 */
const SEARCHED_HOST_PART = '-image-cache.app';
const HOST_START = 'omnivore';

/** A proxied URL in a text. The proxy's part is from `from` to `original`. */
export interface ProxiedUrl extends Range {
  /** Start of the original URL, and end of the proxy's part. */
  readonly original: number;
  /**
   * `gone`: there is a placeholder, because the image was never saved. `truncated`: the original URL is
   * incomplete.
   */
  readonly state: 'whole' | 'gone' | 'truncated';
}

/** `/` in every spelling: raw, HTML-escaped or percent-encoded, once or several times. */
const SLASH = String.raw`(?:/|&(?:amp;){0,8}#x2[fF];|%(?:25){0,8}2[fF])`;
const COLON = String.raw`(?::|&(?:amp;){0,8}#x3[aA];|%(?:25){0,8}3[aA])`;
const COMMA = String.raw`(?:,|%(?:25){0,8}2[cC])`;
/** A character of the signature (base64url without padding). Markdown may escape `_` and `-`. */
const SIGNATURE = String.raw`(?:[A-Za-z0-9_-]|\\[_-]|%5[fF]|%2[dD]){16,128}`;
/** `{width}x{height},s{signature}/`. A width can be `100%` (Omnivore's issue 88). */
const PROXY_TAIL = new RegExp(
  `${SLASH}[0-9%]{0,16}x[0-9%]{0,16}${COMMA}s${SIGNATURE}${SLASH}`,
  'y',
);
/** The most frequent spelling of `TAIL`. */
const COMMON_TAIL = /\/\d*x\d*,s[\w-]{16,128}\//y;
const COMMON_HEAD = 'https://proxy-prod.';
const URL_BREAK = /[\s"<>()]/g;
const COMMON_ORIGINAL_START = 'https://';
const NEXT_SLASH = new RegExp(SLASH, 'y');
const ORIGINAL = new RegExp(`https?${COLON}${SLASH}{2}[^\\s"'<>()/]`, 'iy');
const PLACEHOLDER = /data(?::|%3a|&#x3a;)/iy;
/** The part before the host: `https:`, two slashes, subdomains. */
const HEAD = new RegExp(`https?${COLON}${SLASH}{2}(?:[a-z0-9-]{1,63}\\.){0,4}$`, 'i');
/** Longer than any head, in characters. */
const MAX_HEAD_LENGTH = 400;
/** How many URLs are read in one step. */
const URLS_PER_STEP = 512;
/** How much of a URL is shown at most, in characters. */
const MAX_SHOWN_URL_LENGTH = 4_096;

/**
 * Finds the proxied URLs that start in `[from, to)`: those of Omnivore's dead hosts, and those of proxies in
 * the settings, given by their base (`http://localhost:7070`). Mentions of a host that are not URLs are
 * skipped.
 */
export function proxiedUrls(
  text: string,
  from: number,
  to: number,
  bases: readonly string[],
): readonly ProxiedUrl[] {
  return atOnce(proxiedUrlSteps(text, from, to, bases));
}

/** Works like `proxiedUrls`, in steps. */
export function* proxiedUrlSteps(
  text: string,
  from: number,
  to: number,
  bases: readonly string[],
): Steps<readonly ProxiedUrl[]> {
  const found: ProxiedUrl[] = [];
  let searchedTo = from;
  for (let at = nextDeadHost(text, from); at >= 0 && at < to;) {
    const hostEnd = at + DEAD_HOST.length;
    const next = nextDeadHost(text, hostEnd);
    const start = headStart(text, at, searchedTo);
    const url = start < 0 ? null : urlAt(text, start, hostEnd, next, bases);
    if (url && found.push(url) % URLS_PER_STEP === 0) yield;
    searchedTo = url ? url.original : hostEnd;
    at = next >= 0 && next < searchedTo ? nextDeadHost(text, searchedTo) : next;
  }
  for (const base of bases) {
    if (base === '') continue;
    let next = nextDeadHost(text, from);
    for (let at = text.indexOf(base, from); at >= 0 && at < to;) {
      const hostEnd = at + base.length;
      if (next >= 0 && next < hostEnd) next = nextDeadHost(text, hostEnd);
      const url = urlAt(text, at, hostEnd, next, bases);
      if (url && url.state !== 'truncated' && found.push(url) % URLS_PER_STEP === 0) yield;
      at = text.indexOf(base, hostEnd);
    }
  }
  return bases.length === 0 ? found : withoutOverlaps(found);
}

/** Removes Omnivore's proxy from a URL. Returns other URLs unchanged. */
export function withoutProxy(url: string): string {
  const [first] = proxiedUrls(url, 0, url.length, []);
  return first?.from === 0 && first.state === 'whole' ? url.slice(first.original) : url;
}

/** Returns where the next host of Omnivore's proxies starts at or after an offset, or -1. */
export function nextDeadHost(text: string, from: number): number {
  let at = text.indexOf(SEARCHED_HOST_PART, from + HOST_START.length);
  while (at >= 0 && !text.startsWith(HOST_START, at - HOST_START.length)) {
    at = text.indexOf(SEARCHED_HOST_PART, at + SEARCHED_HOST_PART.length);
  }
  return at < 0 ? -1 : at - HOST_START.length;
}

function withoutOverlaps(urls: ProxiedUrl[]): readonly ProxiedUrl[] {
  let searchedTo = -1;
  return urls
    .sort((a, b) => a.from - b.from)
    .filter(({ from, original }) => {
      const apart = from >= searchedTo;
      if (apart) searchedTo = original;
      return apart;
    });
}

function headStart(text: string, host: number, searchedTo: number): number {
  const commonStart = host - COMMON_HEAD.length;
  if (commonStart >= searchedTo && text.startsWith(COMMON_HEAD, commonStart)) return commonStart;
  const earliest = Math.max(searchedTo, host - MAX_HEAD_LENGTH);
  const match = HEAD.exec(text.slice(earliest, host));
  return match ? earliest + match.index : -1;
}

/** Reads a URL from the end of its host on. Nested proxies are all skipped. */
function urlAt(
  text: string,
  from: number,
  hostEnd: number,
  nextHost: number,
  bases: readonly string[],
): ProxiedUrl | null {
  let original = tailEnd(text, hostEnd);
  if (original < 0) return truncatedUrl(text, from, hostEnd);
  if (!isOriginalAt(text, original)) {
    const state = matchesAt(PLACEHOLDER, text, original) ? 'gone' : 'truncated';
    return { from, to: urlEnd(text, original), original, state };
  }
  while (bases.length > 0 || (nextHost >= 0 && nextHost < original + MAX_HEAD_LENGTH)) {
    const inner = tailEnd(text, innerHostEnd(text, original, bases));
    if (inner < 0 || !isOriginalAt(text, inner)) break;
    original = inner;
    nextHost = nextDeadHost(text, original);
  }
  return { from, to: urlEnd(text, original), original, state: 'whole' };
}

function isOriginalAt(text: string, at: number): boolean {
  if (text.startsWith(COMMON_ORIGINAL_START, at)) {
    const code = text.charCodeAt(at + COMMON_ORIGINAL_START.length) | 32;
    if (code >= 97 && code <= 122) return true;
  }
  return matchesAt(ORIGINAL, text, at);
}

function tailEnd(text: string, hostEnd: number): number {
  if (hostEnd < 0) return -1;
  if (matchesAt(COMMON_TAIL, text, hostEnd)) return COMMON_TAIL.lastIndex;
  return matchesAt(PROXY_TAIL, text, hostEnd) ? PROXY_TAIL.lastIndex : -1;
}

/** Returns a URL that ends before its original: `{host}/{w}x{h},s…`, or only a part of that. */
function truncatedUrl(text: string, from: number, hostEnd: number): ProxiedUrl | null {
  const to = urlEnd(text, hostEnd);
  if (!matchesAt(NEXT_SLASH, text, hostEnd)) return null;
  return /\dx\d{1,16},s/.test(text.slice(hostEnd, Math.min(to, hostEnd + 64)))
    ? { from, to, original: to, state: 'truncated' }
    : null;
}

function innerHostEnd(text: string, at: number, bases: readonly string[]): number {
  for (const base of bases) if (base !== '' && text.startsWith(base, at)) return at + base.length;
  if (!mayBeProxied(text, at)) return -1;
  const window = text.slice(at, at + MAX_HEAD_LENGTH);
  const host = nextDeadHost(window, 0);
  return host >= 0 && HEAD.exec(window.slice(0, host))?.index === 0
    ? at + host + DEAD_HOST.length
    : -1;
}

const HOST_CHARS = /[\w.-]{0,400}/y;

/** Returns false if the host of a URL in its usual spelling is not Omnivore's proxy. Most images follow another closely. */
function mayBeProxied(text: string, at: number): boolean {
  if (!text.startsWith(COMMON_ORIGINAL_START, at)) return true;
  const from = at + COMMON_ORIGINAL_START.length;
  HOST_CHARS.lastIndex = from;
  HOST_CHARS.test(text);
  return text.slice(from, HOST_CHARS.lastIndex).includes(SEARCHED_HOST_PART);
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** Estimates where a URL ends. Only used for display; edits end before it. */
function urlEnd(text: string, from: number): number {
  const limit = Math.min(text.length, from + MAX_SHOWN_URL_LENGTH);
  let depth = 0;
  for (let at = from; at < limit; at++) {
    URL_BREAK.lastIndex = at;
    at = URL_BREAK.exec(text)?.index ?? limit;
    const sign = text.charAt(at);
    if (sign === '(') depth++;
    else if (sign !== ')' || --depth < 0) return Math.min(at, limit);
  }
  return limit;
}
