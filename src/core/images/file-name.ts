import { IMAGE_EXTENSIONS, type ImageKind } from './image-bytes';

/** So many hexadecimal digits of the SHA-256 of its bytes end an image's name. */
const HASH_DIGITS = 16;
/** So much of an article's title is in a name, in UTF-8: with the hash it stays far below the 255 bytes that file systems allow. */
const LONGEST_TITLE_BYTES = 80;

const SAVED_NAME = /(?:^|[-/])([0-9a-f]{16})\.(?:png|jpg|gif|webp|avif|svg|bmp|ico|tiff)$/;
const MENTION = /([0-9a-f]{16})\.(?:png|jpg|gif|webp|avif|svg|bmp|ico|tiff)/g;
const UTF8 = new TextEncoder();

/**
 * The name of an image's file: the article's title, and the beginning of the SHA-256 of its bytes. So the same bytes have one name, and
 * a file that was changed is known to be. Only letters, digits and `-`: such a name needs no escapes in any link.
 */
export function imageFileName(title: string, sha256: string, type: ImageKind): string {
  const words = shortened(title.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-'));
  const hash = sha256.slice(0, HASH_DIGITS);
  return `${words === '' ? '' : `${words}-`}${hash}.${IMAGE_EXTENSIONS[type]}`;
}

function shortened(words: string): string {
  let [short, bytes] = ['', 0];
  for (const character of words) {
    bytes += UTF8.encode(character).length;
    if (bytes > LONGEST_TITLE_BYTES) break;
    short += character;
  }
  return short.replace(/^-|-$/g, '');
}

/** The hash in the name of a file that this program saved; null for all other names. */
export function hashInName(path: string): string | null {
  return SAVED_NAME.exec(path)?.[1] ?? null;
}

/** The hashes of the saved images that a text names, in whatever form of link. */
export function hashesNamedIn(text: string): readonly string[] {
  return Array.from(text.matchAll(MENTION), ([, hash = '']) => hash);
}
