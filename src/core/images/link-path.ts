import { encodeUtf8 } from '../text/utf8';

/**
 * Characters that could end a link's destination, a table cell, an attribute or a URL in a
 * `srcset`, start a comment or math, or have a meaning in a URL.
 */
const TO_ENCODE = /[\s\p{Cc}"'<>\\^`{|}%#?()[\]&$:,;]/gu;

/**
 * Encodes a path for a link in Markdown or HTML. Percent-encodes only the characters that need it.
 */
export function encodedPath(path: string): string {
  return path.replace(TO_ENCODE, (sign) =>
    Array.from(
      encodeUtf8(sign),
      (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
    ).join(''),
  );
}

/**
 * Returns the relative path from a note to a file. Both paths are relative to the same folder, with
 * slashes.
 */
export function relativePath(note: string, file: string): string {
  const from = note.split('/').slice(0, -1);
  const to = file.split('/');
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}
