import { hashInName } from '../images/file-name';
import { isMarkdown } from '../text/paths';

/**
 * Returns whether a path can be a note's: Markdown, relative, with slashes, without `..` or hidden folders.
 * Paths in journals can't be trusted, because a shared vault includes its journals.
 */
export function isNotePath(path: string): boolean {
  return isMarkdown(path) && isFolderPath(path);
}

/** Returns whether a path can be a file that an import created: a note, or a PDF. */
export function isCreatedPath(path: string): boolean {
  return isNotePath(path) || (/\.pdf$/i.test(path) && isFolderPath(path));
}

/** Returns whether a path can be an image that this program saved: its name contains a hash. */
export function isImagePath(path: string): boolean {
  return hashInName(path) !== null && isFolderPath(path);
}

/** Returns whether a path stays inside the folder and has no hidden part. */
export function isFolderPath(path: string): boolean {
  return !UNSAFE_OR_HIDDEN.test(path);
}

/** A zero byte, a backslash, or a name that is empty or starts with a dot. */
const UNSAFE_OR_HIDDEN = /[\0\\]|(?:^|\/)(?:[./]|$)/;
