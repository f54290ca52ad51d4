import type { Range } from '../text/edits';
import { indexWithin } from '../text/search';
import { instantOfSlug } from './ids';
import { withoutProxy } from './image-proxy';

/** Hosts that were Omnivore's own: an address there is never the article's original one. */
const OWN_HOSTS =
  /^https?:\/\/(?:[\w-]+\.)*(?:omnivore\.app|omnivore-image-cache\.app)(?=[/:?#]|$)|^https?:\/\/storage\.googleapis\.com\/omnivore\//i;
/** Omnivore's own blog and documents are articles like others. */
const OWN_ARTICLES = /^https?:\/\/(?:blog|docs)\.omnivore\.app(?=[/:?#]|$)/i;

/** Omnivore's app; an article's URL goes on with `me/` or the user's name, then the slug. */
const APP = 'https://omnivore.app/';
/** What is searched for: `h` is in every word, which makes the search slower. */
const APP_HOST = '//omnivore.app/';
const SCHEME = 'https:';
/** The first two steps of a URL's path there, each bounded: Omnivore cut slugs at 64 characters and 12 of the clock. */
const USER_AND_SLUG = /([\w.-]{1,64})\/([^\s/?#()<>[\]"'`\\]{1,300})/y;
/** Pages that are no user's, though they have a second step. */
const NO_USERS = new Set([
  ...['p', 'using', 'integrations', 'attachments', 'home', 'settings', 'static', 'api', 'blog'],
  ...['article', 'articles', 'about', 'auth', 'login', 'install', 'tools', 'mobile', 'reader'],
]);

/** Labels that templates give the link to the original, most used first. */
const ORIGINAL_LABELS = ['[Read Original](', '[Source](', '[Web](', '[Original]('] as const;

/** How far behind the link to Omnivore the one to the original may stand, where its label is not known. */
const NEXT_LINK_WITHIN = 200;

/** Whitespace, control characters, marks that turn the direction of writing, and what no URL may hold unescaped. */
const NOT_IN_URLS = /[\s\p{Cc}\p{Bidi_Control}"<>`\\]/u;

/** Whether a string is one URL (`http` or `https`) and can be where an article came from. */
function isOriginal(url: string): boolean {
  if (!/^https?:\/\/[^/]/i.test(url) || NOT_IN_URLS.test(url) || siteOf(url) === null) return false;
  return !OWN_HOSTS.test(url) || OWN_ARTICLES.test(url);
}

/** Where an article came from, by an address that may lead through Omnivore's proxy; null where it can't be that. */
export function originalOf(address: string): string | null {
  const direct = withoutProxy(address);
  return isOriginal(direct) ? direct : null;
}

/**
 * The slug of an article's URL at omnivore.app, null for any other string. The URLs of 2022 have the user's name in the
 * place of `me`; there only a slug with a clock is one.
 */
export function slugOf(url: string): string | null {
  return url.startsWith(APP) ? slugAt(url, APP.length) : null;
}

/** The clock in an article's URL at omnivore.app, in milliseconds since 1970; null where it has none. */
export function instantOfUrl(url: string): number | null {
  const slug = slugOf(url);
  return slug === null ? null : instantOfSlug(slug);
}

/** A URL without `#` and what stands behind it. */
export function withoutAnchor(url: string): string {
  const at = url.indexOf('#');
  return at < 0 ? url : url.slice(0, at);
}

function slugAt(text: string, at: number): string | null {
  USER_AND_SLUG.lastIndex = at;
  const [, user = '', slug = ''] = USER_AND_SLUG.exec(text) ?? [];
  if (slug === '') return null;
  if (user === 'me') return slug;
  return NO_USERS.has(user) || instantOfSlug(slug) === null ? null : slug;
}

/** Where the next URL of an article at omnivore.app starts within a range, -1 without one. */
export function nextArticleUrl(text: string, { from, to }: Range): number {
  let at = indexWithin(text, APP_HOST, { from: from + SCHEME.length, to });
  while (at >= 0) {
    const start = at - SCHEME.length;
    if (text.startsWith(SCHEME, start) && slugAt(text, start + APP.length) !== null) return start;
    at = indexWithin(text, APP_HOST, { from: at + APP_HOST.length, to });
  }
  return -1;
}

/** The URL of the first link in a range that is labelled as one to the original. `inCode` says which offsets don't count. */
export function labelledOriginal(
  text: string,
  { from, to }: Range,
  inCode: (offset: number) => boolean,
): string | null {
  for (const label of ORIGINAL_LABELS) {
    let at = indexWithin(text, label, { from, to });
    while (at >= 0 && inCode(at)) at = indexWithin(text, label, { from: at + label.length, to });
    if (at < 0) continue;
    const original = originalOf(destination(text, at + label.length));
    if (original !== null) return original;
  }
  return null;
}

/** The URL of the first link shortly behind an offset; none where an image comes first. */
export function nextOriginal(text: string, from: number, to: number): string | null {
  const opening = indexWithin(text, '](', { from, to: Math.min(to, from + NEXT_LINK_WITHIN) });
  if (opening < 0) return null;
  if (text.slice(from, opening).includes('![')) return null;
  return originalOf(destination(text, opening + 2));
}

/** Longer ones are no addresses: without a bound, a line full of openings would be read anew from each of them. */
const LONGEST_ADDRESS = 8_192;

/** A link's address from behind its `(`: up to the closing parenthesis, a blank, or the line's end. */
export function destination(text: string, from: number): string {
  const start = text.charAt(from) === '<' ? from + 1 : from;
  const limit = Math.min(text.length, start + LONGEST_ADDRESS);
  let depth = 0;
  let to = start;
  for (; to < limit; to++) {
    const char = text.charAt(to);
    if (char <= ' ' || char === '<' || char === '>') break;
    if (char === '(') depth++;
    if (char === ')' && --depth < 0) break;
  }
  return text.slice(start, to);
}

/** The host of an address without `www.`, null where it is none. */
export function siteOf(address: string): string | null {
  try {
    return new URL(address).host.toLowerCase().replace(/^www\./, '') || null;
  } catch {
    return null;
  }
}
