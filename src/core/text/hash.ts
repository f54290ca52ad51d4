const UTF8 = new TextEncoder();

/**
 * Hashes a text, to check later whether it has changed. The result holds the number of UTF-8 bytes and 64
 * bits mixed from them. Not cryptographic: it does not protect against deliberate collisions. All lone
 * surrogates hash alike, because UTF-8 can't contain them.
 */
export function hash(text: string): string {
  return hashBytes(UTF8.encode(text));
}

/** Hashes a text that is already encoded as UTF-8. */
export function hashBytes(bytes: Uint8Array): string {
  const { length } = bytes;
  // Reads four bytes per step. Every machine that runs Obsidian is little-endian.
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const words = new Int32Array(aligned.buffer, aligned.byteOffset, length >>> 2);
  let a = 0x9e3779b9 ^ length;
  let b = 0x85ebca6b;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as number;
    a = Math.imul(a ^ word, 0x01000193);
    b = (Math.imul((b << 13) | (b >>> 19), 5) + word) | 0;
  }
  for (let i = length & ~3; i < length; i++) a = Math.imul(a ^ (bytes[i] as number), 0x01000193);
  return `${length.toString(36)}-${hex(mix(a ^ b))}${hex(mix((b + a) | 0))}`;
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
