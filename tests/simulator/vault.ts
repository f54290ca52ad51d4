import type { DataWriteOptions } from 'obsidian';
import { DataAdapter } from './data-adapter';
import type { Disk, DiskChange } from './disk';
import { diskError } from './faults';
import { Events } from './events';
import type { TAbstractFile } from './files';
import { TFile, TFolder } from './files';
import { FileTree } from './file-tree';
import { isHidden, nameOf, normalizePath } from './paths';

/**
 * The vault: the visible part of the disk as a tree. Events fire while the promise of the change
 * is pending, never within the call; at load `create` fires for every file.
 */
export class Vault extends Events {
  readonly adapter: DataAdapter;
  /** The user may have chosen another folder. */
  readonly configDir: string;
  /** The simulator's own: the disk below, with its faults and its counts. */
  readonly disk: Disk;
  readonly #name: string;
  readonly #config = new Map<string, unknown>();
  readonly #tree: FileTree;
  readonly #cached = new WeakMap<TFile, { mtime: number; text: string }>();
  #loaded = false;

  constructor(disk: Disk, name = 'Simulated vault', configDir = '.obsidian') {
    super();
    this.configDir = configDir;
    this.disk = disk;
    this.#name = name;
    this.adapter = new DataAdapter(disk, name);
    this.#tree = new FileTree(this);
    disk.onChange = (change) => this.#follow(change);
  }

  /** Reads the tree from the disk, firing `create` for everything in it, as the app does. */
  load(): void {
    this.#loaded = true;
    for (const folder of this.disk.folders) {
      if (!isHidden(folder)) this.#announce(this.#tree.addFolder(folder));
    }
    for (const path of this.disk.files.keys()) {
      if (!isHidden(path)) this.#announce([this.#addFile(path)]);
    }
  }

  get faults(): Disk['faults'] {
    return this.disk.faults;
  }

  getName(): string {
    return this.#name;
  }

  getRoot(): TFolder {
    return this.#tree.root;
  }

  getAbstractFileByPath(path: string): TAbstractFile | null {
    return this.#tree.at(path);
  }

  getFileByPath(path: string): TFile | null {
    const found = this.#tree.at(path);
    return found instanceof TFile ? found : null;
  }

  getFolderByPath(path: string): TFolder | null {
    const found = this.#tree.at(path);
    return found instanceof TFolder ? found : null;
  }

  getAllLoadedFiles(): TAbstractFile[] {
    return [...this.#tree.all()];
  }

  getFiles(): TFile[] {
    return this.getAllLoadedFiles().filter((file) => file instanceof TFile);
  }

  getMarkdownFiles(): TFile[] {
    return this.getFiles().filter((file) => file.extension === 'md');
  }

  getAllFolders(includeRoot = false): TFolder[] {
    return this.getAllLoadedFiles()
      .filter((file) => file instanceof TFolder)
      .filter((folder) => includeRoot || !folder.isRoot());
  }

  static recurseChildren(root: TFolder, callback: (file: TAbstractFile) => unknown): void {
    callback(root);
    for (const child of root.children) {
      if (child instanceof TFolder) Vault.recurseChildren(child, callback);
      else callback(child);
    }
  }

  /** The user's setting of the app, by the name that the app has for it. Not in the typings. */
  getConfig(name: string): unknown {
    return this.#config.get(name);
  }

  setConfig(name: string, value: unknown): void {
    this.#config.set(name, value);
  }

  async create(given: string, data: string, options?: DataWriteOptions): Promise<TFile> {
    const path = normalizePath(given);
    if (this.disk.exists(path)) throw new Error('File already exists.');
    await this.adapter.write(path, data, options);
    return this.#fileAt(path);
  }

  async createBinary(path: string, data: ArrayBuffer, options?: DataWriteOptions): Promise<TFile> {
    if (this.disk.exists(path)) throw new Error('File already exists.');
    await this.adapter.writeBinary(path, data, options);
    return this.#fileAt(path);
  }

  async createFolder(path: string): Promise<TFolder> {
    if (this.disk.exists(path)) throw new Error('Folder already exists.');
    await this.adapter.mkdir(path);
    const folder = this.getFolderByPath(path);
    if (!folder) throw diskError('ENOENT', path);
    return folder;
  }

  /** Without a byte order mark, which the adapter's own `read` keeps. */
  async read(file: TFile): Promise<string> {
    const text = (await this.adapter.read(file.path)).replace(/^\ufeff/, '');
    this.#cached.set(file, { mtime: file.stat.mtime, text });
    return text;
  }

  /** The text as last read, if the file has not changed since. */
  async cachedRead(file: TFile): Promise<string> {
    const known = this.#cached.get(file);
    return known?.mtime === file.stat.mtime ? known.text : this.read(file);
  }

  readBinary(file: TFile): Promise<ArrayBuffer> {
    return this.adapter.readBinary(file.path);
  }

  getResourcePath(file: TFile): string {
    return this.adapter.getResourcePath(file.path);
  }

  async delete(file: TAbstractFile, force = false): Promise<void> {
    if (file instanceof TFolder) await this.adapter.rmdir(file.path, force);
    else await this.adapter.remove(file.path);
  }

  async trash(file: TAbstractFile, system: boolean): Promise<void> {
    if (system) await this.adapter.trashSystem(file.path);
    else await this.adapter.trashLocal(file.path);
  }

  rename(file: TAbstractFile, newPath: string): Promise<void> {
    return this.adapter.rename(file.path, newPath);
  }

  modify(file: TFile, data: string, options?: DataWriteOptions): Promise<void> {
    return this.adapter.write(file.path, data, options);
  }

  modifyBinary(file: TFile, data: ArrayBuffer, options?: DataWriteOptions): Promise<void> {
    return this.adapter.writeBinary(file.path, data, options);
  }

  append(file: TFile, data: string, options?: DataWriteOptions): Promise<void> {
    return this.adapter.append(file.path, data, options);
  }

  appendBinary(file: TFile, data: ArrayBuffer, options?: DataWriteOptions): Promise<void> {
    return this.adapter.appendBinary(file.path, data, options);
  }

  process(
    file: TFile,
    change: (data: string) => string,
    options?: DataWriteOptions,
  ): Promise<string> {
    return this.adapter.process(file.path, change, options);
  }

  async copy<T extends TAbstractFile>(file: T, newPath: string): Promise<T> {
    await this.adapter.copy(file.path, newPath);
    return this.#fileAt(newPath) as unknown as T;
  }

  #fileAt(path: string): TFile {
    const file = this.getFileByPath(path);
    if (!file) throw diskError('ENOENT', path);
    return file;
  }

  #follow(change: DiskChange): void {
    this.trigger('raw', change.path, change.origin);
    if (!this.#loaded) return;
    if (change.kind === 'renamed') this.#followRename(change.path, change.to);
    else if (isHidden(change.path)) return;
    else if (change.kind === 'written') this.#followWrite(change.path);
    else if (change.kind === 'folder-made') this.#announce(this.#tree.addFolder(change.path));
    else this.#followRemoval(change.path);
  }

  #followWrite(path: string): void {
    const file = this.getFileByPath(path);
    if (!file) {
      this.#announce(this.#tree.addFolder(path.includes('/') ? path.replace(/\/[^/]*$/, '') : '/'));
      this.#announce([this.#addFile(path)]);
      return;
    }
    file.stat = this.#statOf(path);
    this.trigger('modify', file);
  }

  #followRemoval(path: string): void {
    for (const gone of this.#tree.remove(path)) this.trigger('delete', gone);
  }

  #followRename(path: string, to: string): void {
    if (isHidden(to)) this.#followRemoval(path);
    else if (isHidden(path)) this.#followWrite(to);
    else for (const [file, from] of this.#tree.move(path, to)) this.trigger('rename', file, from);
  }

  #addFile(path: string): TFile {
    return this.#tree.addFile(new TFile(this, path, this.#statOf(path)));
  }

  #statOf(path: string): TFile['stat'] {
    const stored = this.disk.files.get(path);
    if (!stored) throw new Error(`No file ${nameOf(path)} on the disk`);
    return { ctime: stored.ctime, mtime: stored.mtime, size: stored.size };
  }

  #announce(added: readonly TAbstractFile[]): void {
    for (const file of added) this.trigger('create', file);
  }
}
