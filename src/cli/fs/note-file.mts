import { lstatSync } from 'node:fs';
import { sep } from 'node:path';
import { isNotePath } from '../../core/runs/note-path';

/**
 * Returns the absolute path of a note. `path` is relative, with slashes. It may come from a journal that
 * somebody else wrote, so links on it are never followed. Throws if a folder on it is a link or a file, if it
 * is not the path of a note, or with a system error.
 */
export function resolveNote(root: string, path: string): string {
  if (isUnsafePath(path)) throw new Error('The path leads out of the folder.');
  if (!isNotePath(path))
    throw new Error(
      'It is not a Markdown file, it is in a hidden folder, or its path has a backslash.',
    );
  // Not with `join`, which would normalize the whole path again for each note.
  const start = root.endsWith(sep) ? root : root + sep;
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
    const folder = start + path.slice(0, at);
    if (!lstatSync(folder).isDirectory()) {
      throw new Error('A folder on its path is a link or a file, which is not followed.');
    }
  }
  return start + (sep === '/' ? path : path.replaceAll('/', sep));
}

/** A zero byte, or a name that is empty, `.` or `..`. */
const UNSAFE_NAME = /\0|(?:^|\/)\.{0,2}(?:\/|$)/;

/** On Windows, a backslash separates folders, and a colon separates a drive or a stream. */
function isUnsafePath(path: string): boolean {
  return UNSAFE_NAME.test(path) || (process.platform === 'win32' && /[\\:]/.test(path));
}
