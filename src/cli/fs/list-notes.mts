import { lstatSync, readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { join, sep } from 'node:path';
import { isMarkdown } from '../../core/text/paths';
import { errorCode, systemReason } from './system-error.mts';
import { isTemporary } from './temporary.mts';
import { createYielder } from './turns.mts';

/** Folders that are not searched, besides those whose names start with a dot. */
export const SKIPPED_FOLDERS = new Set(['node_modules']);

/** Which notes to list. Folders are relative to the root, with slashes. */
export interface ListOptions {
  /** Empty means all. */
  readonly folders: readonly string[];
  readonly excludedFolders: readonly string[];
}

/** The notes in a folder, and everything that was skipped. */
export interface NoteListing {
  /** Relative to the root, with slashes, sorted by path as in a vault. */
  readonly notes: readonly string[];
  /** Symbolic links to notes and folders outside the root. They are not followed. */
  readonly linksOutside: readonly string[];
  /** Entries with the name of a note that are not files: pipes, devices. */
  readonly special: readonly string[];
  /** Folders that could not be read, and folders and notes whose names are not valid UTF-8. */
  readonly unreadable: readonly { readonly path: string; readonly error: string }[];
  /** Temporary files that a killed run left next to notes. Nothing needs them. */
  readonly leftovers: readonly string[];
}

/**
 * Lists Markdown files (`.md`, `.markdown`). Skips folders that start with a dot (`.trash`, `.obsidian`,
 * `.git`), `node_modules`, and links to files inside the root, which are listed anyway. Rejects if the root
 * can't be listed. `isStopped` is checked before each folder; if true, the listing ends early.
 */
export async function listNotes(
  root: string,
  { folders, excludedFolders }: ListOptions,
  isStopped: () => boolean = () => false,
): Promise<NoteListing> {
  const notes: string[] = [];
  const linksOutside: string[] = [];
  const special: string[] = [];
  const unreadable: { path: string; error: string }[] = [];
  const leftovers: string[] = [];
  const realRoot = realpathSync(root);
  const yieldIfNeeded = createYielder();
  const pending = [''];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    await yieldIfNeeded();
    if (isStopped()) break;
    for (const entry of entriesOf(root, folder, unreadable)) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (isTemporary(entry.name) && entry.isFile()) leftovers.push(path);
      if (entry.name.startsWith('.') || excludedFolders.some((out) => isInFolder(path, out)))
        continue;
      if (isMisnamed(root, path)) {
        const wanted = isMarkdown(path)
          ? isWanted(path, folders)
          : entry.isDirectory() && mayContain(path, folders);
        if (wanted) unreadable.push({ path, error: 'Its name is not valid UTF-8.' });
      } else if (entry.isDirectory()) {
        if (!SKIPPED_FOLDERS.has(entry.name) && mayContain(path, folders)) pending.push(path);
      } else if (entry.isSymbolicLink()) {
        const wanted = isMarkdown(path) ? isWanted(path, folders) : mayContain(path, folders);
        if (wanted && leadsOutside(join(root, path), realRoot)) linksOutside.push(path);
      } else if (isMarkdown(path) && isWanted(path, folders)) {
        (entry.isFile() ? notes : special).push(path);
      }
    }
  }
  return {
    notes: sortPaths(notes),
    linksOutside: sortPaths(linksOutside),
    special: sortPaths(special),
    unreadable,
    leftovers,
  };
}

/** Returns whether a name has bytes that are not UTF-8. Node replaces them, so the file can't be found under that name. */
function isMisnamed(root: string, path: string): boolean {
  if (!path.includes('\ufffd')) return false;
  return lstatSync(join(root, path), { throwIfNoEntry: false }) === undefined;
}

function sortPaths(paths: string[]): readonly string[] {
  return paths.sort((a, b) => (a < b ? -1 : 1));
}

const WITH_FILE_TYPES = { withFileTypes: true } as const;

/**
 * Returns the entries of a folder. A folder that was removed meanwhile has none; one that can't be read is
 * added to `unreadable`.
 */
function entriesOf(
  root: string,
  folder: string,
  unreadable: { path: string; error: string }[],
): readonly Dirent[] {
  if (folder === '') return readdirSync(root, WITH_FILE_TYPES);
  try {
    return readdirSync(join(root, folder), WITH_FILE_TYPES);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT')
      unreadable.push({ path: folder, error: systemReason(error) });
    return [];
  }
}

function isInFolder(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

function isWanted(path: string, folders: readonly string[]): boolean {
  return folders.length === 0 || folders.some((folder) => isInFolder(path, folder));
}

function mayContain(path: string, folders: readonly string[]): boolean {
  return isWanted(path, folders) || folders.some((folder) => isInFolder(folder, path));
}

/** Returns whether a link leads to a note or folder outside the root. False for a broken link. */
function leadsOutside(link: string, realRoot: string): boolean {
  try {
    const target = realpathSync(link);
    if (target === realRoot || target.startsWith(realRoot + sep)) return false;
    return isMarkdown(link) || statSync(target).isDirectory();
  } catch {
    return false;
  }
}
