/** A URL whose colon or slashes are percent-encoded, once or several times: without the proxy, it would be a path. */
const ENCODED = /^https?(?::|%(?:25){0,8}3a)(?:\/|%(?:25){0,8}2f){2}/i;
const PLAIN_SCHEME = /^https?:\/\//i;
/** The most often that a URL is encoded. */
const MAX_DECODINGS = 9;
/** Characters that can stand in a URL and end it neither in Markdown nor in HTML. */
const DECODED = /[\w.~:/?#@!$&*+,;=%-]/;

/**
 * Decodes a percent-encoded URL as the proxy did, if the proxy's part is not encoded itself. Spaces, quotes,
 * brackets and letters of other scripts stay encoded. Returns any other URL unchanged.
 */
export function plainUrl(url: string, proxy: string): string {
  if (!PLAIN_SCHEME.test(proxy)) return url;
  let plain = url;
  for (let round = 0; round < MAX_DECODINGS && !PLAIN_SCHEME.test(plain); round++) {
    if (!ENCODED.test(plain)) return url;
    plain = plain.replace(/%([\da-f]{2})/gi, (escape, code: string) => {
      const sign = String.fromCharCode(parseInt(code, 16));
      return DECODED.test(sign) ? sign : escape;
    });
  }
  return plain;
}
