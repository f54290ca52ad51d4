import type { TAbstractFile, TFile } from './files';
import { TFolder } from './files';
import { folderOf, isWithin } from './paths';
import type { Vault } from './vault';

/** The vault's files and folders by path, each in its folder's list of children. */
export class FileTree {
  readonly root: TFolder;
  readonly #vault: Vault;
  readonly #byPath = new Map<string, TAbstractFile>();

  constructor(vault: Vault) {
    this.#vault = vault;
    this.root = new TFolder(vault, '/');
    this.#byPath.set('/', this.root);
  }

  at(path: string): TAbstractFile | null {
    return this.#byPath.get(path) ?? null;
  }

  all(): IterableIterator<TAbstractFile> {
    return this.#byPath.values();
  }

  addFile(file: TFile): TFile {
    this.#place(file);
    return file;
  }

  /** Adds the folder and those above it; returns those that are new, the highest first. */
  addFolder(path: string): TFolder[] {
    if (this.#byPath.has(path)) return [];
    const above = this.addFolder(folderOf(path));
    const folder = new TFolder(this.#vault, path);
    this.#place(folder);
    return [...above, folder];
  }

  /** Removes it with all that is in it; returns what was removed, the deepest first. */
  remove(path: string): TAbstractFile[] {
    const top = this.at(path);
    if (!top) return [];
    const gone = this.#withChildren(top).reverse();
    for (const file of gone) {
      this.#byPath.delete(file.path);
      file.deleted = true;
    }
    this.#leaveParent(top);
    return gone;
  }

  /** Moves it with all that is in it; returns each file and its old path. */
  move(path: string, to: string): [TAbstractFile, string][] {
    const top = this.at(path);
    if (!top) return [];
    this.#leaveParent(top);
    const moved = this.#withChildren(top).map((file): [TAbstractFile, string] => [file, file.path]);
    for (const [file, oldPath] of moved) {
      this.#byPath.delete(oldPath);
      file.setPath(to + oldPath.slice(path.length));
      this.#byPath.set(file.path, file);
    }
    this.addFolder(folderOf(to));
    this.#place(top);
    return moved;
  }

  #withChildren(top: TAbstractFile): TAbstractFile[] {
    if (!(top instanceof TFolder)) return [top];
    return [...this.#byPath.values()].filter((file) => isWithin(file.path, top.path));
  }

  #place(file: TAbstractFile): void {
    const parent = this.#byPath.get(folderOf(file.path));
    if (!(parent instanceof TFolder)) throw new Error(`No folder for ${file.path}`);
    file.parent = parent;
    parent.children.push(file);
    this.#byPath.set(file.path, file);
  }

  #leaveParent(file: TAbstractFile): void {
    const siblings = file.parent?.children ?? [];
    const at = siblings.indexOf(file);
    if (at >= 0) siblings.splice(at, 1);
  }
}
