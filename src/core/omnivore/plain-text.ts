/** Line breaks and other control characters, and the marks that turn the direction of writing (Unicode's Bidi_Control). */
const CONTROLS = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u;

/** A value as it is listed: on one line, without control characters, none of which may reach a terminal, a menu or a link. */
export function plainText(value: string): string {
  if (!CONTROLS.test(value)) return value.trim();
  return value
    .replace(/\p{Bidi_Control}/gu, '')
    .replace(/[\p{Cc}\u2028\u2029]/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}
