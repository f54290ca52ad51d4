import type { DataWriteOptions, ListedFiles, Stat } from 'obsidian';
import { decodeUtf8, encodeUtf8 } from './bytes';
import type { Disk } from './disk';
import { diskError } from './faults';
import { Platform } from './keyboard';
import { nodeFiles, type NodeFiles } from './node-files';
import { folderOf, nameOf } from './paths';

/** The disk as plugins see it, hidden folders and all. Paths are from the vault's root. */
export class DataAdapter {
  readonly #disk: Disk;
  readonly #name: string;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(disk: Disk, name: string) {
    this.#disk = disk;
    this.#name = name;
  }

  getName(): string {
    return this.#name;
  }

  getBasePath(): string {
    return `/vaults/${this.#name}`;
  }

  /** Node's file system, which the app has on a computer only. Not in the typings. */
  get fs(): NodeFiles | undefined {
    return Platform.isMobile ? undefined : nodeFiles(this.#disk, this.getBasePath());
  }

  getFullPath(path: string): string {
    return `${this.getBasePath()}/${path}`;
  }

  async exists(path: string, _sensitive?: boolean): Promise<boolean> {
    return this.#disk.exists(rooted(path));
  }

  async stat(path: string): Promise<Stat | null> {
    const file = this.#disk.files.get(path);
    if (file) return { type: 'file', ctime: file.ctime, mtime: file.mtime, size: file.size };
    if (!this.#disk.folders.has(rooted(path))) return null;
    return { type: 'folder', ctime: 0, mtime: 0, size: 0 };
  }

  async list(path: string): Promise<ListedFiles> {
    const folder = rooted(path);
    if (!this.#disk.folders.has(folder)) throw diskError('ENOENT', path);
    const inFolder = (known: string): boolean => known !== '/' && folderOf(known) === folder;
    return {
      files: [...this.#disk.files.keys()].filter(inFolder),
      folders: [...this.#disk.folders].filter(inFolder),
    };
  }

  async read(path: string): Promise<string> {
    const file = await this.#disk.read(path);
    return file.bytes ? decodeUtf8(file.bytes) : file.text;
  }

  async readBinary(path: string): Promise<ArrayBuffer> {
    const file = await this.#disk.read(path);
    return Uint8Array.from(file.bytes ?? encodeUtf8(file.text)).buffer;
  }

  write(path: string, data: string, options?: DataWriteOptions): Promise<void> {
    return this.#inTurn(() => this.#disk.write(path, data, options));
  }

  writeBinary(path: string, data: ArrayBuffer, options?: DataWriteOptions): Promise<void> {
    return this.#inTurn(() => this.#disk.writeBytes(path, new Uint8Array(data), options));
  }

  append(path: string, data: string, options?: DataWriteOptions): Promise<void> {
    return this.#inTurn(() => this.#disk.append(path, data, options));
  }

  appendBinary(path: string, data: ArrayBuffer, options?: DataWriteOptions): Promise<void> {
    return this.#inTurn(async () => {
      const before = this.#disk.exists(path) ? new Uint8Array(await this.readBinary(path)) : [];
      const bytes = Uint8Array.from([...before, ...new Uint8Array(data)]);
      await this.#disk.writeBytes(path, bytes, options);
    });
  }

  /**
   * Reads, changes and writes the file with nothing of the app's own in between. Where the text
   * stays the same nothing is written.
   */
  process(
    path: string,
    change: (data: string) => string,
    options?: DataWriteOptions,
  ): Promise<string> {
    return this.#inTurn(async () => {
      const before = await this.read(path);
      const after = change(before);
      if (after !== before) await this.#disk.write(path, after, options);
      return after;
    });
  }

  getResourcePath(path: string): string {
    return `app://simulator/${path}`;
  }

  mkdir(path: string): Promise<void> {
    return this.#disk.makeFolder(path);
  }

  async trashSystem(path: string): Promise<boolean> {
    await this.#disk.remove(path);
    return true;
  }

  async trashLocal(path: string): Promise<void> {
    if (!this.#disk.exists('.trash')) await this.#disk.makeFolder('.trash');
    await this.#disk.rename(path, `.trash/${nameOf(path)}`);
  }

  async rmdir(path: string, recursive: boolean): Promise<void> {
    const { files, folders } = await this.list(path);
    if (!recursive && files.length + folders.length > 0) throw diskError('ENOTEMPTY', path);
    await this.#disk.remove(path);
  }

  remove(path: string): Promise<void> {
    return this.#inTurn(() => this.#disk.remove(path));
  }

  rename(path: string, newPath: string): Promise<void> {
    return this.#inTurn(() => this.#disk.rename(path, newPath));
  }

  async copy(path: string, newPath: string): Promise<void> {
    if (this.#disk.exists(newPath)) throw new Error('Destination file already exists!');
    const file = await this.#disk.read(path);
    if (file.bytes) await this.#disk.writeBytes(newPath, file.bytes);
    else await this.write(newPath, file.text);
  }

  /**
   * One change at a time in the whole vault, whoever asks for it: a plugin's waits for those of Sync
   * and of others. A failure does not block later changes.
   */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work, work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }
}

function rooted(path: string): string {
  return path === '' ? '/' : path;
}
