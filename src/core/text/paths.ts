/** The ending of a note's file. */
const MARKDOWN = /\.(?:md|markdown)$/i;

/** Returns whether a file is a note, by its name. */
export function isMarkdown(path: string): boolean {
  return MARKDOWN.test(path);
}

/** Returns a path without the ending of a note; other endings stay. */
export function withoutMarkdown(path: string): string {
  return path.replace(MARKDOWN, '');
}

/** Returns what comes after the last slash. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Returns the name of a note, as a link shows it. */
export function noteName(path: string): string {
  return withoutMarkdown(fileName(path));
}
