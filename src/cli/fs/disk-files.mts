import {
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileStore } from '../../core/runs/file-store';
import { isFolderPath } from '../../core/runs/note-path';
import { plainReason } from './plain-reason.mts';
import { readRegular } from './read-file.mts';
import { syncFolder } from './sync-folder.mts';
import { codeOf } from './system-error.mts';
import { removeIfThere, temporaryBeside } from './temporary.mts';
import { turns } from './turns.mts';

const { O_CREAT, O_EXCL, O_WRONLY } = constants;
const { O_NOFOLLOW = 0 } = constants as Partial<typeof constants>;

/** Larger files are not read. No file that a run creates is this large. */
const MAX_FILE_BYTES = 512 * 1024 * 1024;
/** The folder to which Obsidian moves deleted files. */
const TRASH = '.trash';
/** Folders whose files are never listed. */
const SKIPPED = new Set(['node_modules']);

/** Opens the files of a folder on disk. */
export function diskFiles(root: string): FileStore {
  const changed = new Set<string>();
  const yieldIfDue = turns();
  const inPlainWords = async <T,>(act: () => T): Promise<T> => {
    await yieldIfDue();
    try {
      return act();
    } catch (error) {
      throw new Error(plainReason(error), { cause: error });
    }
  };
  return {
    list: () => inPlainWords(() => filesIn(root)),
    read: (path) => inPlainWords(() => readFile(root, path)),
    missingFolders: (path) => inPlainWords(() => missingFolders(root, path)),
    create: (path, bytes) =>
      inPlainWords(() => {
        makeFolders(root, path, changed);
        const made = createFile(join(root, path), bytes);
        if (made === 'created') changed.add(dirname(join(root, path)));
        return made;
      }),
    discard: (path) =>
      inPlainWords(() => {
        const file = placeOf(root, path);
        if (file !== null) removeIfThere(file);
      }),
    trash: (path) => inPlainWords(() => moveToTrash(root, path, changed)),
    removeEmpty: (folders) =>
      inPlainWords(() => {
        for (const folder of folders) removeIfEmpty(root, folder, changed);
      }),
    flush() {
      for (const folder of changed) if (existsSync(folder)) syncFolder(folder);
      changed.clear();
      return Promise.resolve();
    },
  };
}

function filesIn(root: string): readonly string[] {
  const files: string[] = [];
  const pending = [''];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      if (entry.name.startsWith('.') || SKIPPED.has(entry.name)) continue;
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) pending.push(path);
      else files.push(path);
    }
  }
  return files;
}

/**
 * Returns the absolute path. Returns null if one of its folders does not exist. Throws if the path leads
 * through a link or a file, or out of the root.
 */
function placeOf(root: string, path: string): string | null {
  if (!isFolderPath(path)) throw new Error('The path leads out of the folder.');
  let place = root;
  for (const name of path.split('/').slice(0, -1)) {
    place = join(place, name);
    const stats = lstatSync(place, { throwIfNoEntry: false });
    if (!stats) return null;
    if (!stats.isDirectory()) {
      throw new Error('A folder on its path is a link or a file, which is not followed.');
    }
  }
  return join(root, path);
}

function readFile(root: string, path: string): Buffer | null {
  const file = placeOf(root, path);
  if (file === null) return null;
  try {
    return readRegular(file, MAX_FILE_BYTES);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function missingFolders(root: string, path: string): readonly string[] {
  if (placeOf(root, path) !== null) return [];
  const names = path.split('/').slice(0, -1);
  const folders = names.map((_, i) => names.slice(0, i + 1).join('/'));
  return folders.filter((folder) => !existsSync(join(root, folder)));
}

function makeFolders(root: string, path: string, changed: Set<string>): void {
  for (const folder of missingFolders(root, path)) {
    mkdirSync(join(root, folder));
    changed.add(dirname(join(root, folder)));
  }
}

/**
 * Creates a file. It gets its name only when its content is complete and on disk. An existing file is never
 * replaced.
 */
function createFile(file: string, bytes: Uint8Array): 'created' | 'exists' {
  if (lstatSync(file, { throwIfNoEntry: false })) return 'exists';
  const temporary = temporaryBeside(file);
  try {
    write(temporary, bytes);
    return giveName(temporary, file, bytes);
  } finally {
    removeIfThere(temporary);
  }
}

function write(file: string, bytes: Uint8Array): void {
  const handle = openSync(file, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW, 0o666);
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function giveName(temporary: string, file: string, bytes: Uint8Array): 'created' | 'exists' {
  try {
    linkSync(temporary, file);
    return 'created';
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return 'exists';
  }
  // Some file systems (USB sticks) have no hard links. Write the file under its own name then.
  try {
    write(file, bytes);
    return 'created';
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return 'exists';
    throw error;
  }
}

/** Moves a file to the trash, with a number in its name if that name is already taken there. */
function moveToTrash(root: string, path: string, changed: Set<string>): void {
  const file = placeOf(root, path);
  if (file === null) return;
  const trash = join(root, TRASH);
  const stats = lstatSync(trash, { throwIfNoEntry: false });
  if (!stats) mkdirSync(trash);
  else if (!stats.isDirectory()) throw new Error(`${TRASH} is a link or a file.`);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const at = name.lastIndexOf('.');
  let target = join(trash, name);
  for (let n = 2; lstatSync(target, { throwIfNoEntry: false }); n++) {
    target = join(trash, `${name.slice(0, at)} ${n}${name.slice(at)}`);
  }
  renameSync(file, target);
  changed.add(dirname(file)).add(trash);
}

function removeIfEmpty(root: string, folder: string, changed: Set<string>): void {
  try {
    if (placeOf(root, `${folder}/x`) === null) return;
    rmdirSync(join(root, folder));
    changed.add(dirname(join(root, folder)));
  } catch {
    // The folder is not empty.
  }
}
