/**
 * Tells whether a text is still the one we left: its length and two 32-bit mixes of its code units, as one word.
 * Not for defence against someone who wants two texts to look alike. Lone surrogates count as what they are.
 */
export function fingerprint(text: string): string {
  const { length } = text;
  let a = 0x9e3779b9 ^ length;
  let b = 0x85ebca6b;
  let i = 0;
  for (; i + 1 < length; i += 2) {
    const pair = text.charCodeAt(i) | (text.charCodeAt(i + 1) << 16);
    a = Math.imul(a ^ pair, 0x01000193);
    b = Math.imul((b << 13) | (b >>> 19), 5) + pair;
  }
  if (i < length) a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
  return `${length.toString(36)}-${hex(mix(a ^ b))}${hex(mix(b + a))}`;
}

function mix(x: number): number {
  let h = x ^ (x >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function hex(x: number): string {
  return (x >>> 0).toString(16).padStart(8, '0');
}
