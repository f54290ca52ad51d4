/** What could end a link's destination, a table's cell, an attribute or a `srcset`'s URL, open a comment or math, or mean something in a URL. */
const TO_ENCODE = /[\s\p{Cc}"'<>\\^`{|}%#?()[\]&$:,;]/gu;

/** A path as it stands in a link, whether in Markdown or HTML: percent-encoded where it must be, and nowhere else. */
export function encodedPath(path: string): string {
  return path.replace(TO_ENCODE, (sign) =>
    Array.from(
      UTF8.encode(sign),
      (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
    ).join(''),
  );
}

const UTF8 = new TextEncoder();

/** The way from a note to a file; both are relative to the same folder, with slashes. */
export function relativePath(note: string, file: string): string {
  const from = note.split('/').slice(0, -1);
  const to = file.split('/');
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}
