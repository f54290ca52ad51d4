import type { FileStats } from 'obsidian';
import { nameOf, splitName } from './paths';
import type { Vault } from './vault';

/** A file or a folder in the vault's tree. */
export abstract class TAbstractFile {
  vault: Vault;
  path: string;
  name: string;
  parent: TFolder | null = null;
  /** True once it is deleted, for code that still holds it. */
  deleted = false;

  constructor(vault: Vault, path: string) {
    this.vault = vault;
    this.path = path;
    this.name = path === '/' ? '' : nameOf(path);
  }

  /** Gives it another path; the tree is the vault's business. */
  setPath(path: string): void {
    this.path = path;
    this.name = nameOf(path);
  }
}

export class TFile extends TAbstractFile {
  stat: FileStats;
  basename: string;
  extension: string;

  constructor(vault: Vault, path: string, stat: FileStats) {
    super(vault, path);
    this.stat = stat;
    ({ basename: this.basename, extension: this.extension } = splitName(this.name));
  }

  override setPath(path: string): void {
    super.setPath(path);
    ({ basename: this.basename, extension: this.extension } = splitName(this.name));
  }
}

export class TFolder extends TAbstractFile {
  children: TAbstractFile[] = [];

  isRoot(): boolean {
    return this.path === '/';
  }
}
