/** Longer ones are no URLs of images. */
const LONGEST_URL = 8_192;

/** The few names that templates and converters escape; others may be a part of a query (`&copy=2`). */
const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', nbsp: '\u00a0' },
};
const ENTITY = /&(?:(amp|quot|apos|lt|gt|nbsp)|#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6}));/g;

/** A text with its entities decoded once, as Markdown and HTML read a URL. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (whole, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}

/**
 * The URL that is asked for: `http` or `https`, percent-encoded where needed, without user name, password and fragment. Null for all
 * others.
 */
export function requestUrlOf(url: string): URL | null {
  if (url.length > LONGEST_URL || !/^https?:\/\/[^/\\]/i.test(url)) return null;
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return null;
  }
  if (parsed.hostname === '') return null;
  parsed.username = '';
  parsed.password = '';
  parsed.hash = '';
  return parsed;
}

/** The host of a URL as a person reads it, with its port; '' for what is no URL of an image. */
export function hostOf(url: string): string {
  return requestUrlOf(url)?.host ?? '';
}
