import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { relativeLink } from '../../core/images/rewrite';
import type { ImagePlace } from '../../core/runs/place-image';
import { CONFIG_FOLDER } from '../fs/disk-journal.mts';

/**
 * Decides where images of a folder on disk are saved. `folder` is relative to the root ('' for the root
 * itself), or to the note's folder if it starts with `./`, as in Obsidian's settings. Links use the path from
 * the note to the file, which every program understands. Only properties in a vault get Obsidian's links.
 */
export function diskPlace(root: string, folder: string): ImagePlace {
  const isVault = existsSync(join(root, CONFIG_FOLDER));
  return {
    pathFor: (name, note) => Promise.resolve(posix.join(folderFor(folder, note), name)),
    linkTo(path, note) {
      const link = relativeLink(note, path);
      return isVault ? { ...link, property: `[[${path}]]` } : link;
    },
  };
}

function folderFor(folder: string, note: string): string {
  return folder.startsWith('./') ? posix.join(posix.dirname(note), folder) : folder;
}
