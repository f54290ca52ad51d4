import { readdirSync, realpathSync, type Dirent } from 'node:fs';
import { join, sep } from 'node:path';
import { isTemporary } from './temporary';

/** Folders that hold no notes of one's own, beside those whose names start with a dot. */
const PASSED_OVER = new Set(['node_modules']);

/** Which notes to look at; folders relative to the root, with slashes. */
export interface ListOptions {
  /** Empty: all. */
  readonly folders: readonly string[];
  readonly leftOut: readonly string[];
}

/** The notes under a folder, and the links that lead out of it. */
export interface Listing {
  /** Relative to the root, with slashes, in the order of their paths, as in a vault. */
  readonly notes: readonly string[];
  /** Symbolic links to files outside of the root: they are not followed. */
  readonly linksOutside: readonly string[];
  /** What a run left beside notes when it was killed: half-written copies that nobody needs. */
  readonly leftovers: readonly string[];
}

/**
 * Lists Markdown files. Folders that start with a dot (`.trash`, `.obsidian`, `.git`), `node_modules` and folders behind links are passed over;
 * a link to a note inside is passed over too, since the note itself is listed. Throws where the root can't be listed.
 */
export function listNotes(root: string, { folders, leftOut }: ListOptions): Listing {
  const notes: string[] = [];
  const linksOutside: string[] = [];
  const leftovers: string[] = [];
  const realRoot = realpathSync(root);
  const pending = [''];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    const entries = folder === '' ? readdirSync(root, TYPED) : readFolder(join(root, folder));
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (isTemporary(entry.name) && entry.isFile()) leftovers.push(path);
      if (entry.name.startsWith('.') || leftOut.some((out) => isWithin(path, out))) continue;
      if (entry.isDirectory()) {
        if (!PASSED_OVER.has(entry.name) && mayHold(path, folders)) pending.push(path);
      } else if (/\.md$/i.test(entry.name) && isWanted(path, folders)) {
        if (entry.isFile()) notes.push(path);
        else if (entry.isSymbolicLink() && leadsOut(join(root, path), realRoot))
          linksOutside.push(path);
      }
    }
  }
  return { notes: inOrder(notes), linksOutside: inOrder(linksOutside), leftovers };
}

function inOrder(paths: string[]): readonly string[] {
  return paths.sort((a, b) => (a < b ? -1 : 1));
}

const TYPED = { withFileTypes: true } as const;

/** A folder inside that can't be read, or has gone meanwhile, has no notes. */
function readFolder(folder: string): Dirent[] {
  try {
    return readdirSync(folder, TYPED);
  } catch {
    return [];
  }
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

function isWanted(path: string, folders: readonly string[]): boolean {
  return folders.length === 0 || folders.some((folder) => isWithin(path, folder));
}

function mayHold(path: string, folders: readonly string[]): boolean {
  return isWanted(path, folders) || folders.some((folder) => isWithin(folder, path));
}

function leadsOut(link: string, realRoot: string): boolean {
  try {
    return !realpathSync(link).startsWith(realRoot + sep);
  } catch {
    return false;
  }
}
