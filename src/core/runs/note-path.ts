import { hashInName } from '../images/file-name';

/**
 * Whether a path can be a note's: relative, with slashes, without detours or hidden folders, Markdown. Paths in a journal may be
 * somebody else's: a shared vault brings its journals with it.
 */
export function isNotePath(path: string): boolean {
  if (!/\.(?:md|markdown)$/i.test(path)) return false;
  return isFolderPath(path);
}

/** Whether a path can be that of a file which an import made: a note, or a PDF beside one. */
export function isCreatedPath(path: string): boolean {
  return isNotePath(path) || (/\.pdf$/i.test(path) && isFolderPath(path));
}

/** Whether a path can be that of an image that this program saved: its name holds a hash. */
export function isImagePath(path: string): boolean {
  return hashInName(path) !== null && isFolderPath(path);
}

/** Whether a path leads to a folder or a file inside, none of them hidden. */
export function isFolderPath(path: string): boolean {
  if (/[\0\\]/.test(path)) return false;
  return path.split('/').every((name) => name !== '' && !name.startsWith('.'));
}
