import { TFile, type App } from 'obsidian';

/** What to do when notes of the vault change. */
export interface VaultActions {
  readonly changed: (path: string) => void;
  readonly renamed: (from: string, to: string) => void;
}

/** Follows changes of the vault. Returns a function that stops it. A deleted note counts as changed. */
export function followVault({ vault }: App, { changed, renamed }: VaultActions): () => void {
  const events = [
    vault.on('modify', ({ path }) => changed(path)),
    vault.on('create', ({ path }) => changed(path)),
    vault.on('delete', ({ path }) => changed(path)),
    vault.on('rename', (file, from) => {
      if (file instanceof TFile) renamed(from, file.path);
    }),
  ];
  return () => {
    for (const event of events) vault.offref(event);
  };
}
