import { readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { join, sep } from 'node:path';
import { plainReason } from './plain-reason.mts';
import { codeOf } from './system-error.mts';
import { isTemporary } from './temporary.mts';
import { turns } from './turns.mts';

/** Folders that contain no notes, besides those whose names start with a dot. */
const SKIPPED = new Set(['node_modules']);

/** Which notes to list. Folders are relative to the root, with slashes. */
export interface ListOptions {
  /** Empty means all. */
  readonly folders: readonly string[];
  readonly leftOut: readonly string[];
}

/** The notes in a folder, and everything that was skipped. */
export interface Listing {
  /** Relative to the root, with slashes, sorted by path as in a vault. */
  readonly notes: readonly string[];
  /** Symbolic links to notes and folders outside the root. They are not followed. */
  readonly linksOutside: readonly string[];
  /** Entries with the name of a note that are not files: pipes, devices. */
  readonly special: readonly string[];
  /** Folders that could not be read, and why. */
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
  { folders, leftOut }: ListOptions,
  isStopped: () => boolean = () => false,
): Promise<Listing> {
  const notes: string[] = [];
  const linksOutside: string[] = [];
  const special: string[] = [];
  const unreadable: { path: string; error: string }[] = [];
  const leftovers: string[] = [];
  const realRoot = realpathSync(root);
  const yieldIfDue = turns();
  const pending = [''];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    await yieldIfDue();
    if (isStopped()) break;
    for (const entry of entriesOf(root, folder, unreadable)) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (isTemporary(entry.name) && entry.isFile()) leftovers.push(path);
      if (entry.name.startsWith('.') || leftOut.some((out) => isWithin(path, out))) continue;
      if (entry.isDirectory()) {
        if (!SKIPPED.has(entry.name) && mayHold(path, folders)) pending.push(path);
      } else if (entry.isSymbolicLink()) {
        const wanted = isMarkdown(path) ? isWanted(path, folders) : mayHold(path, folders);
        if (wanted && leadsOut(join(root, path), realRoot)) linksOutside.push(path);
      } else if (isMarkdown(path) && isWanted(path, folders)) {
        (entry.isFile() ? notes : special).push(path);
      }
    }
  }
  return {
    notes: inOrder(notes),
    linksOutside: inOrder(linksOutside),
    special: inOrder(special),
    unreadable,
    leftovers,
  };
}

/** Returns whether a file is a note, by its name. */
function isMarkdown(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path);
}

function inOrder(paths: string[]): readonly string[] {
  return paths.sort((a, b) => (a < b ? -1 : 1));
}

const TYPED = { withFileTypes: true } as const;

/**
 * Returns the entries of a folder. A folder that was removed meanwhile has none; one that can't be read is
 * added to `unreadable`.
 */
function entriesOf(
  root: string,
  folder: string,
  unreadable: { path: string; error: string }[],
): readonly Dirent[] {
  if (folder === '') return readdirSync(root, TYPED);
  try {
    return readdirSync(join(root, folder), TYPED);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') unreadable.push({ path: folder, error: plainReason(error) });
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

/** Returns whether a link leads to a note or folder outside the root. False for a broken link. */
function leadsOut(link: string, realRoot: string): boolean {
  try {
    const target = realpathSync(link);
    if (target === realRoot || target.startsWith(realRoot + sep)) return false;
    return isMarkdown(link) || statSync(target).isDirectory();
  } catch {
    return false;
  }
}
