import type { TFile, Vault } from 'obsidian';

/** Which notes of the vault to look at; folders as the settings name them. */
export interface Scope {
  /** Empty: all. */
  readonly folders: readonly string[];
  readonly excludedFolders: readonly string[];
}

/** Whether a note lies where the user wants notes to be looked at. The command line passes over `node_modules` too. */
export function isInScope(path: string, { folders, excludedFolders }: Scope): boolean {
  if (excludedFolders.some((folder) => isWithin(path, folder))) return false;
  if (path.startsWith('node_modules/') || path.includes('/node_modules/')) return false;
  return folders.length === 0 || folders.some((folder) => isWithin(path, folder));
}

/** Whether a path is a folder's own or lies in it; every path lies in '' and '/', the root. */
export function isWithin(path: string, folder: string): boolean {
  if (folder === '' || folder === '/') return true;
  return path === folder || path.startsWith(`${folder}/`);
}

/** Whether a file is a note, in whatever case its ending is written. */
export function isNote({ extension }: Pick<TFile, 'extension'>): boolean {
  return extension.toLowerCase() === 'md';
}

/** The paths of the vault's notes in scope, in the order of their paths. */
export function notesIn(vault: Vault, scope: Scope): readonly string[] {
  const notes = vault.getFiles().filter((file) => isNote(file) && isInScope(file.path, scope));
  return notes.map(({ path }) => path).sort((a, b) => (a < b ? -1 : 1));
}
