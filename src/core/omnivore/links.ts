import type { Range } from '../text/edits';
import { lineEnd } from '../text/lines';
import { indexWithin } from '../text/ranges';
import { withoutEscapes } from './entities';
import { instantOfSlug } from './ids';
import { withoutProxy } from './image-proxy';

/** Omnivore's own hosts. A URL there is never an article's original URL. */
const OMNIVORE_HOSTS =
  /^https?:\/\/(?:[\w-]+\.)*(?:omnivore\.app|omnivore-image-cache\.app)(?=[/:?#]|$)|^https?:\/\/storage\.googleapis\.com\/omnivore\//i;
/** Omnivore's blog and documentation: they were saved as articles, like other pages. */
const OMNIVORE_ARTICLES = /^https?:\/\/(?:blog|docs)\.omnivore\.app(?=[/:?#]|$)/i;

/** Omnivore's app. In an article's URL, `me/` or the user's name follows, then the slug. */
const APP = 'https://omnivore.app/';
/** The part to search for. It starts with a rare character; `h` is in every word and makes the search slower. */
const APP_HOST = '//omnivore.app/';
const SCHEME = 'https:';
/** The first two parts of an article's path. Omnivore cut slugs at 64 characters and added 12 for the timestamp. */
const USER_AND_SLUG = /([\w.-]{1,64})\/([^\s/?#()<>[\]"'`\\]{1,300})/y;
/** Pages that have two path parts but do not belong to a user. */
const RESERVED_PATHS = new Set([
  ...['p', 'using', 'integrations', 'attachments', 'home', 'settings', 'static', 'api', 'blog'],
  ...['article', 'articles', 'about', 'auth', 'login', 'install', 'tools', 'mobile', 'reader'],
]);

/** Labels of links to the original page in known templates, the most frequent first. */
const ORIGINAL_LABELS = ['[Read Original](', '[Source](', '[Web](', '[Original]('] as const;

/** How many lines of text may come between the link to Omnivore and a link with an unknown label that leads to the original. */
const MAX_LINES_TO_ORIGINAL = 3;
/** A line with more letters before its link is part of the article. Letters in URLs and in the labels of other links don't count. */
const MAX_LETTERS_BEFORE_LINK = 100;

/** White space, control characters, bidirectional marks, and characters that a URL can't contain unescaped. */
const NOT_IN_URLS = /[\s\p{Cc}\p{Bidi_Control}"<>`\\]/u;

/** URLs, also escaped ones: `https:&#x2F;&#x2F;…`. */
const URLS = /https?:\S*/gi;
const LETTERS = /\p{L}/gu;

/** Returns whether a string is one valid URL (`http` or `https`) that an article can have come from. */
function isOriginal(url: string): boolean {
  if (!/^https?:\/\/[^/]/i.test(url) || NOT_IN_URLS.test(url) || siteOf(url) === null) return false;
  return !OMNIVORE_HOSTS.test(url) || OMNIVORE_ARTICLES.test(url);
}

/** Returns the original URL behind a URL that may be proxied, or null if it can't be one. */
export function originalOf(url: string): string | null {
  const direct = withoutProxy(url);
  return isOriginal(direct) ? direct : null;
}

/**
 * Returns the slug of an article's URL at omnivore.app, or null for any other string. URLs of 2022 have the
 * user's name instead of `me`; for these, the slug must contain a timestamp.
 */
export function slugOf(url: string): string | null {
  return url.startsWith(APP) ? slugAt(url, APP.length) : null;
}

/** Returns the timestamp in an article's URL at omnivore.app, in milliseconds since 1970, or null. */
export function instantOfUrl(url: string): number | null {
  const slug = slugOf(url);
  return slug === null ? null : instantOfSlug(slug);
}

/** Removes `#` and everything after it from a URL. */
export function withoutAnchor(url: string): string {
  const at = url.indexOf('#');
  return at < 0 ? url : url.slice(0, at);
}

function slugAt(text: string, at: number): string | null {
  USER_AND_SLUG.lastIndex = at;
  const [, user = '', slug = ''] = USER_AND_SLUG.exec(text) ?? [];
  if (slug === '') return null;
  if (user === 'me') return slug;
  return RESERVED_PATHS.has(user) || instantOfSlug(slug) === null ? null : slug;
}

/** Returns where the next article URL at omnivore.app starts within a range, or -1. */
export function nextArticleUrl(text: string, { from, to }: Range): number {
  let at = indexWithin(text, APP_HOST, { from: from + SCHEME.length, to });
  while (at >= 0) {
    const start = at - SCHEME.length;
    if (text.startsWith(SCHEME, start) && slugAt(text, start + APP.length) !== null) return start;
    at = indexWithin(text, APP_HOST, { from: at + APP_HOST.length, to });
  }
  return -1;
}

/**
 * Returns the URL of the first link in a range that is labeled as the original page, or null. Offsets for
 * which `inCode` is true are ignored.
 */
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

/**
 * Returns the URL of the first link in the lines after an offset; null if an image comes first. Links to articles at omnivore.app don't
 * count, because a repair may have removed them, and neither do URLs and escapes, because a repair may have changed
 * them.
 */
export function nextOriginal(text: string, from: number, to: number): string | null {
  for (let [at, lines] = [from, 0]; at < to && lines <= MAX_LINES_TO_ORIGINAL;) {
    const end = Math.min(to, lineEnd(text, at));
    const { url, letters } = firstLink(text.slice(at, end));
    if (url !== null) return originalOf(url);
    if (letters > MAX_LETTERS_BEFORE_LINK) return null;
    if (letters > 0) lines++;
    at = end + 1;
  }
  return null;
}

/**
 * Returns the URL of the first link of a line that does not lead to an article at omnivore.app, and the number of letters before it.
 * An image, and a link after many letters, count as a link without a URL.
 */
function firstLink(line: string): { readonly url: string | null; readonly letters: number } {
  let letters = 0;
  for (let at = 0; ;) {
    const opening = line.indexOf('](', at);
    const before = line.slice(at, opening < 0 ? line.length : opening);
    if (before.includes('![')) return { url: '', letters };
    const label = opening < 0 ? before.length : Math.max(0, before.lastIndexOf('['));
    letters += withoutEscapes(before.slice(0, label).replace(URLS, '')).match(LETTERS)?.length ?? 0;
    if (opening < 0 || letters > MAX_LETTERS_BEFORE_LINK) return { url: null, letters };
    const url = destination(line, opening + 2);
    if (slugOf(withoutAnchor(url)) === null) return { url, letters };
    at = opening + 2 + url.length;
  }
}

/** Longer strings are not URLs. Without a limit, a line with many opening parentheses would take quadratic time. */
export const MAX_URL_LENGTH = 8_192;

/** Returns the URL after a link's `(`: up to the closing parenthesis, white space or the end of the line. */
export function destination(text: string, from: number): string {
  const start = text.charAt(from) === '<' ? from + 1 : from;
  const limit = Math.min(text.length, start + MAX_URL_LENGTH);
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

/** Returns the host of a URL without `www.`, or null for any other string. */
export function siteOf(url: string): string | null {
  try {
    return new URL(url).host.toLowerCase().replace(/^www\./, '') || null;
  } catch {
    return null;
  }
}
