const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();

/** Returns the bytes of a text in UTF-8. */
export function encodeUtf8(text: string): Uint8Array<ArrayBuffer> {
  return ENCODER.encode(text);
}

/** Returns the text of bytes in UTF-8, without a byte order mark. Invalid bytes become `\ufffd`. */
export function decodeUtf8(bytes: Uint8Array): string {
  return DECODER.decode(bytes);
}
