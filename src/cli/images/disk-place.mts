import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { relativeLink } from '../../core/images/rewrite';
import type { ImagePlace } from '../../core/runs/place-image';
import { CONFIG_FOLDER } from '../fs/disk-journal.mts';

/**
 * Where the images of a folder on disk go. `folder`: a path from the root ('' for the root itself), or one that starts with `./` and
 * counts from the note's folder, as Obsidian writes it in its settings. Links are by the path from the note to the file, which every
 * program understands; only a property in a vault holds a link of Obsidian's.
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
