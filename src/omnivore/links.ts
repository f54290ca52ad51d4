import { indexWithin } from '../text/search';
import { withoutProxy } from './image-proxy';

/** Hosts that were Omnivore's own: an address there is never the article's original one. */
const OWN_HOSTS =
  /^https?:\/\/(?:[\w-]+\.)*(?:omnivore\.app|omnivore-image-cache\.app)(?=[/:?#]|$)|^https?:\/\/storage\.googleapis\.com\/omnivore\//i;
/** Omnivore's own blog and documents are articles like others. */
const OWN_ARTICLES = /^https?:\/\/(?:blog|docs)\.omnivore\.app(?=[/:?#]|$)/i;

/** Where Omnivore showed an article; the slug follows. */
export const ARTICLE_ADDRESS = 'https://omnivore.app/me/';

/** Labels that templates give the link to the original, most used first. */
const ORIGINAL_LABELS = ['[Read Original](', '[Source](', '[Web](', '[Original]('] as const;

/** How far behind the link to Omnivore the one to the original may stand, where its label is not known. */
const NEXT_LINK_WITHIN = 200;

/** Whether it can be where an article came from. */
export function isOriginal(address: string): boolean {
  if (!/^https?:\/\/[^\s/]/i.test(address)) return false;
  return !OWN_HOSTS.test(address) || OWN_ARTICLES.test(address);
}

/** Where an article came from, by an address that may lead through Omnivore's proxy; null where it can't be that. */
export function originalOf(address: string): string | null {
  const direct = withoutProxy(address);
  return isOriginal(direct) ? direct : null;
}

/** The slug of an address at omnivore.app, null where it has none. */
export function slugOf(address: string): string | null {
  return /^https:\/\/omnivore\.app\/(?:me|[\w-]+)\/([^\s/?#]+)/.exec(address)?.[1] ?? null;
}

/** Where a labelled link to the original opens (`from`, at the bracket) and its address, looked for in `[from, to)`. */
export function labelledOriginal(text: string, from: number, to: number): string | null {
  for (const label of ORIGINAL_LABELS) {
    const at = indexWithin(text, label, { from, to });
    if (at < 0) continue;
    const original = originalOf(destination(text, at + label.length));
    if (original !== null) return original;
  }
  return null;
}

/** Whether a link labelled as one to the original stands in `[from, to)`. */
export function hasOriginalLabel(text: string, from: number, to: number): boolean {
  return indexWithin(text, ORIGINAL_LABELS[0], { from, to }) >= 0;
}

/** The address of the first link shortly behind an offset; none where an image comes first. */
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
