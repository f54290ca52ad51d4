import type { Range } from '../text/edits';

/** The domain of Omnivore's image proxies, which no longer exist. */
const DEAD_HOST = 'omnivore-image-cache.app';
/**
 * The part of the domain to search for. Its first letter is rare; searching from the start of the domain is
 * five times slower.
 */
const RARE_PART = '-image-cache.app';
const COMMON_PART = 'omnivore';

/** A proxied URL in a text. The proxy's part is from `from` to `original`. */
export interface ProxiedAddress extends Range {
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
const TAIL = new RegExp(`${SLASH}[0-9%]{0,16}x[0-9%]{0,16}${COMMA}s${SIGNATURE}${SLASH}`, 'y');
/** The most frequent spelling of `TAIL`. */
const USUAL_TAIL = /\/\d*x\d*,s[\w-]{16,128}\//y;
const USUAL_HEAD = 'https://proxy-prod.';
const ADDRESS_BREAK = /[\s"<>()]/g;
const USUAL_ORIGINAL = 'https://';
const NEXT_SLASH = new RegExp(SLASH, 'y');
const ORIGINAL = new RegExp(`https?${COLON}${SLASH}{2}[^\\s"'<>()/]`, 'iy');
const GONE = /data(?::|%3a|&#x3a;)/iy;
/** The part before the host: `https:`, two slashes, subdomains. */
const HEAD = new RegExp(`https?${COLON}${SLASH}{2}(?:[a-z0-9-]{1,63}\\.){0,4}$`, 'i');
/** Longer than any head, in characters. */
const LONGEST_HEAD = 400;
/** How much of a URL is shown at most, in characters. */
const LONGEST_ADDRESS = 4_096;

/**
 * Finds the proxied URLs that start in `[from, to)`: those of Omnivore's dead hosts, and those of proxies in
 * the settings, given by their base (`http://localhost:7070`). Mentions of a host that are not URLs are
 * skipped.
 */
export function proxiedAddresses(
  text: string,
  from: number,
  to: number,
  bases: readonly string[],
): readonly ProxiedAddress[] {
  const found: ProxiedAddress[] = [];
  let passed = from;
  for (let at = nextDeadHost(text, from); at >= 0 && at < to;) {
    const hostEnd = at + DEAD_HOST.length;
    const next = nextDeadHost(text, hostEnd);
    const start = headStart(text, at, passed);
    const address = start < 0 ? null : addressAt(text, start, hostEnd, next, bases);
    if (address) found.push(address);
    passed = address ? address.original : hostEnd;
    at = next >= 0 && next < passed ? nextDeadHost(text, passed) : next;
  }
  for (const base of bases) {
    if (base === '') continue;
    let next = nextDeadHost(text, from);
    for (let at = text.indexOf(base, from); at >= 0 && at < to;) {
      const hostEnd = at + base.length;
      if (next >= 0 && next < hostEnd) next = nextDeadHost(text, hostEnd);
      const address = addressAt(text, at, hostEnd, next, bases);
      if (address && address.state !== 'truncated') found.push(address);
      at = text.indexOf(base, hostEnd);
    }
  }
  return bases.length === 0 ? found : disjoint(found);
}

/** Removes Omnivore's proxy from a URL. Returns other URLs unchanged. */
export function withoutProxy(address: string): string {
  const [first] = proxiedAddresses(address, 0, address.length, []);
  return first?.from === 0 && first.state === 'whole' ? address.slice(first.original) : address;
}

/** Returns where the next host of Omnivore's proxies starts at or after an offset, or -1. */
export function nextDeadHost(text: string, from: number): number {
  let at = text.indexOf(RARE_PART, from + COMMON_PART.length);
  while (at >= 0 && !text.startsWith(COMMON_PART, at - COMMON_PART.length)) {
    at = text.indexOf(RARE_PART, at + RARE_PART.length);
  }
  return at < 0 ? -1 : at - COMMON_PART.length;
}

function disjoint(addresses: ProxiedAddress[]): readonly ProxiedAddress[] {
  let passed = -1;
  return addresses
    .sort((a, b) => a.from - b.from)
    .filter(({ from, original }) => {
      const apart = from >= passed;
      if (apart) passed = original;
      return apart;
    });
}

function headStart(text: string, host: number, passed: number): number {
  const usual = host - USUAL_HEAD.length;
  if (usual >= passed && text.startsWith(USUAL_HEAD, usual)) return usual;
  const earliest = Math.max(passed, host - LONGEST_HEAD);
  const match = HEAD.exec(text.slice(earliest, host));
  return match ? earliest + match.index : -1;
}

/** Reads a URL from the end of its host on. Nested proxies are all skipped. */
function addressAt(
  text: string,
  from: number,
  hostEnd: number,
  nextHost: number,
  bases: readonly string[],
): ProxiedAddress | null {
  let original = tailEnd(text, hostEnd);
  if (original < 0) return cutOff(text, from, hostEnd);
  if (!isOriginalAt(text, original)) {
    const state = matchesAt(GONE, text, original) ? 'gone' : 'truncated';
    return { from, to: addressEnd(text, original), original, state };
  }
  while (bases.length > 0 || (nextHost >= 0 && nextHost < original + LONGEST_HEAD)) {
    const inner = tailEnd(text, innerHostEnd(text, original, bases));
    if (inner < 0 || !isOriginalAt(text, inner)) break;
    original = inner;
    nextHost = nextDeadHost(text, original);
  }
  return { from, to: addressEnd(text, original), original, state: 'whole' };
}

function isOriginalAt(text: string, at: number): boolean {
  if (text.startsWith(USUAL_ORIGINAL, at)) {
    const code = text.charCodeAt(at + USUAL_ORIGINAL.length) | 32;
    if (code >= 97 && code <= 122) return true;
  }
  return matchesAt(ORIGINAL, text, at);
}

function tailEnd(text: string, hostEnd: number): number {
  if (hostEnd < 0) return -1;
  if (matchesAt(USUAL_TAIL, text, hostEnd)) return USUAL_TAIL.lastIndex;
  return matchesAt(TAIL, text, hostEnd) ? TAIL.lastIndex : -1;
}

/** Returns a URL that ends before its original: `{host}/{w}x{h},s…`, or only a part of that. */
function cutOff(text: string, from: number, hostEnd: number): ProxiedAddress | null {
  const to = addressEnd(text, hostEnd);
  if (!matchesAt(NEXT_SLASH, text, hostEnd)) return null;
  return /\dx\d{1,16},s/.test(text.slice(hostEnd, Math.min(to, hostEnd + 64)))
    ? { from, to, original: to, state: 'truncated' }
    : null;
}

function innerHostEnd(text: string, at: number, bases: readonly string[]): number {
  for (const base of bases) if (base !== '' && text.startsWith(base, at)) return at + base.length;
  const window = text.slice(at, at + LONGEST_HEAD);
  const host = nextDeadHost(window, 0);
  return host >= 0 && HEAD.exec(window.slice(0, host))?.index === 0
    ? at + host + DEAD_HOST.length
    : -1;
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** Estimates where a URL ends. Only used for display; edits end before it. */
function addressEnd(text: string, from: number): number {
  const limit = Math.min(text.length, from + LONGEST_ADDRESS);
  let depth = 0;
  for (let at = from; at < limit; at++) {
    ADDRESS_BREAK.lastIndex = at;
    at = ADDRESS_BREAK.exec(text)?.index ?? limit;
    const sign = text.charAt(at);
    if (sign === '(') depth++;
    else if (sign !== ')' || --depth < 0) return Math.min(at, limit);
  }
  return limit;
}
