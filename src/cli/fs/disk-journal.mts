import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  readSync,
  readdirSync,
  realpathSync,
  unlinkSync,
  writeSync,
  type Stats,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { setImmediate as nextTask } from 'node:timers/promises';
import type { JournalFile, JournalStore } from '../../core/runs/note-store';
import { folderLock, LockRefused } from './folder-lock.mts';
import { makeJournalFolder } from './journal-folder.mts';
import { restrictPermissions, strictestMode } from './journal-permissions.mts';
import { systemReason } from './system-error.mts';
import { O_NOFOLLOW, O_NONBLOCK, openRegular } from './read-file.mts';
import { syncFolder } from './sync-folder.mts';

const { O_APPEND, O_CREAT, O_WRONLY } = constants;

/** The default name of Obsidian's configuration folder. */
export const CONFIG_FOLDER = '.obsidian';

/**
 * Returns the folder for the journals of a root. In a vault, this is the plugin's own folder, so that both
 * programs see each other's runs.
 */
export function journalFolder(root: string): string {
  const [ofVault, ofFolder] = journalFolders(root);
  return existsSync(join(root, CONFIG_FOLDER)) ? ofVault : ofFolder;
}

/**
 * Returns both folders that can contain journals: the one in a vault, and the one in any other folder.
 * Neither needs to exist.
 */
export function journalFolders(root: string): readonly [ofVault: string, ofFolder: string] {
  const ofVault = join(root, CONFIG_FOLDER, 'plugins', 'omnivore-rescue', 'runs');
  return [ofVault, join(root, '.omnivore-rescue', 'runs')];
}

/**
 * Stores journal files in a folder under the root. The folder is created with the first file. A link that
 * leads out of the root is not followed.
 */
export function diskJournal(root: string, folder: string): JournalStore {
  const { take, release } = folderLock(folder);
  const withPlainErrors = <T,>(act: () => T): Promise<T> => {
    try {
      return Promise.resolve(act());
    } catch (error) {
      return Promise.reject(new Error(systemReason(error), { cause: error }));
    }
  };
  const withJournalErrors = (act: () => void): Promise<void> => {
    try {
      assertInside(root, folder);
      act();
      return Promise.resolve();
    } catch (error) {
      // The lock's own message is complete.
      if (error instanceof LockRefused) return Promise.reject(error);
      const reason = `The journal can't be written in ${folder}: ${systemReason(error)}`;
      return Promise.reject(new Error(reason, { cause: error }));
    }
  };
  return {
    names: () =>
      withPlainErrors(() => {
        assertInside(root, folder);
        if (!existsSync(folder)) return [];
        const files = readdirSync(folder, { withFileTypes: true }).filter((entry) =>
          entry.isFile(),
        );
        return files.map(({ name }) => name).sort();
      }),
    open: (name) => withPlainErrors(() => openJournalFile(join(folder, name))),
    append: (name, text, notes) =>
      withJournalErrors(() => appendDurably(root, join(folder, name), text, notes)),
    remove: (name) =>
      withPlainErrors(() => {
        const file = join(folder, name);
        if (lstatSync(file).isFile()) unlinkSync(file);
      }),
    lock: () =>
      withJournalErrors(() => {
        makeJournalFolder(root, folder);
        take();
      }),
    unlock: () => withPlainErrors(release),
    yieldToEventLoop: () => nextTask(),
  };
}

/** Throws if the folder, or its first parent that exists, is a link that leads out of the root. */
function assertInside(root: string, folder: string): void {
  let existing = folder;
  while (existing !== root && !existsOrIsLink(existing)) existing = dirname(existing);
  const [real, realRoot] = [realpathSync(existing), realpathSync(root)];
  if (real !== realRoot && !real.startsWith(realRoot + (realRoot.endsWith(sep) ? '' : sep))) {
    throw new Error(`It is a link that leads out of ${root}.`);
  }
}

function existsOrIsLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function openJournalFile(file: string): JournalFile {
  const handle = openRegular(file);
  const { size } = fstatSync(handle);
  return {
    size,
    read(from, to) {
      const bytes = Buffer.allocUnsafe(to - from);
      let length = 0;
      for (let read = -1; read !== 0 && length < bytes.length; length += read) {
        read = readSync(handle, bytes, length, bytes.length - length, from + length);
      }
      return Promise.resolve(bytes.subarray(0, length));
    },
    close: () => Promise.resolve(closeSync(handle)),
  };
}

/** Returns nothing for a note that does not exist, or whose path is not valid. */
function statsOf(note: string): readonly Stats[] {
  try {
    return [lstatSync(note)];
  } catch {
    return [];
  }
}

function appendDurably(root: string, file: string, text: string, notes: readonly string[]): void {
  const isNew = !existsOrIsLink(file);
  const noteStats = notes.flatMap((path) => statsOf(join(root, path)));
  const flags = O_APPEND | O_CREAT | O_WRONLY | O_NOFOLLOW | O_NONBLOCK;
  const handle = openSync(file, flags, strictestMode(noteStats));
  try {
    if (!fstatSync(handle).isFile()) throw new Error('It is not a regular file.');
    restrictPermissions(handle, noteStats);
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  if (isNew) syncFolder(dirname(file));
}
