import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { JournalStore } from '../runs/note-store';
import { plainReason } from './plain-reason';

/** Obsidian's configuration folder, as it is called unless the user renamed it. */
export const CONFIG_FOLDER = '.obsidian';

/** Where runs on a folder are remembered: in the plugin's own folder if it is a vault, so that both see each other's runs. */
export function journalFolder(root: string): string {
  const [ofVault, ofFolder] = journalFolders(root);
  return existsSync(join(root, CONFIG_FOLDER)) ? ofVault : ofFolder;
}

/** Where runs may be remembered, there or not: a vault's folder, and that of a folder which is none. */
export function journalFolders(root: string): readonly [ofVault: string, ofFolder: string] {
  const ofVault = join(root, CONFIG_FOLDER, 'plugins', 'omnivore-rescue', 'runs');
  return [ofVault, join(root, '.omnivore-rescue', 'runs')];
}

/** Journal files in a folder, which is made with the first of them. */
export function diskJournal(folder: string): JournalStore {
  return {
    names: () => Promise.resolve(existsSync(folder) ? readdirSync(folder).sort() : []),
    read: (name) => Promise.resolve(readFileSync(join(folder, name), 'utf8')),
    append(name, text) {
      try {
        mkdirSync(folder, { recursive: true });
        appendDurably(join(folder, name), text);
        return Promise.resolve();
      } catch (error) {
        const reason = `The journal can't be written in ${folder}: ${plainReason(error)}`;
        return Promise.reject(new Error(reason, { cause: error }));
      }
    },
    remove(name) {
      unlinkSync(join(folder, name));
      return Promise.resolve();
    },
  };
}

function appendDurably(file: string, text: string): void {
  const handle = openSync(file, 'a');
  try {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
