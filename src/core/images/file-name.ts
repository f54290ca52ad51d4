import { IMAGE_EXTENSIONS, type ImageKind } from './image-bytes';
import { encodeUtf8 } from '../text/utf8';

/** How many hexadecimal digits of the SHA-256 a file name contains. */
const HASH_DIGITS = 16;
/**
 * How much of an article's title a file name contains, in UTF-8. With the hash, the name is far
 * below the 255 bytes that file systems allow.
 */
const MAX_TITLE_BYTES = 80;

const SAVED_NAME = /(?:^|[-/])([0-9a-f]{16})\.(?:png|jpg|gif|webp|avif|svg|bmp|ico|tiff)$/;
const MENTION = /([0-9a-f]{16})\.(?:png|jpg|gif|webp|avif|svg|bmp|ico|tiff)/g;
/**
 * Returns the file name of an image: the article's title, and the start of the SHA-256 of the
 * image's bytes. The same bytes have the same hash, and a hash that does not match shows that the
 * file was changed. The name has only letters, digits, `-` and `.`, so it needs no escaping in any
 * link.
 */
export function imageFileName(title: string, sha256: string, type: ImageKind): string {
  const words = shortened(title.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-'));
  const hash = sha256.slice(0, HASH_DIGITS);
  return `${words === '' ? '' : `${words}-`}${hash}.${IMAGE_EXTENSIONS[type]}`;
}

function shortened(words: string): string {
  // A UTF-16 code unit takes at most three bytes.
  if (words.length * 3 <= MAX_TITLE_BYTES) return words.replace(/^-|-$/g, '');
  let [short, bytes] = ['', 0];
  for (const character of words) {
    bytes += encodeUtf8(character).length;
    if (bytes > MAX_TITLE_BYTES) break;
    short += character;
  }
  return short.replace(/^-|-$/g, '');
}

/** Returns the hash in the name of a file that this program saved; null for all other names. */
export function hashInName(path: string): string | null {
  return SAVED_NAME.exec(path)?.[1] ?? null;
}

/** Returns the hashes in all names of saved images in a text, whatever the link format. */
export function hashesNamedIn(text: string): readonly string[] {
  return Array.from(text.matchAll(MENTION), ([, hash = '']) => hash);
}
