import { encodeUtf8 } from './utf8';
import { atOnce, isLong, STEP_LENGTH, type Steps } from './steps';

/**
 * Hashes a text, to check later whether it has changed. The result holds the number of UTF-8 bytes and 64
 * bits mixed from them. Not cryptographic: it does not protect against deliberate collisions. All lone
 * surrogates hash alike, because UTF-8 can't contain them.
 */
export function hash(text: string): string {
  return hashBytes(encodeUtf8(text));
}

/** Works like `hash`, in steps. */
export function* hashSteps(text: string): Steps<string> {
  if (!isLong(text)) return hash(text);
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (let from = 0, to = 0; from < text.length; from = to) {
    to = Math.min(from + STEP_LENGTH, text.length);
    // Half of a surrogate pair would be encoded as another character.
    if (isHighSurrogate(text.charCodeAt(to - 1))) to++;
    const piece = encodeUtf8(text.slice(from, to));
    pieces.push(piece);
    length += piece.length;
    yield;
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  yield;
  return yield* hashBytesSteps(bytes);
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

/** Hashes a text that is already encoded as UTF-8. */
export function hashBytes(bytes: Uint8Array): string {
  return atOnce(hashBytesSteps(bytes));
}

function* hashBytesSteps(bytes: Uint8Array): Steps<string> {
  const { length } = bytes;
  // Reads four bytes per step. Every machine that runs Obsidian is little-endian.
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const words = new Int32Array(aligned.buffer, aligned.byteOffset, length >>> 2);
  const mixed: Mixed = { a: 0x9e3779b9 ^ length, b: 0x85ebca6b };
  for (let from = 0; from < words.length; from += STEP_LENGTH) {
    if (from > 0) yield;
    mixWords(mixed, words, from, Math.min(from + STEP_LENGTH, words.length));
  }
  for (let i = length & ~3; i < length; i++) {
    mixed.a = Math.imul(mixed.a ^ (bytes[i] as number), 0x01000193);
  }
  const { a, b } = mixed;
  return `${length.toString(36)}-${hex(mix(a ^ b))}${hex(mix((b + a) | 0))}`;
}

/** The bits that were mixed so far. */
interface Mixed {
  a: number;
  b: number;
}

function mixWords(mixed: Mixed, words: Int32Array, from: number, to: number): void {
  let { a, b } = mixed;
  for (let i = from; i < to; i++) {
    const word = words[i] as number;
    a = Math.imul(a ^ word, 0x01000193);
    b = (Math.imul((b << 13) | (b >>> 19), 5) + word) | 0;
  }
  mixed.a = a;
  mixed.b = b;
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
