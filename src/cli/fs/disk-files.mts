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
import { fileName } from '../../core/text/paths';
import { SKIPPED_FOLDERS } from './list-notes.mts';
import { MAX_FILE_BYTES, O_NOFOLLOW, readRegular } from './read-file.mts';
import { syncFolder } from './sync-folder.mts';
import { errorCode, systemReason } from './system-error.mts';
import { removeIfExists, temporaryPath } from './temporary.mts';
import { createYielder } from './turns.mts';

const { O_CREAT, O_EXCL, O_WRONLY } = constants;

/** The folder to which Obsidian moves deleted files. */
const TRASH_FOLDER = '.trash';

/** Opens the files of a folder on disk. */
export function diskFiles(root: string): FileStore {
  const changed = new Set<string>();
  const yieldIfNeeded = createYielder();
  const withPlainErrors = async <T,>(act: () => T): Promise<T> => {
    await yieldIfNeeded();
    try {
      return act();
    } catch (error) {
      throw new Error(systemReason(error), { cause: error });
    }
  };
  return {
    list: () => withPlainErrors(() => listFiles(root)),
    read: (path) => withPlainErrors(() => readFile(root, path)),
    missingFolders: (path) => withPlainErrors(() => missingFolders(root, path)),
    create: (path, bytes) =>
      withPlainErrors(() => {
        makeFolders(root, path, changed);
        const result = createWholeFile(join(root, path), bytes);
        if (result === 'created') changed.add(dirname(join(root, path)));
        return result;
      }),
    discard: (path) =>
      withPlainErrors(() => {
        const file = resolvePath(root, path);
        if (file !== null) removeIfExists(file);
      }),
    trash: (path) => withPlainErrors(() => moveToTrash(root, path, changed)),
    removeEmpty: (folders) =>
      withPlainErrors(() => {
        for (const folder of folders) removeIfEmpty(root, folder, changed);
      }),
    flush() {
      for (const folder of changed) if (existsSync(folder)) syncFolder(folder);
      changed.clear();
      return Promise.resolve();
    },
  };
}

function listFiles(root: string): readonly string[] {
  const files: string[] = [];
  const pending = [''];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      if (entry.name.startsWith('.') || SKIPPED_FOLDERS.has(entry.name)) continue;
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
function resolvePath(root: string, path: string): string | null {
  if (!isFolderPath(path)) throw new Error('The path leads out of the folder.');
  let folder = root;
  for (const name of path.split('/').slice(0, -1)) {
    folder = join(folder, name);
    const stats = lstatSync(folder, { throwIfNoEntry: false });
    if (!stats) return null;
    if (!stats.isDirectory()) {
      throw new Error('A folder on its path is a link or a file, which is not followed.');
    }
  }
  return join(root, path);
}

function readFile(root: string, path: string): Buffer | null {
  const file = resolvePath(root, path);
  // An exception for each missing file would cost more than everything else.
  if (file === null || !lstatSync(file, { throwIfNoEntry: false })) return null;
  try {
    return readRegular(file, MAX_FILE_BYTES);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

function missingFolders(root: string, path: string): readonly string[] {
  if (resolvePath(root, path) !== null) return [];
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
function createWholeFile(file: string, bytes: Uint8Array): 'created' | 'exists' {
  if (lstatSync(file, { throwIfNoEntry: false })) return 'exists';
  const temporary = temporaryPath(file);
  try {
    writeNewFile(temporary, bytes);
    return linkOrWrite(temporary, file, bytes);
  } finally {
    removeIfExists(temporary);
  }
}

function writeNewFile(file: string, bytes: Uint8Array): void {
  const handle = openSync(file, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW, 0o666);
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function linkOrWrite(temporary: string, file: string, bytes: Uint8Array): 'created' | 'exists' {
  try {
    linkSync(temporary, file);
    return 'created';
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return 'exists';
  }
  // Some file systems (USB sticks) have no hard links. Write the file under its own name then.
  try {
    writeNewFile(file, bytes);
    return 'created';
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return 'exists';
    // A part of the file would look like the whole one.
    removeIfExists(file);
    throw error;
  }
}

/** Moves a file to the trash, with a number in its name if that name is already taken there. */
function moveToTrash(root: string, path: string, changed: Set<string>): void {
  const file = resolvePath(root, path);
  if (file === null) return;
  const trash = join(root, TRASH_FOLDER);
  const stats = lstatSync(trash, { throwIfNoEntry: false });
  if (!stats) mkdirSync(trash);
  else if (!stats.isDirectory()) throw new Error(`${TRASH_FOLDER} is a link or a file.`);
  const name = fileName(path);
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
    if (resolvePath(root, `${folder}/x`) === null) return;
    rmdirSync(join(root, folder));
    changed.add(dirname(join(root, folder)));
  } catch {
    // The folder is not empty.
  }
}
