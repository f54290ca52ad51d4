/** Line breaks and other control characters, and bidirectional marks (Unicode's Bidi_Control). */
const CONTROLS = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u;

/**
 * Returns a value for display, on one line. Control characters are removed, because they must not reach a
 * terminal, a menu or a link.
 */
export function plainText(value: string): string {
  if (!CONTROLS.test(value)) return value.trim();
  return value
    .replace(/\p{Bidi_Control}/gu, '')
    .replace(/[\p{Cc}\u2028\u2029]/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}
