import type { TFile, Vault } from 'obsidian';

/** Which notes of the vault to read, by folder. */
export interface Scope {
  /** Empty means all. */
  readonly folders: readonly string[];
  readonly excludedFolders: readonly string[];
}

/** Returns whether a note is in the folders to search. Like the command line, skips `node_modules`. */
export function isInScope(path: string, { folders, excludedFolders }: Scope): boolean {
  if (excludedFolders.some((folder) => isWithin(path, folder))) return false;
  if (path.startsWith('node_modules/') || path.includes('/node_modules/')) return false;
  return folders.length === 0 || folders.some((folder) => isWithin(path, folder));
}

/** Returns whether a path is a folder or inside it. Every path is inside '' and '/', the root. */
export function isWithin(path: string, folder: string): boolean {
  if (folder === '' || folder === '/') return true;
  return path === folder || path.startsWith(`${folder}/`);
}

/** Returns whether a path is inside one of many folders, at any depth. */
export function isInAnyOf(path: string, folders: ReadonlySet<string>): boolean {
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
    if (folders.has(path.slice(0, at))) return true;
  }
  return false;
}

/** Returns whether a file is a note. The extension can be in any case. */
export function isNote({ extension }: Pick<TFile, 'extension'>): boolean {
  return extension.toLowerCase() === 'md';
}

/** Returns the paths of the vault's notes in scope, sorted. */
export function notesIn(vault: Vault, scope: Scope): readonly string[] {
  const notes = vault.getFiles().filter((file) => isNote(file) && isInScope(file.path, scope));
  return notes.map(({ path }) => path).sort((a, b) => (a < b ? -1 : 1));
}
