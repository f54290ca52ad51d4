/**
 * Whether a path can be a note's: relative, with slashes, without detours or hidden folders, Markdown. Paths in a journal may be
 * somebody else's: a shared vault brings its journals with it.
 */
export function isNotePath(path: string): boolean {
  if (!/\.(?:md|markdown)$/i.test(path) || path.includes('\0')) return false;
  return path.split('/').every((name) => name !== '' && !name.startsWith('.'));
}
