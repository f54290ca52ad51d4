import { MAX_URL_LENGTH } from '../omnivore/links';

/**
 * The few entities that templates and converters write. Others may be a part of a query
 * (`&copy=2`).
 */
const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', nbsp: '\u00a0' },
};
const HTML_ENTITY = /&(?:(amp|quot|apos|lt|gt|nbsp)|#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6}));/g;

/** Decodes the entities of a text once, as Markdown and HTML do for a URL. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(HTML_ENTITY, (whole, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}

/**
 * Returns the URL to request: `http` or `https`, percent-encoded if necessary, without user name,
 * password and fragment. Returns null for all other URLs.
 */
export function requestUrlOf(url: string): URL | null {
  if (url.length > MAX_URL_LENGTH || !/^https?:\/\/[^/\\]/i.test(url)) return null;
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return null;
  }
  if (parsed.hostname === '') return null;
  // Setting a part parses the URL again.
  if (parsed.username !== '') parsed.username = '';
  if (parsed.password !== '') parsed.password = '';
  if (parsed.href.includes('#')) parsed.hash = '';
  return parsed;
}

/** Returns the host of a URL with its port; '' if the URL can't be requested. */
export function hostOf(url: string): string {
  return requestUrlOf(url)?.host ?? '';
}
