/** The image formats that are saved. */
export type ImageKind = 'png' | 'jpeg' | 'gif' | 'webp' | 'avif' | 'svg' | 'bmp' | 'ico' | 'tiff';

/**
 * What a server returned instead of an image. `pixel`: an image of at most 2 × 2 pixels, used for
 * tracking.
 */
export type NoImage = 'html' | 'xml' | 'json' | 'pixel' | 'empty' | 'unknown';

/** The kind of some bytes. */
export type BytesKind =
  | { readonly kind: 'image'; readonly type: ImageKind }
  | { readonly kind: 'no-image'; readonly is: NoImage };

/** File extensions, without the dot. */
export const IMAGE_EXTENSIONS: Readonly<Record<ImageKind, string>> = {
  ...{ png: 'png', jpeg: 'jpg', gif: 'gif', webp: 'webp', avif: 'avif' },
  ...{ svg: 'svg', bmp: 'bmp', ico: 'ico', tiff: 'tiff' },
};

/** The largest width and height of a tracking pixel. */
const MAX_PIXEL_SIZE = 2;
/** An SVG's markup starts within this many bytes. Comments and a document type may come first. */
const HEAD_BYTES = 4096;

/**
 * Detects from the first bytes what a server returned. The file name and the content type are
 * unreliable: a refusal is often a page, an XML document or a small picture with status 200.
 */
export function kindOfBytes(bytes: Uint8Array): BytesKind {
  if (bytes.length === 0) return { kind: 'no-image', is: 'empty' };
  const type = binaryKind(bytes);
  if (type !== null) {
    return isPixel(bytes, type) ? { kind: 'no-image', is: 'pixel' } : { kind: 'image', type };
  }
  return kindOfText(textHead(bytes));
}

function binaryKind(bytes: Uint8Array): ImageKind | null {
  const starts = (signature: string, at = 0): boolean => isAscii(bytes, signature, at);
  if (starts('\x89PNG\r\n\x1a\n')) return 'png';
  if (starts('\xff\xd8\xff')) return 'jpeg';
  if (starts('GIF87a') || starts('GIF89a')) return 'gif';
  if (starts('RIFF') && starts('WEBP', 8)) return 'webp';
  if (starts('ftyp', 4) && hasAvifBrand(bytes)) return 'avif';
  if (starts('BM') && bytes.length > 26 && starts('\0\0\0\0', 6)) return 'bmp';
  if (starts('\0\0\x01\0') && bytes.length > 22) return 'ico';
  if (starts('II*\0') || starts('MM\0*')) return 'tiff';
  return null;
}

/**
 * Reads the brands in the `ftyp` box of a file. The box has its size, `ftyp`, the major brand, a
 * version, and the compatible brands.
 */
function hasAvifBrand(bytes: Uint8Array): boolean {
  const size = ((bytes[2] ?? 0) << 8) | (bytes[3] ?? 0);
  for (let at = 8; at + 4 <= Math.min(size, bytes.length); at += 4) {
    if (isAscii(bytes, 'avif', at) || isAscii(bytes, 'avis', at)) return true;
  }
  return false;
}

function isAscii(bytes: Uint8Array, signature: string, at: number): boolean {
  for (let i = 0; i < signature.length; i++) {
    if (bytes[at + i] !== signature.charCodeAt(i)) return false;
  }
  return true;
}

/** Checks only PNG and GIF, because tracking pixels use these formats. */
function isPixel(bytes: Uint8Array, type: ImageKind): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (type === 'png' && bytes.length >= 24) {
    return isTiny(view.getUint32(16)) && isTiny(view.getUint32(20));
  }
  if (type === 'gif' && bytes.length >= 10) {
    return isTiny(view.getUint16(6, true)) && isTiny(view.getUint16(8, true));
  }
  return false;
}

function isTiny(length: number): boolean {
  return length > 0 && length <= MAX_PIXEL_SIZE;
}

/**
 * Decodes the start of the bytes as UTF-8 or UTF-16, without the byte order mark and leading
 * spaces.
 */
function textHead(bytes: Uint8Array): string {
  const head = bytes.subarray(0, HEAD_BYTES);
  const isWide = isAscii(head, '\xff\xfe', 0) || isAscii(head, '\xfe\xff', 0);
  const encoding = isWide ? (head[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  return new TextDecoder(encoding).decode(head).trimStart();
}

function kindOfText(head: string): BytesKind {
  const markup = withoutProlog(head);
  if (/^<(?:[a-z]+:)?svg[\s>/]/i.test(markup)) return { kind: 'image', type: 'svg' };
  if (/^<(?:!doctype\s+html|html|head|body|script|div|p|h1|title|center)\b/i.test(markup)) {
    return { kind: 'no-image', is: 'html' };
  }
  if (head.startsWith('<')) return { kind: 'no-image', is: 'xml' };
  return { kind: 'no-image', is: /^[[{]/.test(head) ? 'json' : 'unknown' };
}

/** Returns the markup after an XML declaration, comments, and a document type other than HTML's. */
function withoutProlog(head: string): string {
  let rest = head;
  for (;;) {
    const end = prologEnd(rest);
    if (end < 0) return rest;
    rest = rest.slice(end).trimStart();
  }
}

function prologEnd(text: string): number {
  if (text.startsWith('<?')) return endOf(text, '?>');
  if (text.startsWith('<!--')) return endOf(text, '-->');
  if (!/^<!doctype\s+(?!html)/i.test(text)) return -1;
  // Some editors declare entities, in brackets.
  const bracket = text.indexOf('[');
  const angle = text.indexOf('>');
  return bracket >= 0 && bracket < angle ? endOf(text, ']>') : endOf(text, '>');
}

function endOf(text: string, word: string): number {
  const at = text.indexOf(word);
  return at < 0 ? -1 : at + word.length;
}
