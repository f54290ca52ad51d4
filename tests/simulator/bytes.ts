/** How many bytes the text takes as UTF-8; a lone surrogate counts as the three of U+FFFD. */
export function byteLength(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    if (unit < 0x800) bytes += 1;
    else if (isPair(text, i)) {
      bytes += 2;
      i++;
    } else bytes += 2;
  }
  return bytes;
}

/** The text as UTF-8. Written by hand because jsdom has no TextEncoder. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes.push(...encodePoint(point >= 0xd800 && point <= 0xdfff ? 0xfffd : point));
  }
  return Uint8Array.from(bytes);
}

/** The text that the bytes are; what is not UTF-8 in them becomes U+FFFD, as it does in the app. */
export function decodeUtf8(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const length = lengthOf(bytes, at);
    text += length === 0 ? '\ufffd' : decodeOne(bytes.subarray(at, at + length));
    at += Math.max(1, length);
  }
  return text;
}

/** How many bytes the character at an offset takes; 0 if there is none. */
function lengthOf(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  const length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  const tails = bytes.subarray(at + 1, at + length);
  const whole = first < 0xf5 && at + length <= bytes.length && tails.every((b) => b >> 6 === 2);
  return whole ? length : 0;
}

function decodeOne(bytes: Uint8Array): string {
  const escaped = Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`);
  try {
    return decodeURIComponent(escaped.join(''));
  } catch {
    return '\ufffd';
  }
}

function isPair(text: string, at: number): boolean {
  const first = text.charCodeAt(at);
  const second = text.charCodeAt(at + 1);
  return first >= 0xd800 && first <= 0xdbff && second >= 0xdc00 && second <= 0xdfff;
}

function encodePoint(point: number): number[] {
  if (point < 0x80) return [point];
  if (point < 0x800) return [0xc0 | (point >> 6), tail(point)];
  if (point < 0x10000) return [0xe0 | (point >> 12), tail(point >> 6), tail(point)];
  return [0xf0 | (point >> 18), tail(point >> 12), tail(point >> 6), tail(point)];
}

function tail(bits: number): number {
  return 0x80 | (bits & 0x3f);
}
